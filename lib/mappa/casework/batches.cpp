#include "mappa/casework/batches.hpp"

#include <algorithm>
#include <chrono>
#include <map>
#include <set>

#include "mappa/base/text.hpp"
#include "mappa/casebook/fold.hpp"
#include "mappa/casebook/kind.hpp"

namespace mappa {
namespace {

constexpr std::size_t named_in_a_fault = 3;

// The entry that holds the row by which somebody is known now; 0 where there is none.
EntryId row_held(const PrisonNumber& number, std::span<const Entry> entries, const Exports& exports) {
  constexpr Date whenever = std::chrono::year::max() / std::chrono::December / 31;
  const auto rows = sightings(number, entries, exports, whenever);
  return rows.empty() ? 0 : rows.back().entry;
}

// The imports after a batch that still stand and changed or confirmed this person.
std::set<EntryId> imports_since(EntryId batch, const PrisonNumber& number, std::span<const Entry> entries,
                                const Exports& exports) {
  std::set<EntryId> out;
  for (const Confirmation& import : exports.imports) {
    if (import.id <= batch || exports.undo_of_import(import.id)) continue;
    const bool changed = std::ranges::any_of(entries, [&](const Entry& e) {
      return e.kind == nomis_kind && import.import.first <= e.id && e.id < import.id;
    });
    if (changed || confirmed_row(import, number, entries, exports)) out.insert(import.id);
  }
  return out;
}

void add_records_since(EntryId batch, const PrisonNumber& number, std::span<const Entry> entries,
                       const Exports& exports, std::vector<BuiltOn>& out) {
  const auto taken_back = withdrawn(entries, exports);
  for (const Entry& entry : entries)
    if (entry.id > batch && find_kind(entry.kind) && !taken_back.contains(entry.id))
      out.push_back({entry.id, number, entry.kind});
}

void look_for_what_was_built(const Snapshot& snapshot, const std::vector<PrisonNumber>& people, const Exports& exports,
                             UndoResult& out) {
  std::set<EntryId> imports;
  for (const auto& number : people) {
    const auto entries = snapshot.entries(number);
    imports.merge(imports_since(out.batch.entry.id, number, entries, exports));
    add_records_since(out.batch.entry.id, number, entries, exports, out.records);
  }
  out.imports.assign(imports.rbegin(), imports.rend());
  std::ranges::sort(out.records, {}, &BuiltOn::entry);
}

void say_what_is_left(const Snapshot& snapshot, const std::vector<PrisonNumber>& people, const Exports& before,
                      UndoResult& out) {
  const Exports after = read_exports(export_entries(snapshot));
  for (const auto& number : people) {
    const auto entries = snapshot.entries(number);
    const EntryId held = row_held(number, entries, before), left = row_held(number, entries, after);
    if (withdrawn(entries, before) == withdrawn(entries, after)) continue;  // the row was withdrawn by hand
    (left == 0 ? out.no_row : left == held ? out.newer_row : out.earlier_row).push_back(number);
  }
}

Batch find_batch(const Snapshot& snapshot, EntryId id) {
  for (Batch& one : list_imports(snapshot))
    if (one.entry.id == id) return std::move(one);
  throw Fault(Cause::not_found, "There is no batch " + std::to_string(id) + ".", "See: mappa imports");
}

// "entry 7 (A1234BC, licence)", the first few, "and 5 more".
std::string named(const std::vector<BuiltOn>& records) {
  std::string out;
  for (std::size_t i = 0; i < std::min(records.size(), named_in_a_fault); ++i)
    out += (i == 0 ? "entry " : ", entry ") + std::to_string(records[i].entry) + " (" + records[i].number.text() +
           ", " + records[i].kind + ")";
  if (records.size() > named_in_a_fault) out += " and " + std::to_string(records.size() - named_in_a_fault) + " more";
  return out;
}

std::string named(const std::vector<EntryId>& imports) {
  std::string out;
  for (std::size_t i = 0; i < std::min(imports.size(), named_in_a_fault); ++i)
    out += (i == 0 ? "batch " : ", batch ") + std::to_string(imports[i]);
  if (imports.size() > named_in_a_fault) out += " and " + std::to_string(imports.size() - named_in_a_fault) + " more";
  return out;
}

}  // namespace

std::vector<PrisonNumber> people_of(const Snapshot& snapshot, const ImportEntry& import, EntryId batch) {
  std::map<std::string, PrisonNumber> out;
  for (EntryId id = import.first; id < batch; ++id)
    if (const auto row = snapshot.entry(id); row && row->kind == nomis_kind)
      out.emplace(row->number->text(), *row->number);
  std::vector<PrisonNumber> people;
  for (const auto& [text, number] : out) people.push_back(number);
  return people;
}

std::vector<Batch> list_imports(const Snapshot& snapshot) {
  std::vector<Batch> out;
  std::map<EntryId, Entry> undos;
  for (Entry& entry : snapshot.entries_of_kind(std::string(undo_kind))) {
    const EntryId batch = undo_from(decode(entry.body)).batch;
    undos.emplace(batch, std::move(entry));
  }
  for (Entry& entry : snapshot.entries_of_kind(std::string(import_kind))) {
    Batch batch{std::move(entry), {}, {}, {}};
    batch.import = import_from(decode(batch.entry.body));
    if (const auto found = undos.find(batch.entry.id); found != undos.end()) {
      batch.reason = undo_from(decode(found->second.body)).reason;
      batch.undone = std::move(found->second);
    }
    out.push_back(std::move(batch));
  }
  return out;
}

Entry append_undo(Change& change, const Confirmation& batch, const UndoRequest& request, const std::string& source) {
  const Body body = undo_body({batch.id, batch.import.first, std::string(trimmed(request.reason))});
  return change.append({{}, std::string(undo_kind), 1, request.today, request.by, source, encode(body)});
}

UndoResult undo(Store& store, const UndoRequest& request) {
  if (trimmed(request.reason).empty())
    throw Fault(Cause::usage, "An undo needs a reason.", "Add: --reason \"why the import was wrong\"");
  Change change = store.change(request.clock);
  UndoResult out{find_batch(change, request.batch), request.dry_run, {}, {}, {}, {}, {}, 0, 0};
  const Entry& own = out.batch.entry;
  if (out.batch.undone)
    throw Fault(Cause::refused,
                "Batch " + std::to_string(own.id) + " is undone already, by entry " +
                    std::to_string(out.batch.undone->id) + ".",
                "See: mappa imports. To have it again, import the file again.");
  const Exports exports = read_exports(export_entries(change));
  const auto people = people_of(change, out.batch.import, own.id);
  look_for_what_was_built(change, people, exports, out);
  if (out.refused()) return out;
  out.confirmed = out.batch.import.unchanged;
  const Entry entry = append_undo(change, {own.id, own.on, out.batch.import}, request, "caseworker");
  say_what_is_left(change, people, exports, out);
  if (request.dry_run) return out;
  change.commit();
  out.entry = entry.id;
  return out;
}

Fault refusal(const UndoResult& result) {
  const std::string batch = std::to_string(result.batch.entry.id);
  std::string built, remedy;
  if (!result.imports.empty()) {
    const bool one = result.imports.size() == 1;
    built = std::string(one ? "a later export" : "later exports") +
            " changed or confirmed people of it: " + named(result.imports);
    remedy = one ? "Undo that one first. " : "Undo those first, the newest before the others. ";
  }
  if (!result.records.empty()) {
    built += (built.empty() ? "" : "; and ") + std::string("caseworkers have recorded since: ") + named(result.records);
    remedy += "What was recorded because of the batch can be withdrawn first: mappa withdraw NUMBER ENTRY. ";
  }
  return {Cause::refused, "Batch " + batch + " is not undone, because " + built + ".",
          remedy + "All of it is shown by: mappa undo " + batch + " --reason TEXT --dry-run"};
}

}  // namespace mappa
