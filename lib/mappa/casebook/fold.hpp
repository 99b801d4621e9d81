#pragma once

#include <limits>
#include <set>
#include <span>
#include <vector>

#include "mappa/casebook/case.hpp"
#include "mappa/casebook/entry.hpp"
#include "mappa/casebook/spells.hpp"

namespace mappa {

// A case as its entries say, folded in the order of the day that each is about, then of its number.
// NOMIS rows take the day of their export, so that an older file never wins; what alerts mean is
// worked out here. A new booking, or a return after a release, starts a new spell.
//
// entries: all of one person's, withdrawn ones too, in any order. exports: entries of the kinds "import",
// which say whom a later export showed unchanged, and "undo", which withdraw what an import brought. as_of:
// entries about later days are left out, and so are deeds of later days. Throws Fault: integrity when an
// entry cannot be understood, schema when a newer version of mappa wrote it.
Case fold(const PrisonNumber& number, std::span<const Entry> entries, std::span<const Entry> exports, Date as_of);
// The same with exports that were read before, for folding many cases.
Case fold(const PrisonNumber& number, std::span<const Entry> entries, const Exports& exports, Date as_of);

// Which of one person's entries later ones withdrew, as it stood before the entry `before`: a withdrawal, which
// can itself be withdrawn, or the undo of the import that brought them. Throws Fault (integrity) when a
// withdrawal cannot be understood.
std::set<EntryId> withdrawn(std::span<const Entry> entries, const Exports& exports,
                            EntryId before = std::numeric_limits<EntryId>::max());

}  // namespace mappa
