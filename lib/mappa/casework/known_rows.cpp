#include "mappa/casework/known_rows.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstring>
#include <type_traits>

#include "mappa/base/fault.hpp"
#include "mappa/casebook/body.hpp"
#include "mappa/casebook/digest.hpp"
#include "mappa/casebook/kind.hpp"

namespace mappa {
namespace {

static_assert(std::is_trivially_copyable_v<KnownRows::Row> && sizeof(KnownRows::Row) == 28);

std::uint64_t half(const Fingerprint& fingerprint, std::size_t which) {
  std::uint64_t out = 0;
  std::memcpy(&out, fingerprint.data() + which * sizeof out, sizeof out);
  return out;
}

// Whether a row was taken back by hand after this entry.
bool rows_withdrawn_since(const Snapshot& snapshot, EntryId since) {
  for (const Entry& entry : snapshot.entries_of_kind(std::string(withdrawal_kind))) {
    if (entry.id < since) continue;
    const Body body = decode(entry.body);
    const auto text = value(body, "entry");
    EntryId target = 0;
    std::from_chars(text.data(), text.data() + text.size(), target);
    // A withdrawal of a withdrawal may bring a row back.
    const auto found = snapshot.entry(target);
    if (!found || found->kind == nomis_kind || found->kind == withdrawal_kind) return true;
  }
  return false;
}

}  // namespace

std::int32_t day_number(Date date) {
  return static_cast<std::int32_t>(std::chrono::sys_days{date}.time_since_epoch().count());
}

KnownRows::KnownRows(std::vector<Row> rows) : rows_(std::move(rows)) {
  by_fingerprint_.reserve(rows_.size());
  for (const Row& row : rows_)
    if (row.fingerprint != Fingerprint{}) by_fingerprint_.emplace(half(row.fingerprint, 0), Whose{half(row.fingerprint, 1), row.number});
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
  if (std::ranges::any_of(rows, [&](const Row& row) { return row.day > day_number(on); })) return std::nullopt;
  return KnownRows(std::move(rows));
}

const KnownRows::Row* KnownRows::find(std::uint32_t number) const {
  const auto found = std::ranges::lower_bound(rows_, number, {}, &Row::number);
  return found != rows_.end() && found->number == number ? &*found : nullptr;
}

std::optional<PrisonNumber> KnownRows::whose(const Fingerprint& fingerprint) const {
  const auto found = by_fingerprint_.find(half(fingerprint, 0));
  if (found == by_fingerprint_.end() || found->second.second_half != half(fingerprint, 1)) return std::nullopt;
  return PrisonNumber::unpacked(found->second.number);
}

std::string KnownRows::bytes(const std::vector<Row>& rows) {
  return {reinterpret_cast<const char*>(rows.data()), rows.size() * sizeof(Row)};
}

}  // namespace mappa
