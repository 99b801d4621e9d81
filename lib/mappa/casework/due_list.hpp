#pragma once

#include <optional>
#include <vector>

#include "mappa/casework/deadlines.hpp"
#include "mappa/casework/due.hpp"

namespace mappa {

// What list_due() and tell_due() share.

// A list without the lines that are kept.
struct DueBegun {
  Due due;
  std::optional<KeptDeadlines> kept;  // none: nothing that holds for this list, which is whole
  std::vector<PrisonNumber> anew;     // of whom nothing is kept that holds: their lines are on the list already
};
// Its lines stand in their order. Throws what list_due() throws.
DueBegun begin_list(const Snapshot& snapshot, const DueQuery& query, const Desk& desk);

// A line that is kept, of the days, places and kinds asked for: whether it belongs on the list. Says how far away it is,
// and counts it where it is left out because somebody knows of it.
bool is_listed(DueLine& line, const DueQuery& query, const Desk& desk, int& acknowledged);

}  // namespace mappa
