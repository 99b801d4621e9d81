#pragma once

#include <string>
#include <vector>

#include "dice.hpp"
#include "mappa/casebook/nomis_row.hpp"
#include "mappa/casebook/recording.hpp"

namespace bench {

// One record, as somebody types it on a day.
struct Typed {
  std::string kind;
  mappa::Given given;
  mappa::Date on;
};

// What people recorded in time about somebody whom an export brought on `exported`, up to `today`, in the order in
// which they did: for half of them all that a release needs, or nearly. One record says a fact, but for a planned
// release that is moved, a hold that is resolved, and a person who is moved on.
std::vector<Typed> history(const mappa::NomisRow& row, mappa::Date exported, mappa::Date today, Dice dice);

}  // namespace bench
