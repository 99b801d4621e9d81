#pragma once

#include "mappa/casework/due.hpp"
#include "mappa/report/ical.hpp"
#include "mappa/report/page.hpp"

namespace mappa {

// Everything that is owed and has a day, as all-day events on that day. due: with tokens, which become the events'
// UIDs. made: when the calendar is. with_names: with the people's names, and the evidence, which may hold names too;
// without, prison numbers and roles only.
Calendar calendar(const Due& due, Instant made, bool with_names);

// What stands beside it: which run it is, how many things it leaves out because no day is known for them, and whom it does not look at.
Page beside_calendar(const Due& due);

}  // namespace mappa
