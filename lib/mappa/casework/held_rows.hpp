#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "mappa/casebook/spells.hpp"
#include "mappa/casework/known_rows.hpp"
#include "mappa/store/store.hpp"

namespace mappa {

// Which row each person is known by on a day: the newest of that day or before that was not taken back; as
// no more than what it takes to tell whether another one is the same. Small, for very many people.
//
// A row that came late may never have been in force: an export of a later day had shown an older one before. No other
// row is the same as that one, so that whatever an export shows then becomes an entry: what is in force changes.
class HeldRows {
 public:
  struct Held {
    EntryId entry = 0;   // that holds the row, or the one in force; 0: only newer ones are known
    std::int32_t day = 0;
    bool newer = false;  // a row of a later day is known
  };

  // on: the day of an export that is to be compared with them. exports: those of the snapshot, which must outlive
  // this. Where the last import kept its rows (see KnownRows), they are taken from there.
  HeldRows(const Snapshot& snapshot, const Exports& exports, Date on);

  // Nothing where no export showed this person.
  std::optional<Held> find(const PrisonNumber& number) const;
  // Whether the row of this person that find() gave is these bytes: see nomis_bytes().
  bool holds(const PrisonNumber& number, std::string_view bytes) const;
  // Whose row stood so in the last file. Safe to ask from another thread.
  std::optional<PrisonNumber> whose(const Fingerprint& fingerprint) const;

  std::size_t size() const { return known_ ? known_->rows().size() : rows_.size(); }
  // Everybody who has a row, of whatever day: packed and sorted.
  std::vector<std::uint32_t> everybody() const;
  // What can be kept for the next import once these rows have gone in, by number; nothing where rows of later
  // days are known, which this does not tell.
  std::optional<std::vector<KnownRows::Row>> with(std::vector<KnownRows::Row> rows) const;

 private:
  struct Row {
    std::uint32_t entry = 0;
    std::int32_t day = 0;     // since 1970
    std::array<char, 16> salt{}, digest{};  // the digest's first half is enough to compare by
    bool newer = false;
  };

  void read_entries(const Exports& exports, Date on);
  void find_overtaken(const Exports& exports, Date on);
  void each(const std::function<void(std::uint32_t number, EntryId entry)>& take) const;

  const Snapshot& snapshot_;
  std::optional<KnownRows> known_;
  std::unordered_map<std::uint32_t, Row> rows_;  // where nothing was kept
  std::unordered_map<std::uint32_t, EntryId> overtaken_;  // whose row was never in force, and the one that is
};

}  // namespace mappa
