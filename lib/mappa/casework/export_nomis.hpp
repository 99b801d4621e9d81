#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "mappa/casebook/spells.hpp"
#include "mappa/store/store.hpp"

namespace mappa {

// Everybody's NOMIS row that holds on a day, in the order of their numbers: the one by which the person is known
// then, whether released since or not. Left out are people whom no export showed by that day, or none whose import
// was not undone or whose row was not withdrawn. Memory holds one person at a time. What `take` throws passes
// through. Throws Fault (integrity) when an entry cannot be understood, and what the snapshot throws.
void each_row_that_holds(const Snapshot& snapshot, Date on, const std::function<void(const Sighting&)>& take);

// What all of these rows are together.
struct RowsThatHold {
  std::size_t people = 0;
  Date oldest, newest;                    // of the exports that showed each row last; where there is anybody
  std::size_t older = 0;                  // rows that the newest of these exports did not show
  std::size_t day_assumed = 0;            // rows whose day is that of the import, which stands for the export's
  std::vector<const NomisField*> fields;  // that any row has a value for, in the order of nomis_fields()
};
// Looks through all of them once. Throws what each_row_that_holds() throws.
RowsThatHold look_through(const Snapshot& snapshot, Date on);

}  // namespace mappa
