#pragma once

#include "mappa/casebook/entry.hpp"
#include "mappa/report/json.hpp"
#include "mappa/report/page.hpp"

namespace mappa {

// What stands under every page that was made from the casebook as it stood at the end of a day. later: how many
// entries were left out because they were recorded afterwards.
Page known_page(Date known_on, EntryId later);

// A result with the member "as_known_on", where it is an object.
Json as_known(Json result, Date known_on);

}  // namespace mappa
