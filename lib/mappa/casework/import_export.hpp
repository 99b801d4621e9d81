#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mappa/base/input.hpp"
#include "mappa/base/problem.hpp"
#include "mappa/casework/import_effects.hpp"
#include "mappa/nomis/export.hpp"

namespace mappa {

// Where rejected records go. A file may have to be read again: then it begins again.
struct Rejects {
  std::function<void(const Layout&)> begin = [](const Layout&) {};
  // The record and all that is wrong with it; text: as it came.
  std::function<void(const Checked&, std::string_view text)> add = [](const Checked&, std::string_view) {};
  // Before anything is written for good; what it throws stops the import.
  std::function<void()> finish = [] {};
  bool wanted = false;  // then a file with some is read even where it is the same as one before
};

struct ImportRequest {
  Input& input;                      // its name is the entries' source
  std::optional<Date> exported_on;   // the day on which NOMIS wrote it; the day of import stands for it
  bool full = false;                 // the file holds everybody: who is missing is reported
  bool dry_run = false;              // everything is done, looked at, and given up in the end
  std::string by;
  Now clock;
  Date today;                        // the real day: nothing that is written moves with --as-of
  Mapping mapping = {};              // what somebody says of a CSV file
  Input* alerts = nullptr;           // a second file, with alerts
  Rejects rejects = {};
  std::function<void(std::uint64_t bytes)> progress = [](std::uint64_t) {};  // how far the input was read
};

struct ImportResult {
  std::string file;
  std::string alerts_file;           // the second one; empty where there is none
  Date exported_on;
  bool day_assumed = false, full = false, dry_run = false;
  std::size_t records = 0, added = 0, changed = 0, unchanged = 0, rejected = 0;
  std::size_t older = 0;             // of those new or changed, how many are known from a newer export, which still holds
  std::size_t repeated = 0;          // records that say again, with the same facts, what another one said
  std::vector<std::string> kept;     // what the file has no place for, and earlier exports said: it stays
  std::vector<Missing> missing;      // of a full file: who is not in it, and was in an earlier one
  Problems problems;
  EntryId entry = 0;                 // the import's own entry; 0 when nothing was written
  std::optional<Date> already;       // the same file was imported before, as exported on this day
  ImportEffects effects;             // of a dry run

  bool would_change() const { return dry_run && added + changed > 0; }
};

// Takes a NOMIS export into the casebook: what is new or changed becomes an entry a person, good rows go
// in, bad rows do not, in one transaction; one more entry says what the file showed. The same file again, with
// the same file of alerts or again with none, writes nothing. Throws Fault: unreadable (the file), usage (a day in the future), and what the store
// throws. desk: for what a dry run says of verdicts and duties.
ImportResult import_nomis(Store& store, const ImportRequest& request, const Desk& desk);

}  // namespace mappa
