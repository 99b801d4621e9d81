#pragma once

#include <optional>
#include <string>

#include "mappa/casebook/recording.hpp"
#include "mappa/casework/desk.hpp"

namespace mappa {

struct RecordRequest {
  std::string who;               // prison number or reference, as typed
  const Kind& kind;
  Given given;
  std::optional<Date> on;        // the day the record is about, where named
  std::string by;
  Now clock;
  Moment now;                    // the real moment, not moved by --as-of
};

struct RecordResult {
  std::optional<Entry> entry;    // what was written; absent when there were problems
  Body body;
  std::string name;              // the person's
  bool opened = false;           // a new case
  Problems problems;             // why nothing was written
  Problems remarks;              // written, but worth saying: a place that is not in the register
};

// Records what caseworkers know. Throws Fault: not_found for a person who is not in the casebook (unless
// the kind opens a case), usage for what is no prison number, and what the store throws.
RecordResult record(Store& store, const RecordRequest& request, const Desk& desk);

// Makes an entry void by a later one. Throws Fault: not_found when the case has no such entry, refused
// when it is withdrawn already or was not written by hand or from an export.
Entry withdraw(Store& store, const std::string& who, EntryId entry, const std::string& reason, const std::string& by,
               Now clock, const Desk& desk);

}  // namespace mappa
