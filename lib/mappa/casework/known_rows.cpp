#include "mappa/casework/known_rows.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>
#include <type_traits>

#include "mappa/base/fault.hpp"
#include "mappa/casebook/body.hpp"
#include "mappa/casebook/digest.hpp"
#include "mappa/casebook/kind.hpp"

namespace mappa {
namespace {

static_assert(std::is_trivially_copyable_v<KnownRows::Row> && sizeof(KnownRows::Row) == 28);

constexpr std::uint32_t free_slot = std::numeric_limits<std::uint32_t>::max();

// Whether a row was taken back by hand after this entry.
bool rows_withdrawn_since(const Snapshot& snapshot, EntryId since) {
  for (const Entry& entry : snapshot.entries_of_kind(std::string(withdrawal_kind))) {
    if (entry.id < since) continue;
    // A withdrawal of a withdrawal may bring a row back.
    const auto found = snapshot.entry(whole_number(decode(entry.body), "entry").value_or(0));
    if (!found || found->kind == nomis_kind || found->kind == withdrawal_kind) return true;
  }
  return false;
}

}  // namespace

KnownRows::KnownRows(std::vector<Row> rows) : rows_(std::move(rows)), slots_(std::bit_ceil(2 * rows_.size() + 2), free_slot) {
  for (std::size_t at = 0; at < rows_.size(); ++at) {
    if (rows_[at].fingerprint == Fingerprint{}) continue;
    std::size_t slot = slot_of(rows_[at].fingerprint);
    while (slots_[slot] != free_slot) slot = (slot + 1) % slots_.size();
    slots_[slot] = static_cast<std::uint32_t>(at);
  }
}

// A fingerprint is as good as random: its first bytes are a hash.
std::size_t KnownRows::slot_of(const Fingerprint& fingerprint) const {
  std::uint64_t first = 0;
  std::memcpy(&first, fingerprint.data(), sizeof first);
  return first % slots_.size();
}

std::optional<KnownRows> KnownRows::read(const Snapshot& snapshot, const Exports& exports, Date on) {
  const auto kept = snapshot.kept();
  if (!kept || exports.imports.empty()) return std::nullopt;
  const auto& [beside, bytes] = *kept;
  const auto newest = std::ranges::max_element(exports.imports, {}, &Confirmation::id);
  const bool undone_since = std::ranges::any_of(exports.undone, [&](const Undone& one) { return one.id > newest->id; });
  if (newest->id != beside || undone_since || exports.undo_of_import(beside) || rows_withdrawn_since(snapshot, beside)) return std::nullopt;
  // They stand outside the chain: whoever changed them cannot have changed the entry that says what they were.
  if (bytes.size() % sizeof(Row) != 0 || digest(bytes) != newest->import.rows_digest) return std::nullopt;
  std::vector<Row> rows(bytes.size() / sizeof(Row));
  std::memcpy(rows.data(), bytes.data(), bytes.size());
  if (std::ranges::any_of(rows, [&](const Row& row) { return row.day > days_since_1970(on); })) return std::nullopt;
  return KnownRows(std::move(rows));
}

const KnownRows::Row* KnownRows::find(std::uint32_t number) const {
  const auto found = std::ranges::lower_bound(rows_, number, {}, &Row::number);
  return found != rows_.end() && found->number == number ? &*found : nullptr;
}

std::optional<PrisonNumber> KnownRows::whose(const Fingerprint& fingerprint) const {
  for (std::size_t slot = slot_of(fingerprint); slots_[slot] != free_slot; slot = (slot + 1) % slots_.size())
    if (rows_[slots_[slot]].fingerprint == fingerprint) return PrisonNumber::unpacked(rows_[slots_[slot]].number);
  return std::nullopt;
}

std::string_view KnownRows::bytes(const std::vector<Row>& rows) {
  return {reinterpret_cast<const char*>(rows.data()), rows.size() * sizeof(Row)};
}

}  // namespace mappa
