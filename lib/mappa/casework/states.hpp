#pragma once

#include <cstddef>
#include <functional>

#include "mappa/casework/desk.hpp"

namespace mappa {

// Folded cases are kept beside the entries, so that looking at everybody need not read every entry. One case is
// always folded from its entries; so is everybody about whom something was recorded since, and everybody where what
// is kept does not hold: for another day than it was made for (of a later one, where the day changes nothing), for
// the casebook as it stood earlier, by another program, or with an import undone or brought late since.

// What refresh() did.
struct Refreshed {
  std::size_t folded = 0;  // cases
  bool all = false;        // everybody, for nothing that was kept held
};
// Brings what is kept up to date for a day. It is no record, and leaves no entry. Throws what the change throws.
Refreshed refresh_states(Change& change, Date today);

// Everybody in turn, folded, in the order of their numbers, as each_case() gives them: from what is kept, where it
// holds. Memory holds one person at a time.
void each_folded(const Snapshot& snapshot, Date as_of, const std::function<void(const Case&)>& take);

}  // namespace mappa
