#include "mappa/casework/held_rows.hpp"

#include <algorithm>
#include <utility>

#include "mappa/casebook/chain.hpp"
#include "mappa/casebook/fold.hpp"
#include "mappa/casebook/kind.hpp"

namespace mappa {
namespace {

template <std::size_t size>
std::array<char, size> first_of(std::string_view bytes) {
  std::array<char, size> out{};
  std::copy_n(bytes.begin(), std::min(size, bytes.size()), out.begin());
  return out;
}

// The imports that came after one of a later day: where their rows begin, and end.
std::vector<std::pair<EntryId, EntryId>> late_imports(const Exports& exports) {
  std::vector<std::pair<EntryId, EntryId>> out;
  std::optional<Date> last;
  for (const Confirmation& one : exports.imports) {  // by id
    if (last && one.on < *last) out.emplace_back(one.import.first, one.id);
    last = last ? std::max(*last, one.on) : one.on;
  }
  return out;
}

}  // namespace

HeldRows::HeldRows(const Snapshot& snapshot, const Exports& exports, Date on)
    : snapshot_(snapshot), known_(KnownRows::read(snapshot, exports, on)) {
  if (!known_) read_entries(exports, on);
  find_overtaken(exports, on);
}

void HeldRows::read_entries(const Exports& exports, Date on) {
  const auto withdrawals = snapshot_.entries_of_kind(std::string(withdrawal_kind));
  const auto taken_back = withdrawn(withdrawals, exports);
  snapshot_.each_sealed(std::string(nomis_kind), [&](const SealedEntry& sealed) {
    if (taken_back.contains(sealed.id) || exports.undo_of_row(sealed.id)) return;
    Row& row = rows_[sealed.number.packed()];
    if (sealed.on > on) {
      row.newer = true;
      return;
    }
    const auto day = days_since_1970(sealed.on);
    if (row.entry != 0 && day < row.day) return;  // by id, so that a later one of the same day wins
    row = {static_cast<std::uint32_t>(sealed.id), day, first_of<16>(sealed.salt), first_of<16>(sealed.digest), row.newer};
  });
}

void HeldRows::each(const std::function<void(std::uint32_t, EntryId)>& take) const {
  if (known_)
    for (const auto& row : known_->rows()) take(row.number, row.entry);
  for (const auto& [number, row] : rows_) take(number, row.entry);
}

void HeldRows::find_overtaken(const Exports& exports, Date on) {
  const auto late = late_imports(exports);
  if (late.empty()) return;
  each([&](std::uint32_t packed, EntryId entry) {
    if (std::ranges::none_of(late, [&](const auto& import) { return import.first <= entry && entry < import.second; })) return;
    const auto number = PrisonNumber::unpacked(packed);
    const auto shown = sightings(number, snapshot_.entries(number), exports, on);
    if (!shown.empty() && shown.back().entry != entry) overtaken_.emplace(packed, shown.back().entry);
  });
}

std::optional<HeldRows::Held> HeldRows::find(const PrisonNumber& number) const {
  std::optional<Held> out;
  if (known_) {
    if (const auto* row = known_->find(number.packed())) out = Held{row->entry, row->day, false};
  } else if (const auto found = rows_.find(number.packed()); found != rows_.end()) {
    out = Held{found->second.entry, found->second.day, found->second.newer};
  }
  if (const auto other = overtaken_.find(number.packed()); out && other != overtaken_.end()) out->entry = other->second;
  return out;
}

bool HeldRows::holds(const PrisonNumber& number, std::string_view bytes) const {
  if (overtaken_.contains(number.packed())) return false;
  if (known_) {
    const auto* row = known_->find(number.packed());
    const auto sealed = row ? snapshot_.sealed(row->entry) : std::nullopt;
    return sealed && sealed->holds(bytes);
  }
  const auto found = rows_.find(number.packed());
  if (found == rows_.end() || found->second.entry == 0) return false;
  const auto& [salt, digest] = std::tie(found->second.salt, found->second.digest);
  return first_of<16>(body_digest({salt.data(), salt.size()}, bytes)) == digest;
}

std::optional<PrisonNumber> HeldRows::whose(const Fingerprint& fingerprint) const {
  const auto found = known_ ? known_->whose(fingerprint) : std::nullopt;
  return found && !overtaken_.contains(found->packed()) ? found : std::nullopt;
}

std::vector<std::uint32_t> HeldRows::everybody() const {
  std::vector<std::uint32_t> out;
  if (known_)
    for (const auto& row : known_->rows()) out.push_back(row.number);
  for (const auto& [number, row] : rows_) out.push_back(number);
  std::ranges::sort(out);
  return out;
}

std::optional<std::vector<KnownRows::Row>> HeldRows::with(std::vector<KnownRows::Row> rows) const {
  std::ranges::sort(rows, {}, &KnownRows::Row::number);
  std::vector<KnownRows::Row> all;
  all.reserve((known_ ? known_->rows().size() : rows_.size()) + rows.size());
  const auto add_old = [&](const KnownRows::Row& row) {
    if (!std::ranges::binary_search(rows, row.number, {}, &KnownRows::Row::number)) all.push_back(row);
  };
  if (known_) std::ranges::for_each(known_->rows(), add_old);
  for (const auto& [number, row] : rows_) {
    if (row.newer) return std::nullopt;
    add_old({number, row.entry, row.day, {}});
  }
  all.insert(all.end(), rows.begin(), rows.end());
  std::ranges::sort(all, {}, &KnownRows::Row::number);
  return all;
}

}  // namespace mappa
