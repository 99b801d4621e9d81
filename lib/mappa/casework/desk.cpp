#include "mappa/casework/desk.hpp"

#include <algorithm>

#include "mappa/base/fault.hpp"
#include "mappa/base/text.hpp"
#include "mappa/casebook/fold.hpp"
#include "mappa/casebook/kind.hpp"

namespace mappa {
namespace {

using ExportEntries = std::shared_ptr<const std::vector<Entry>>;

ExportEntries shared_export_entries(const Snapshot& snapshot) {
  return std::make_shared<const std::vector<Entry>>(export_entries(snapshot));
}

EntryNote note_on(const Entry& e) { return {e.kind, e.by, e.source, e.on, e.recorded_at, e.drill}; }

// Somebody whom an import brought by mistake is in the casebook only because nothing is ever deleted.
bool nothing_left_by_undo(std::span<const Entry> entries, const Exports& exports) {
  const auto undone = [&](const Entry& e) { return e.kind == nomis_kind && exports.undo_of_row(e.id); };
  if (exports.undone.empty() || std::ranges::none_of(entries, undone)) return false;
  const auto taken_back = withdrawn(entries, exports);
  const auto void_now = [&](const Entry& e) { return e.kind == withdrawal_kind || taken_back.contains(e.id); };
  return std::ranges::all_of(entries, void_now);
}

Fault unknown_case(const std::string& typed, bool later_left_out) {
  if (later_left_out)
    return {Cause::not_found, "Nothing was recorded about \"" + safe(typed) + "\" by the end of that day; this is not a clear.",
            "Leave out --as-known-on to read the casebook as it stands."};
  return {Cause::not_found, "There is no case \"" + safe(typed) + "\" in the casebook; this is not a clear.",
          "Look for it with: mappa find TEXT. Import an export that holds the person, or open the case with: "
          "mappa record NUMBER person --surname NAME"};
}

}  // namespace

EntryNotes notes_on(const LoadedCase& loaded) {
  EntryNotes out;
  for (const auto* entries : {&loaded.entries, loaded.exports.get()})
    for (const Entry& e : *entries) out.emplace(e.id, note_on(e));
  return out;
}

EntryNotes notes_on(const LoadedCase& loaded, const std::set<EntryId>& wanted) {
  EntryNotes out;
  for (const auto* entries : {&loaded.entries, loaded.exports.get()})
    for (const Entry& e : *entries)
      if (wanted.contains(e.id)) out.emplace(e.id, note_on(e));
  return out;
}

std::vector<Entry> export_entries(const Snapshot& snapshot) {
  return snapshot.entries_of_kinds({std::string(import_kind), std::string(undo_kind)});
}

CaseReader::CaseReader(const Snapshot& snapshot, Date as_of)
    : snapshot_(snapshot), as_of_(as_of), about_exports_(shared_export_entries(snapshot)), exports_(read_exports(*about_exports_)) {}

std::optional<LoadedCase> CaseReader::find(const PrisonNumber& number) const {
  auto entries = snapshot_.entries(number);
  if (entries.empty() || nothing_left_by_undo(entries, exports_)) return std::nullopt;
  Case folded = fold(number, entries, exports_, as_of_);
  return LoadedCase{std::move(folded), std::move(entries), about_exports_};
}

LoadedCase load(const Snapshot& snapshot, const PrisonNumber& number, Date as_of) {
  auto entries = snapshot.entries(number);
  auto exports = shared_export_entries(snapshot);
  Case folded = fold(number, entries, std::span<const Entry>(*exports), as_of);
  return {std::move(folded), std::move(entries), std::move(exports)};
}

std::vector<PrisonNumber> cases_with_reference(const Snapshot& snapshot, const std::string& typed, Date as_of) {
  std::vector<PrisonNumber> out;
  for (const Entry& entry : snapshot.entries_of_kind("reference")) {
    if (std::ranges::find(out, *entry.number) != out.end()) continue;
    const auto references = load(snapshot, *entry.number, as_of).folded.references;
    if (std::ranges::any_of(references, [&](const Reference& r) { return same_reference(r.number, typed); }))
      out.push_back(*entry.number);
  }
  return out;
}

PrisonNumber resolve(const Snapshot& snapshot, const std::string& typed, Date as_of) {
  if (const auto read = PrisonNumber::read(typed); read && snapshot.has(read->number)) return read->number;
  const auto found = cases_with_reference(snapshot, typed, as_of);
  if (found.empty()) throw unknown_case(typed, snapshot.later() > 0);
  if (found.size() == 1) return found.front();
  std::string numbers;
  for (const auto& number : found) numbers += (numbers.empty() ? "" : ", ") + number.text();
  throw Fault(Cause::usage, "The reference \"" + safe(typed) + "\" belongs to several cases: " + numbers + ".",
              "Name one of them by its prison number.");
}

void each_case(const Snapshot& snapshot, Date as_of, const std::function<void(const LoadedCase&)>& take) {
  const ExportEntries about_exports = shared_export_entries(snapshot);
  const Exports exports = read_exports(*about_exports);
  snapshot.each([&](const PrisonNumber& number, std::span<const Entry> entries) {
    if (nothing_left_by_undo(entries, exports)) return;
    take({fold(number, entries, exports, as_of), {entries.begin(), entries.end()}, about_exports});
  });
}

}  // namespace mappa
