#pragma once

#include <optional>

#include "mappa/casework/due.hpp"

namespace mappa {

// What lists of what is due are made of: what is due about one person. See also due_about().

// How far away something is, and by which working day to act; nothing where no day is known.
struct Timing {
  std::optional<int> days_left;
  std::optional<ActBy> act_by;
};
Timing timing(const Finding& finding, const Desk& desk);

// Adds to a list what it lists of one person, in the order of the rules, and counts that person.
void look_at(const LoadedCase& loaded, const Desk& desk, Due& due);

}  // namespace mappa
