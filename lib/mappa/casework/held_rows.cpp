#include "mappa/casework/held_rows.hpp"

#include <algorithm>
#include <chrono>

#include "mappa/casebook/chain.hpp"
#include "mappa/casebook/fold.hpp"
#include "mappa/casebook/kind.hpp"

namespace mappa {
namespace {

std::int32_t day_number(Date date) {
  return static_cast<std::int32_t>(std::chrono::sys_days{date}.time_since_epoch().count());
}

template <std::size_t size>
std::array<char, size> first_of(std::string_view bytes) {
  std::array<char, size> out{};
  std::copy_n(bytes.begin(), std::min(size, bytes.size()), out.begin());
  return out;
}

}  // namespace

bool HeldRows::Row::holds(std::string_view bytes) const {
  return entry != 0 && first_of<16>(body_digest({salt.data(), salt.size()}, bytes)) == digest;
}

HeldRows::HeldRows(const Snapshot& snapshot, const Exports& exports, Date on) {
  const auto withdrawals = snapshot.entries_of_kind(std::string(withdrawal_kind));
  const auto taken_back = withdrawn(withdrawals, exports);
  snapshot.each_sealed(std::string(nomis_kind), [&](const SealedEntry& sealed) {
    if (taken_back.contains(sealed.id) || exports.undo_of_row(sealed.id)) return;
    Row& row = rows_[sealed.number.packed()];
    if (sealed.on > on) {
      row.newer = true;
      return;
    }
    const auto day = day_number(sealed.on);
    if (row.entry != 0 && day < row.day) return;  // by id, so that a later one of the same day wins
    row = {static_cast<std::uint32_t>(sealed.id), day, first_of<16>(sealed.salt), first_of<16>(sealed.digest), row.newer};
  });
}

const HeldRows::Row* HeldRows::find(const PrisonNumber& number) const {
  const auto found = rows_.find(number.packed());
  return found == rows_.end() ? nullptr : &found->second;
}

std::vector<std::uint32_t> HeldRows::everybody() const {
  std::vector<std::uint32_t> out;
  out.reserve(rows_.size());
  for (const auto& [number, row] : rows_) out.push_back(number);
  std::ranges::sort(out);
  return out;
}

}  // namespace mappa
