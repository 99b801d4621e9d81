#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "mappa/casebook/body.hpp"
#include "mappa/casebook/entry.hpp"
#include "mappa/casebook/nomis_row.hpp"

namespace mappa {

// The bytes of the body of an entry of the kind "nomis": a person's row in an export.
// day_assumed: nobody said when the export was made, and the day of import stands for it.
std::string nomis_bytes(const NomisRow& row, bool day_assumed);
NomisRow nomis_row_from(const PrisonNumber& number, const Body& body);
bool day_assumed(const Body& body);

// What a file can tell at all: fields that it has a place for, and whether it has one for alerts. What it has
// no place for it says nothing about.
struct Told {
  std::set<std::string, std::less<>> fields;
  bool alerts = false;
};

// What an import says about itself. It is the last entry of its batch: entries `first` up to itself.
struct ImportEntry {
  std::string file;
  std::string digest;      // of the file's bytes
  EntryId first = 0;
  bool day_assumed = false;
  std::size_t records = 0, added = 0, changed = 0, unchanged = 0, rejected = 0;
  bool full = false;       // somebody said that the file holds everybody
  Told told;
  // Whom the file showed unchanged, or everybody known before whom it did not: whichever is shorter. Packed
  // (see PrisonNumber), sorted.
  bool all_but = false;
  std::vector<std::uint32_t> numbers;
  std::string alerts_file, alerts_digest;  // of the second file, with alerts; empty where there was none
  std::string rows_digest;  // of what was kept beside this entry, for knowing rows again; empty where nothing was
  std::string map_digest;  // of what somebody said of the file (see as_toml()); empty where nobody did

  // Whether the file showed this person unchanged; `known_since` is their first NOMIS entry.
  bool confirms(const PrisonNumber& number, EntryId known_since) const;
};
Body import_body(const ImportEntry& entry);
ImportEntry import_from(const Body& body);

// That everything which one import brought is withdrawn: the rows from `first` up to the import's own entry,
// and whom it showed unchanged. It names both ends, so that it can be followed without reading the import.
struct UndoEntry {
  EntryId batch = 0;       // the import's own entry
  EntryId first = 0;       // of its rows; the batch itself where it brought none
  std::string reason;
};
Body undo_body(const UndoEntry& entry);
// Throws Fault (integrity) when the body names no batch.
UndoEntry undo_from(const Body& body);

}  // namespace mappa
