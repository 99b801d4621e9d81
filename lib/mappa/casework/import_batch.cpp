#include "mappa/casework/import_batch.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "mappa/casebook/alert_codes.hpp"
#include "mappa/casebook/digest.hpp"
#include "mappa/casebook/kind.hpp"
#include "mappa/casebook/nomis_entry.hpp"

namespace mappa {
namespace {

// Whether earlier exports that still stand could tell what this one has no place for.
bool tells_less(const Told& told, const Exports& exports) {
  return std::ranges::any_of(exports.imports, [&](const Confirmation& one) {
    if (exports.undo_of_import(one.id)) return false;
    const Told& before = one.import.told;
    return (before.alerts && !told.alerts) || !std::ranges::includes(told.fields, before.fields);
  });
}

}  // namespace

bool Digests::of(const ImportEntry& import) const {
  return import.digest == file && import.alerts_digest == alerts && import.map_digest == map;
}

ImportBatch::ImportBatch(Change& change, const Exports& exports, const ImportRequest& request, ImportResult& result)
    : change_(change), exports_(exports), request_(request), result_(result), held_(change, exports, result.exported_on),
      row_{{}, std::string(nomis_kind), 1, result.exported_on, request.by, request.input.name(), {}},
      first_(change.head().newest + 1),
      any_assumed_(result.day_assumed || std::ranges::any_of(exports.imports, [](const Confirmation& c) { return c.import.day_assumed; })) {}

void ImportBatch::begin(const Told& told) {
  told_ = told;
  told_less_ = tells_less(told, exports_);
}

void ImportBatch::take(const ReadRow& row) {
  const PrisonNumber& number = row.number;
  const auto held = held_.find(number);
  const bool known = held && held->entry != 0;
  // A row that says more than stands in the file has no fingerprint.
  const auto more = known && told_less_ ? with_untold(row, held->entry) : std::nullopt;
  const std::string_view bytes = more ? std::string_view(*more) : row.bytes;
  KnownRows::Row now{number.packed(), 0, days_since_1970(result_.exported_on), more ? Fingerprint{} : row.fingerprint};
  if (known && same(number, bytes)) {
    take_unchanged(number);
    now.entry = static_cast<std::uint32_t>(held->entry);
    now.day = held->day;
  } else {
    ++(known ? result_.changed : result_.added);
    if (held && held->newer) ++result_.older;
    if (request_.dry_run || request_.full) changed_.push_back(number.packed());
    row_.number = number;
    row_.body = bytes;
    const EntryId entry = change_.add(row_);
    now.entry = static_cast<std::uint32_t>(entry);
  }
  rows_.push_back(now);
}

void ImportBatch::take_unchanged(const PrisonNumber& number) {
  ++result_.unchanged;
  confirmed_.push_back(number.packed());
}

ImportEntry ImportBatch::entry(const Digests& digests) const {
  ImportEntry out;
  out.file = request_.input.name();
  out.digest = digests.file;
  out.first = first_;
  out.day_assumed = result_.day_assumed;
  out.records = result_.records;
  out.added = result_.added;
  out.changed = result_.changed;
  out.unchanged = result_.unchanged;
  out.rejected = result_.rejected;
  out.full = request_.full;
  out.told = told_;
  out.alerts_file = result_.alerts_file;
  out.alerts_digest = digests.alerts;
  out.map_digest = digests.map;
  auto others = everybody_but(confirmed_);
  out.all_but = others.size() < confirmed_.size();
  out.numbers = out.all_but ? std::move(others) : confirmed_;
  return out;
}

void ImportBatch::finish(const Digests& digests) {
  std::ranges::sort(confirmed_);
  std::ranges::sort(changed_);
  const auto rows = held_.with(std::move(rows_));
  const std::string_view kept = rows ? KnownRows::bytes(*rows) : "";
  ImportEntry own = entry(digests);
  if (!kept.empty()) own.rows_digest = digest(kept);
  Draft draft = row_;
  draft.number.reset();
  draft.kind = import_kind;
  draft.body = encode(import_body(own));
  result_.entry = change_.append(draft).id;
  change_.keep(result_.entry, kept);
}

std::vector<std::uint32_t> ImportBatch::not_shown(std::vector<std::uint32_t> shown) const {
  shown.insert(shown.end(), confirmed_.begin(), confirmed_.end());
  shown.insert(shown.end(), changed_.begin(), changed_.end());
  std::ranges::sort(shown);
  return everybody_but(shown);
}

// sorted: packed numbers.
std::vector<std::uint32_t> ImportBatch::everybody_but(const std::vector<std::uint32_t>& sorted) const {
  std::vector<std::uint32_t> out;
  std::ranges::set_difference(held_.everybody(), sorted, std::back_inserter(out));
  return out;
}

// The day of a row's export may have been assumed, and be known now, or the other way round.
bool ImportBatch::same(const PrisonNumber& number, std::string_view bytes) const {
  return held_.holds(number, bytes) ||
         (any_assumed_ && held_.holds(number, nomis_bytes(nomis_row_from(number, decode(bytes)), !result_.day_assumed)));
}

// A file that has no place for a field says nothing about it: what was known stays known. Not what was known of
// another booking, which is another sentence: only who the person is, and alerts that bind whatever the sentence.
// Nothing where nothing else was known.
std::optional<std::string> ImportBatch::with_untold(const ReadRow& came, EntryId held_entry) {
  NomisRow held = nomis_row_from(came.number, decode(change_.entry(held_entry)->body));
  const NomisRow told = nomis_row_from(came.number, decode(came.bytes));
  NomisRow row = told;
  const bool new_booking = other_booking(held, row);
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
  if (row == told) return std::nullopt;
  return nomis_bytes(row, result_.day_assumed);
}

void ImportBatch::note_kept(const std::string& name) {
  if (std::ranges::find(result_.kept, name) == result_.kept.end()) result_.kept.push_back(name);
}

}  // namespace mappa
