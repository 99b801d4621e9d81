#pragma once

#include <cstddef>
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
// imports: entries of the kind "import". Throws Fault (integrity) when one cannot be understood.
std::vector<Confirmation> confirmations(std::span<const Entry> imports);

// One person's row for as long as exports showed it, without another one in between.
struct Sighting {
  Date on;                   // the export that showed it first
  EntryId order = 0;         // of the entry that says so: the row's own, or an import's that showed it again
  EntryId entry = 0;         // the entry that holds the row
  NomisRow row;
  Date seen_on;              // the export that showed it last
  bool day_assumed = false;  // the day of import stands for the day of that one
};
// In the order of days. entries: all of the person's, withdrawn ones too; as_of: later days are left out.
std::vector<Sighting> sightings(const PrisonNumber& number, std::span<const Entry> entries,
                                std::span<const Confirmation> imports, Date as_of);

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
