#pragma once

#include "mappa/casebook/case.hpp"

namespace mappa {

// Brings into a case what an export of `on` says about the person. A fact keeps the day and the entry
// that first showed its value for as long as later exports show the same; a MAPPA alert that newly
// appears makes what it says new.
void take_row(Case& c, const NomisRow& row, EntryId entry, Date on);

}  // namespace mappa
