#include "mappa/casework/import_export.hpp"

#include "mappa/base/fault.hpp"
#include "mappa/base/text.hpp"
#include "mappa/casebook/digest.hpp"
#include "mappa/casebook/kind.hpp"
#include "mappa/casework/batches.hpp"
#include "mappa/casework/import_batch.hpp"
#include "mappa/casework/sources_digest.hpp"

namespace mappa {
namespace {

// The same bytes as an earlier import, which said (or had to assume) when they were exported, and still stands.
const Confirmation* imported_before(const Exports& exports, const Digests& digests, std::optional<Date> exported_on) {
  for (const Confirmation& one : exports.imports) {
    if (!digests.of(one.import) || exports.undo_of_import(one.id)) continue;
    if (!exported_on || *exported_on == one.on) return &one;
  }
  return nullptr;
}

// Whether everything that an import brought still stands as it brought it.
bool stands(const Snapshot& snapshot, EntryId import) {
  const auto withdrawals = snapshot.entries_of_kind(std::string(withdrawal_kind));
  return withdrawals.empty() || withdrawals.back().id < import;
}

// The same bytes were imported when nobody had said of which day they are: that import is undone, for them to be
// taken in again about their own day.
void undo_assumed(Change& change, const Exports& exports, const Digests& digests, const ImportRequest& request) {
  for (const Confirmation& one : exports.imports) {
    if (!digests.of(one.import) || !one.import.day_assumed || exports.undo_of_import(one.id)) continue;
    append_undo(change, one, {one.id, "the day of the export was assumed, and is known now", false, request.by, request.clock, request.today},
                request.input.name());
  }
}

ImportResult fresh_result(const ImportRequest& request, const AlertsFile* alerts) {
  ImportResult out;
  out.file = request.input.name();
  if (alerts) out.alerts_file = alerts->name;
  out.exported_on = request.exported_on.value_or(request.today);
  out.day_assumed = !request.exported_on;
  out.full = request.full;
  out.dry_run = request.dry_run;
  return out;
}

// What an import works on, whichever attempt it is.
struct Sources {
  const ImportRequest& request;
  const Survey& look;
  const AlertsFile* alerts;  // null where there is no such file
  Digests digests;
};

// The same file came before, and what it brought stands: nothing needs to be read.
void tell_of(const Confirmation& before, ImportResult& result) {
  const ImportEntry& import = before.import;
  result.records = import.records;
  result.unchanged = import.added + import.changed + import.unchanged;
  result.rejected = import.rejected;
  result.already = before.on;
}

// Reads the file into the batch; false where it must be read again with what is known now. shown: gets the numbers
// of records that were rejected.
bool read_into(ImportBatch& batch, const Sources& of, ImportResult& result, Foreknowledge& known, std::vector<std::uint32_t>& shown) {
  const ImportRequest& request = of.request;
  const auto reject = [&](const Checked& record, std::string_view text) {
    if (request.full && record.number) shown.push_back(record.number->packed());
    request.rejects.add(record, text);
  };
  const ExportUse use{[&](const Told&, const Layout& layout) { request.rejects.begin(layout); }, {}, reject, request.progress};
  const ReadOptions options{result.exported_on, result.day_assumed, request.mapping, of.alerts,
                            [&](const Fingerprint& fingerprint) { return batch.whose(fingerprint); }, sources_digest, batch.people_before()};
  ReadExport read = read_beside(request.input, of.look, options, known, use, [&](const RowBatch& rows) {
    if (rows.told) batch.begin(*rows.told);
    for (std::size_t i = 0; i < rows.taken(); ++i) batch.take(rows.row(i));
    for (const PrisonNumber& number : rows.unchanged) batch.take_unchanged(number);
  });
  result.records = read.records;
  result.rejected = read.rejected;
  result.repeated = read.repeated;
  result.problems = std::move(read.problems);
  return !read.again;
}

// One attempt; nothing where the file must be read again with what is known now.
std::optional<ImportResult> attempt(Store& store, const Sources& of, Foreknowledge& known, const Desk& desk) {
  const ImportRequest& request = of.request;
  ImportResult result = fresh_result(request, of.alerts);
  Change change = store.change(request.clock, true);
  const Exports came = read_exports(export_entries(change));
  const Confirmation* before = imported_before(came, of.digests, request.exported_on);
  if (before) {
    result.exported_on = before->on;
    result.day_assumed = before->import.day_assumed;
    const bool rejects_wanted = request.rejects.wanted && before->import.rejected > 0;
    if (!rejects_wanted && stands(change, before->id)) {
      tell_of(*before, result);
      return result;
    }
  } else if (request.exported_on) {
    undo_assumed(change, came, of.digests, request);
  }
  const Exports exports = read_exports(export_entries(change));
  ImportBatch batch(change, exports, request, result);
  std::vector<std::uint32_t> shown;
  if (!read_into(batch, of, result, known, shown)) return std::nullopt;
  if (before && result.added + result.changed == 0) {
    result.already = before->on;  // nothing of it was withdrawn since: the change is given up, and nothing written
    request.rejects.finish();
    return result;
  }
  batch.finish(of.digests);
  if (request.full) result.missing = missing_people(change, batch.not_shown(std::move(shown)), request.today);
  request.rejects.finish();
  if (request.dry_run) {
    result.effects = effects(store.read(), change, batch.changed(), batch.confirmed(), desk);
    result.entry = 0;
  } else {
    change.commit();
  }
  return result;
}

}  // namespace

ImportResult import_nomis(Store& store, const ImportRequest& request, const Desk& desk) {
  if (request.exported_on && *request.exported_on > request.today)
    throw Fault(Cause::usage, "The export cannot have been made on " + spoken(*request.exported_on) + ": that is in the future.",
                "Give --exported-on the day on which NOMIS wrote the file.");
  std::optional<AlertsFile> alerts;
  if (request.alerts) alerts = read_alerts_file(*request.alerts);
  const Survey look = survey(request.input, request.mapping.encoding);
  const bool mapped = request.mapping != Mapping{};
  if (mapped && look.json)
    throw Fault(Cause::usage, "\"" + safe(request.input.name()) + "\" is JSON, and a mapping file is for CSV.", "Leave out --map.");
  const Sources of{request, look, alerts ? &*alerts : nullptr,
                   {look.digest, alerts ? alerts->digest : "", mapped ? digest(as_toml(request.mapping)) : ""}};
  for (Foreknowledge known;;)
    if (auto result = attempt(store, of, known, desk)) return std::move(*result);
}

}  // namespace mappa
