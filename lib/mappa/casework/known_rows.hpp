#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "mappa/casebook/spells.hpp"
#include "mappa/nomis/fingerprint.hpp"
#include "mappa/store/store.hpp"

namespace mappa {

// Everybody's newest row: which entry holds it, and how it stood in the file that showed it last. Kept beside an
// import's entry, so that the next file need only be read where it differs.
class KnownRows {
 public:
  struct Row {
    std::uint32_t number = 0;  // packed
    std::uint32_t entry = 0;
    std::int32_t day = 0;      // that the entry is about, since 1970
    Fingerprint fingerprint{}; // all zero: the row must be read
  };

  // What the last import kept, where it still holds for a file exported on this day: nothing was undone or taken
  // back since, and no row is of a later day. Else nothing.
  static std::optional<KnownRows> read(const Snapshot& snapshot, const Exports& exports, Date on);
  // rows: sorted by number.
  explicit KnownRows(std::vector<Row> rows);

  const std::vector<Row>& rows() const { return rows_; }
  const Row* find(std::uint32_t number) const;
  std::optional<PrisonNumber> whose(const Fingerprint& fingerprint) const;
  // The bytes to keep of rows that are sorted by number, as they stand in memory: of a million a copy would be much.
  static std::string_view bytes(const std::vector<Row>& rows);

 private:
  std::size_t slot_of(const Fingerprint& fingerprint) const;

  std::vector<Row> rows_;
  // Where the row of a fingerprint stands among them: from its slot on, up to the next free one. A hash table that
  // costs four bytes a slot, for a million rows and more.
  std::vector<std::uint32_t> slots_;
};

}  // namespace mappa
