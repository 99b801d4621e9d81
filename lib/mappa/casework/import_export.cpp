#include "mappa/casework/import_export.hpp"

#include <algorithm>
#include <set>

#include "mappa/base/fault.hpp"
#include "mappa/casebook/digest.hpp"
#include "mappa/casebook/fold.hpp"
#include "mappa/casebook/kind.hpp"
#include "mappa/casebook/nomis_entry.hpp"
#include "mappa/casework/batches.hpp"
#include "mappa/nomis/export.hpp"

namespace mappa {
namespace {

// The row that held on `day`: the newest of that day or before, not withdrawn.
std::optional<NomisRow> row_on(const PrisonNumber& number, const std::vector<Entry>& entries, const Exports& exports,
                               Date day) {
  const auto taken_back = withdrawn(entries, exports);
  const Entry* held = nullptr;
  for (const Entry& entry : entries) {
    if (entry.kind != nomis_kind || entry.on > day || taken_back.contains(entry.id)) continue;
    if (!held || std::pair{entry.on, entry.id} > std::pair{held->on, held->id}) held = &entry;
  }
  if (!held) return std::nullopt;
  return nomis_row_from(number, decode(held->body));
}

bool known_from_newer(const std::vector<Entry>& entries, const Exports& exports, Date day) {
  const auto taken_back = withdrawn(entries, exports);
  return std::ranges::any_of(entries, [&](const Entry& e) { return e.kind == nomis_kind && e.on > day && !taken_back.contains(e.id); });
}

// The same bytes as an earlier import, which said (or had to assume) when they were exported, and still stands.
std::optional<Date> imported_before(const Exports& exports, const std::string& digest_of_file,
                                    std::optional<Date> exported_on) {
  for (const Confirmation& one : exports.imports) {
    if (one.import.digest != digest_of_file || exports.undo_of_import(one.id)) continue;
    if (!exported_on || *exported_on == one.on) return one.on;
  }
  return std::nullopt;
}

// The same bytes were imported when nobody had said of which day they are: that import is undone, for them to be
// taken in again about their own day.
void undo_assumed(Change& change, const Exports& exports, const std::string& digest_of_file,
                  const ImportRequest& request) {
  for (const Confirmation& one : exports.imports) {
    if (one.import.digest != digest_of_file || !one.import.day_assumed || exports.undo_of_import(one.id)) continue;
    const UndoRequest undo{one.id,     "the day of the export was assumed, and is known now", false,
                           request.by, request.clock,                                         request.today};
    append_undo(change, one, undo, request.file);
  }
}

class Import {
 public:
  Import(Change& change, const ImportRequest& request, const NomisExport& read, ImportResult& result)
      : change_(change), request_(request), read_(read), result_(result), before_(change.numbers()),
        exports_(read_exports(export_entries(change))), first_(change.head().newest + 1) {}

  void take(NomisRow row) {
    const auto entries = change_.entries(row.number);
    const auto held = row_on(row.number, entries, exports_, result_.exported_on);
    if (held) keep_untold(row, *held);
    if (held && *held == row) {
      ++result_.unchanged;
      confirmed_.insert(row.number.text());
      return;
    }
    ++(held ? result_.changed : result_.added);
    if (known_from_newer(entries, exports_, result_.exported_on)) ++result_.older;
    change_.append(draft(row.number, nomis_kind, encode(nomis_body(row, result_.day_assumed))));
  }

  void finish(const std::string& digest_of_file) {
    ImportEntry entry{request_.file,     digest_of_file,   first_,           result_.day_assumed, result_.records,
                      result_.added,     result_.changed,  result_.unchanged, result_.rejected,    false, confirmed_};
    std::set<std::string> others;
    for (const auto& number : before_)
      if (!confirmed_.contains(number.text())) others.insert(number.text());
    if (others.size() < confirmed_.size()) {
      entry.all_but = true;
      entry.numbers = std::move(others);
    }
    result_.entry = change_.append(draft({}, import_kind, encode(import_body(entry)))).id;
    change_.commit();
  }

 private:
  // A file that has no place for a field says nothing about it: what was known stays known.
  void keep_untold(NomisRow& row, const NomisRow& held) {
    for (const auto& [name, value] : held.fields)
      if (!read_.fields.contains(name) && row.fields.emplace(name, value).second) note_kept(name);
    if (read_.alerts || held.alerts.empty()) return;
    row.alerts = held.alerts;
    note_kept("alerts");
  }

  void note_kept(const std::string& name) {
    if (std::ranges::find(result_.kept, name) == result_.kept.end()) result_.kept.push_back(name);
  }

  Draft draft(std::optional<PrisonNumber> number, std::string_view kind, std::string body) const {
    return {std::move(number), std::string(kind), 1, result_.exported_on, request_.by, request_.file, std::move(body)};
  }

  Change& change_;
  const ImportRequest& request_;
  const NomisExport& read_;
  ImportResult& result_;
  std::vector<PrisonNumber> before_;
  Exports exports_;
  std::set<std::string> confirmed_;
  EntryId first_;
};

}  // namespace

ImportResult import_nomis(Store& store, const ImportRequest& request) {
  if (request.exported_on && *request.exported_on > request.today)
    throw Fault(Cause::usage, "The export cannot have been made on " + spoken(*request.exported_on) + ": that is in the future.",
                "Give --exported-on the day on which NOMIS wrote the file.");
  NomisExport read = read_nomis_export(request.bytes, request.file);
  ImportResult result;
  result.file = request.file;
  result.exported_on = request.exported_on.value_or(request.today);
  result.day_assumed = !request.exported_on;
  result.records = read.records;
  result.rejected = read.rejected;
  result.repeated = read.records - read.rejected - read.people.size();
  result.problems = std::move(read.problems);

  const std::string digest_of_file = digest(request.bytes);
  Change change = store.change(request.clock);
  const Exports exports = read_exports(export_entries(change));
  const auto before = imported_before(exports, digest_of_file, request.exported_on);
  if (before) {
    result.exported_on = *before;
    result.day_assumed = false;
  } else if (request.exported_on) {
    undo_assumed(change, exports, digest_of_file, request);
  }
  Import import(change, request, read, result);
  for (const auto& person : read.people) import.take(person.row);
  if (before && result.added + result.changed == 0) {
    result.already = before;  // nothing was withdrawn since: the change is given up, and nothing written
    return result;
  }
  import.finish(digest_of_file);
  return result;
}

}  // namespace mappa
