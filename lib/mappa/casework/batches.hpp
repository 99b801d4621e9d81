#pragma once

#include <optional>
#include <string>
#include <vector>

#include "mappa/base/fault.hpp"
#include "mappa/casebook/nomis_entry.hpp"
#include "mappa/casebook/spells.hpp"
#include "mappa/casework/desk.hpp"

namespace mappa {

// An import as it can be listed: every import is a batch, named by its own entry.
struct Batch {
  Entry entry;                     // the import's own: id, when, by whom, as exported on which day
  ImportEntry import;              // the file, its digest, the counts
  std::optional<Entry> undone;     // the entry that undid it
  std::string reason;              // why
};
// In the order in which they were recorded. Throws Fault (integrity) when an entry cannot be understood.
std::vector<Batch> list_imports(const Snapshot& snapshot);
// Whose row came in with an import, in the order of their numbers.
std::vector<PrisonNumber> people_of(const Snapshot& snapshot, const ImportEntry& import, EntryId batch);

struct UndoRequest {
  EntryId batch = 0;
  std::string reason;
  bool dry_run = false;            // everything is done, and given up in the end
  std::string by;
  Now clock;
  Date today;                      // the real day: nothing that is written moves with --as-of
};

// What was recorded by hand about somebody since a batch brought or changed them.
struct BuiltOn {
  EntryId entry = 0;
  PrisonNumber number;
  std::string kind;
};

struct UndoResult {
  Batch batch;
  bool dry_run = false;
  // Why it is refused: later imports that changed or confirmed somebody whose row came in with the batch,
  // the newest first, in which order they can be undone; and records of caseworkers, by entry.
  std::vector<EntryId> imports;
  std::vector<BuiltOn> records;
  // Whose row is withdrawn, by what is left of NOMIS then: an earlier row, nothing, or the newer row that held
  // before as well. In the order of their numbers.
  std::vector<PrisonNumber> earlier_row, no_row, newer_row;
  std::size_t confirmed = 0;       // people whom the batch showed unchanged, and no longer does
  EntryId entry = 0;               // the undo's own; 0 when nothing was written

  bool refused() const { return !imports.empty() || !records.empty(); }
};

// Withdraws what a batch brought, by one entry. Where somebody has built on it since, nothing is written and the
// result says on what. Throws Fault: usage without a reason, not_found when there is no such batch, refused when
// it is undone already, and what the store throws.
UndoResult undo(Store& store, const UndoRequest& request);

// The result of an undo that is refused as the fault that it is: names the first of what was built on the batch,
// and the command that shows all.
Fault refusal(const UndoResult& result);

// Appends the entry that undoes a batch. source: "caseworker", or the file whose import does it.
Entry append_undo(Change& change, const Confirmation& batch, const UndoRequest& request, const std::string& source);

}  // namespace mappa
