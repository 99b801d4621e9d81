#pragma once

#include <set>
#include <span>

#include "mappa/casebook/case.hpp"
#include "mappa/casebook/entry.hpp"

namespace mappa {

// A case as its entries say, folded in the order of the day that each is about, then of its number.
// NOMIS rows take the day of their export, so that an older file never wins; what alerts mean is
// worked out here. A new booking, or a return after a release, starts a new spell.
//
// entries: all of one person's, withdrawn ones too, in any order. imports: entries of the kind
// "import", which say whom a later export showed unchanged. as_of: entries about later days are left
// out. Throws Fault (integrity) when an entry cannot be understood.
Case fold(const PrisonNumber& number, std::span<const Entry> entries, std::span<const Entry> imports, Date as_of);

// The entries that later ones withdrew. A withdrawal can itself be withdrawn.
std::set<EntryId> withdrawn(std::span<const Entry> entries);

}  // namespace mappa
