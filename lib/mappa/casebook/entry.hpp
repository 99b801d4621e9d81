#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "mappa/calendar/moment.hpp"
#include "mappa/casebook/prison_number.hpp"

namespace mappa {

// Entries are numbered from 1 in the order in which they were committed; 0 is no entry.
using EntryId = std::int64_t;

// One thing to be recorded. The store adds when.
struct Draft {
  std::optional<PrisonNumber> number;  // absent for entries about the casebook itself (an import)
  std::string kind;                    // a kind's name: "licence", "nomis", "import", "withdrawal"
  int version = 1;                     // of that kind's body
  Date on;                             // the day it is about
  std::string by;                      // who recorded it: a login name
  std::string source;                  // "caseworker", or the file an import read
  std::string body;                    // bytes that only the kind understands; never empty
};

// One thing recorded: never changed, withdrawn only by a later entry.
struct Entry : Draft {
  EntryId id = 0;
  Instant recorded_at;   // UTC, never earlier than that of the entry before
  bool drill = false;    // recorded under a clock that was set for a drill or a test
};

}  // namespace mappa
