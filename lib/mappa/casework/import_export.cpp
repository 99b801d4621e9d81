#include "mappa/casework/import_export.hpp"

#include <algorithm>

#include "mappa/base/fault.hpp"
#include "mappa/casebook/alert_codes.hpp"
#include "mappa/casebook/digest.hpp"
#include "mappa/casebook/fold.hpp"
#include "mappa/casebook/kind.hpp"
#include "mappa/casebook/nomis_entry.hpp"
#include "mappa/casework/batches.hpp"
#include "mappa/casework/export_reading.hpp"
#include "mappa/casework/held_rows.hpp"

namespace mappa {
namespace {

// What a reading is of: the bytes of the export, and of the file of alerts where there is one.
struct Digests {
  std::string file, alerts, map;
  bool of(const ImportEntry& import) const {
    return import.digest == file && import.alerts_digest == alerts && import.map_digest == map;
  }
};

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

// What earlier exports could tell that this one has no place for.
Told told_more(const Exports& exports, const Told& told) {
  Told more;
  for (const Confirmation& one : exports.imports) {
    if (exports.undo_of_import(one.id)) continue;
    for (const auto& field : one.import.told.fields)
      if (!told.fields.contains(field)) more.fields.insert(field);
    more.alerts = more.alerts || (one.import.told.alerts && !told.alerts);
  }
  return more;
}

// One reading of a file into a change.
class Import {
 public:
  Import(Change& change, const Exports& exports, const ImportRequest& request, ImportResult& result)
      : change_(change), exports_(exports), request_(request), result_(result), held_(change, exports, result.exported_on),
        row_{{}, std::string(nomis_kind), 1, result.exported_on, request.by, request.input.name(), {}},
        first_(change.head().newest + 1) {}

  void begin(const Told& told) {
    told_ = told;
    untold_ = told_more(exports_, told);
    any_untold_ = untold_.alerts || !untold_.fields.empty();
  }

  void take(SealedRow sealed) {
    TakenRow& taken = sealed.row;
    const PrisonNumber& number = taken.number;
    const auto held = held_.find(number);
    const bool known = held && held->entry != 0;
    if (known && any_untold_) keep_untold(sealed, held->entry);
    KnownRows::Row now{number.packed(), 0, day_number(result_.exported_on), taken.fingerprint};
    if (known && same(taken)) {
      take_unchanged(number);
      now.entry = static_cast<std::uint32_t>(held->entry);
      now.day = held->day;
    } else {
      ++(known ? result_.changed : result_.added);
      if (held && held->newer) ++result_.older;
      if (request_.dry_run || request_.full) changed_.push_back(number.packed());
      row_.number = number;
      row_.body = std::move(taken.bytes);
      now.entry = static_cast<std::uint32_t>(change_.add(row_, sealed.seal));
    }
    rows_.push_back(now);
  }

  // The file shows the row that is held.
  void take_unchanged(const PrisonNumber& number) {
    ++result_.unchanged;
    confirmed_.push_back(number.packed());
  }

  std::optional<PrisonNumber> whose(const Fingerprint& fingerprint) const { return held_.whose(fingerprint); }

  void finish(const Digests& digests) {
    std::ranges::sort(confirmed_);
    std::ranges::sort(changed_);
    const auto rows = held_.with(std::move(rows_));
    const std::string kept = rows ? rows->bytes() : "";
    ImportEntry entry;
    entry.file = request_.input.name();
    entry.digest = digests.file;
    entry.first = first_;
    entry.day_assumed = result_.day_assumed;
    entry.records = result_.records;
    entry.added = result_.added;
    entry.changed = result_.changed;
    entry.unchanged = result_.unchanged;
    entry.rejected = result_.rejected;
    entry.full = request_.full;
    entry.told = told_;
    entry.numbers = confirmed_;
    entry.alerts_file = result_.alerts_file;
    entry.alerts_digest = digests.alerts;
    entry.map_digest = digests.map;
    if (!kept.empty()) entry.rows_digest = digest(kept);
    const auto others = everybody_but(confirmed_);
    if (others.size() < confirmed_.size()) {
      entry.all_but = true;
      entry.numbers = others;
    }
    Draft draft = row_;
    draft.number.reset();
    draft.kind = import_kind;
    draft.body = encode(import_body(entry));
    result_.entry = change_.append(draft).id;
    change_.keep(result_.entry, kept);
  }

  const std::vector<std::uint32_t>& changed() const { return changed_; }
  const std::vector<std::uint32_t>& confirmed() const { return confirmed_; }
  // Who has a row, and whom the file did not show.
  std::vector<std::uint32_t> not_shown(std::vector<std::uint32_t> shown) const {
    std::ranges::sort(shown);
    return everybody_but(shown);
  }

 private:
  // sorted: packed numbers.
  std::vector<std::uint32_t> everybody_but(const std::vector<std::uint32_t>& sorted) const {
    std::vector<std::uint32_t> out = held_.everybody();
    std::erase_if(out, [&](std::uint32_t one) { return std::ranges::binary_search(sorted, one); });
    return out;
  }

  static NomisRow row_of(const TakenRow& taken) { return nomis_row_from(taken.number, decode(taken.bytes)); }

  // The day of a row's export may have been assumed, and be known now, or the other way round.
  bool same(const TakenRow& taken) const {
    return held_.holds(taken.number, taken.bytes) ||
           (any_assumed() && held_.holds(taken.number, nomis_bytes(row_of(taken), !result_.day_assumed)));
  }
  bool any_assumed() const {
    return result_.day_assumed || std::ranges::any_of(exports_.imports, [](const Confirmation& c) { return c.import.day_assumed; });
  }

  // A file that has no place for a field says nothing about it: what was known stays known. Not what was known of
  // another booking, which is another sentence: only who the person is, and alerts that bind whatever the sentence.
  void keep_untold(SealedRow& sealed, EntryId held_entry) {
    TakenRow& taken = sealed.row;
    NomisRow held = nomis_row_from(taken.number, decode(change_.entry(held_entry)->body)), row = row_of(taken);
    const bool new_booking = other_booking(held, row);
    const NomisRow told = row;
    for (const auto& [field, value] : held.fields) {
      if (told_.fields.contains(field->name) || (new_booking && !field->of_person())) continue;
      row.fields.set(*field, value);
      note_kept(std::string(field->name));
    }
    if (new_booking) std::erase_if(held.alerts, [](const Alert& alert) { return find_mappa_code(alert.code) != nullptr; });
    if (!told_.alerts && !held.alerts.empty()) {
      row.alerts = held.alerts;
      note_kept("alerts");
    }
    if (row == told) return;
    taken.bytes = nomis_bytes(row, result_.day_assumed);
    taken.fingerprint = {};  // it says more than stands in the file
    sealed.seal = seal(sealed.seal.salt, taken.bytes);
  }

  void note_kept(const std::string& name) {
    if (std::ranges::find(result_.kept, name) == result_.kept.end()) result_.kept.push_back(name);
  }

  Change& change_;
  const Exports& exports_;
  const ImportRequest& request_;
  ImportResult& result_;
  HeldRows held_;
  Draft row_;  // all rows are alike but for whom they are about and what they say
  EntryId first_;
  Told told_, untold_;
  bool any_untold_ = false;
  std::vector<std::uint32_t> changed_, confirmed_;  // packed
  std::vector<KnownRows::Row> rows_;                // of those that were read
};

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

// One attempt; nothing where the file must be read again with what is known now.
std::optional<ImportResult> attempt(Store& store, const ImportRequest& request, const Survey& look, const AlertsFile* alerts,
                                     Foreknowledge& known, const Desk& desk) {
  ImportResult result = fresh_result(request, alerts);
  const bool mapped = request.mapping != Mapping{};
  const Digests digests{look.digest, alerts ? alerts->digest : "", mapped ? digest(as_toml(request.mapping)) : ""};
  Change change = store.change(request.clock, true);
  const Exports exports = read_exports(export_entries(change));
  const Confirmation* before = imported_before(exports, digests, request.exported_on);
  if (before) {
    result.exported_on = before->on;
    result.day_assumed = before->import.day_assumed;
    if (stands(change, before->id)) {
      result.records = before->import.records;
      result.unchanged = before->import.added + before->import.changed + before->import.unchanged;
      result.rejected = before->import.rejected;
      result.already = before->on;
      return result;
    }
  } else if (request.exported_on) {
    undo_assumed(change, exports, digests, request);
  }
  const Exports now = read_exports(export_entries(change));
  Import import(change, now, request, result);
  std::vector<std::uint32_t> shown;
  const ExportUse use{[&](const Told&, const Layout& layout) { request.rejects.begin(layout); },
                      {},
                      [&](const Checked& record, std::string_view text) {
                        if (request.full && record.number) shown.push_back(record.number->packed());
                        request.rejects.add(record, text);
                      },
                      request.progress};
  const ReadOptions options{result.exported_on, result.day_assumed, request.mapping, alerts,
                            [&](const Fingerprint& fingerprint) { return import.whose(fingerprint); }};
  ReadExport read = read_beside(request.input, look, options, known, use, [&](RowBatch&& batch) {
    if (batch.told) import.begin(*batch.told);
    for (SealedRow& row : batch.taken) import.take(std::move(row));
    for (const PrisonNumber& number : batch.unchanged) import.take_unchanged(number);
  });
  if (read.again) return std::nullopt;
  result.records = read.records;
  result.rejected = read.rejected;
  result.repeated = read.repeated;
  result.problems = std::move(read.problems);
  if (before && result.added + result.changed == 0) {
    result.already = before->on;  // what was withdrawn since was none of it: the change is given up, and nothing written
    return result;
  }
  import.finish(digests);
  if (request.full) {
    shown.insert(shown.end(), import.confirmed().begin(), import.confirmed().end());
    shown.insert(shown.end(), import.changed().begin(), import.changed().end());
    result.missing = missing_people(change, import.not_shown(std::move(shown)), request.today);
  }
  request.rejects.finish();
  if (request.dry_run) {
    result.effects = effects(store.read(), change, import.changed(), import.confirmed(), desk);
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
  for (Foreknowledge known;;)
    if (auto result = attempt(store, request, look, alerts ? &*alerts : nullptr, known, desk)) return std::move(*result);
}

}  // namespace mappa
