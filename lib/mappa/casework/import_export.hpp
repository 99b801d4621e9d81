#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mappa/base/problem.hpp"
#include "mappa/casework/desk.hpp"

namespace mappa {

struct ImportRequest {
  std::string_view bytes;            // the whole file
  std::string file;                  // its name, for messages and for the entries' source
  std::optional<Date> exported_on;   // the day on which NOMIS wrote it; the day of import stands for it
  std::string by;
  Now clock;
  Date today;                        // the real day: nothing that is written moves with --as-of
};

struct ImportResult {
  std::string file;
  Date exported_on;
  bool day_assumed = false;
  std::size_t records = 0, added = 0, changed = 0, unchanged = 0, rejected = 0;
  std::size_t older = 0;             // of those new or changed, how many are known from a newer export, which still holds
  std::size_t repeated = 0;          // records that say again, with the same facts, what another one said
  std::vector<std::string> kept;     // what the file has no place for, and earlier exports said: it stays
  Problems problems;
  EntryId entry = 0;                 // the import's own entry; 0 when nothing was written
  std::optional<Date> already;       // the same file was imported before, as exported on this day
};

// Takes a NOMIS export into the casebook: what is new or changed becomes an entry a person, good rows go
// in, bad rows do not, in one transaction; one more entry says what the file showed. The same file again
// writes nothing. Throws Fault: unreadable (the file), usage (a day in the future), and what the store
// throws.
ImportResult import_nomis(Store& store, const ImportRequest& request);

}  // namespace mappa
