#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "mappa/casebook/spells.hpp"
#include "mappa/store/store.hpp"

namespace mappa {

// Which row each person is known by on a day: the newest of that day or before that was not taken back; as
// no more than what it takes to tell whether another one is the same. Small, for very many people.
class HeldRows {
 public:
  struct Row {
    std::uint32_t entry = 0;  // 0: only newer ones are known
    std::int32_t day = 0;     // since 1970
    std::array<char, 16> salt{}, digest{};  // the digest's first half is enough to compare by
    bool newer = false;       // a row of a later day is known

    // Whether the entry holds these bytes: see nomis_bytes().
    bool holds(std::string_view bytes) const;
  };

  // on: the day of an export that is to be compared with them. exports: those of the snapshot.
  HeldRows(const Snapshot& snapshot, const Exports& exports, Date on);

  // Nothing where no export showed this person.
  const Row* find(const PrisonNumber& number) const;
  // Everybody who has a row, of whatever day: packed and sorted.
  std::vector<std::uint32_t> everybody() const;

 private:
  std::unordered_map<std::uint32_t, Row> rows_;
};

}  // namespace mappa
