#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "mappa/casebook/case.hpp"
#include "mappa/casebook/spells.hpp"
#include "mappa/policy/policy.hpp"
#include "mappa/rules/rule.hpp"
#include "mappa/store/store.hpp"

namespace mappa {

// What every job works with, besides the casebook.
struct Desk {
  const Policy& policy;
  Moment now;    // wall time in England, its day moved by --as-of where that was given
  // The casebook is read as it stood at the end of this day.
  std::optional<Date> as_known_on = {};
  Date today() const { return now.day; }
};

// Who recorded an entry, when, about which day: what a finding shows as its source.
struct EntryNote {
  std::string kind, by, source;
  Date on;
  Instant recorded_at;
  bool drill = false;
};
using EntryNotes = std::map<EntryId, EntryNote>;

// A case with the entries it was folded from.
struct LoadedCase {
  Case folded;
  std::vector<Entry> entries;                         // about this person
  std::shared_ptr<const std::vector<Entry>> exports;  // about every import and every undo of one
};
// On everything that a finding about the case may name as its source.
EntryNotes notes_on(const LoadedCase& loaded);
// The same on these entries alone, for very many findings.
EntryNotes notes_on(const LoadedCase& loaded, const std::set<EntryId>& entries);

// The entries about imports and about what became of them, for read_exports().
std::vector<Entry> export_entries(const Snapshot& snapshot);

// Cases of one snapshot, one by one; what is known of exports is read once for all of them.
class CaseReader {
 public:
  CaseReader(const Snapshot& snapshot, Date as_of);
  // Nothing for somebody of whom no entry speaks, or none but of imports that were undone.
  std::optional<LoadedCase> find(const PrisonNumber& number) const;
  const Exports& exports() const { return exports_; }

 private:
  const Snapshot& snapshot_;
  Date as_of_;
  std::shared_ptr<const std::vector<Entry>> about_exports_;
  Exports exports_;
};

// The case of somebody who is in the casebook.
LoadedCase load(const Snapshot& snapshot, const PrisonNumber& number, Date as_of);

// Cases with this reference, whatever its letter case and blanks.
std::vector<PrisonNumber> cases_with_reference(const Snapshot& snapshot, const std::string& typed, Date as_of);

// What somebody typed to name a case: a prison number in any letter case, or a reference that belongs to
// one case only. Throws Fault: not_found when there is no such case (which is no clear), usage when a
// reference belongs to several.
PrisonNumber resolve(const Snapshot& snapshot, const std::string& typed, Date as_of);

// Everybody in turn, folded, in the order of their numbers. Left out are people whom an import brought that was
// undone, and of whom nothing else stands.
void each_case(const Snapshot& snapshot, Date as_of, const std::function<void(const LoadedCase&)>& take);

}  // namespace mappa
