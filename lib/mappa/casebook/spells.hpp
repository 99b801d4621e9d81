#pragma once

#include <cstddef>
#include <limits>
#include <span>
#include <vector>

#include "mappa/casebook/entry.hpp"
#include "mappa/casebook/nomis_entry.hpp"
#include "mappa/casebook/nomis_row.hpp"

namespace mappa {

// An import that has been read: whom it showed unchanged on its day.
struct Confirmation {
  EntryId id = 0;
  Date on;
  ImportEntry import;
};

// An import that was undone, and by which entry.
struct Undone {
  EntryId id = 0;
  UndoEntry undo;
};

// Every export that came, and what became of it.
struct Exports {
  std::vector<Confirmation> imports;
  std::vector<Undone> undone;

  // The undo that withdrew this row, or that took back this import, as it stood before the entry `before`.
  // Nothing where there is none.
  const Undone* undo_of_row(EntryId row, EntryId before = std::numeric_limits<EntryId>::max()) const;
  const Undone* undo_of_import(EntryId batch) const;
};
// entries: those of the kinds "import" and "undo", in any order; others are passed over. Throws Fault
// (integrity) when one cannot be understood.
Exports read_exports(std::span<const Entry> entries);

// The row that an import showed unchanged of somebody: one of `entries`, which are all of that person's.
// Nothing where it did not, or was undone.
const Entry* confirmed_row(const Confirmation& import, const PrisonNumber& number, std::span<const Entry> entries,
                           const Exports& exports);

// One person's row for as long as exports showed it, without another one in between.
struct Sighting {
  Date on;                   // the export that showed it first
  EntryId order = 0;         // of the entry that says so: the row's own, or an import's that showed it again
  EntryId entry = 0;         // the entry that holds the row
  NomisRow row;
  Date seen_on;              // the export that showed it last
  EntryId seen_by = 0;       // the entry that says so
  bool day_assumed = false;  // the day of import stands for the day of that one
};
// In the order of days. entries: all of the person's, withdrawn ones too; as_of: later days are left out.
std::vector<Sighting> sightings(const PrisonNumber& number, std::span<const Entry> entries,
                                const Exports& exports, Date as_of);

// A stay in custody and detention under one booking, as the exports show it.
struct BookingSpell {
  Date began;            // the export that first showed the booking
  EntryId entry = 0;
  Date last_seen;        // the last one that did
};
std::vector<BookingSpell> booking_spells(std::span<const Sighting> sightings);

// Which of the spells a record or a row belongs to. A record about a day between the last export that showed one
// booking and the first that showed the next belongs to the next if it was recorded after that had come.
std::size_t spell_of(const Entry& record, std::span<const BookingSpell> spells);
std::size_t spell_of(const Sighting& row, std::span<const BookingSpell> spells);

}  // namespace mappa
