#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mappa/casework/due.hpp"
#include "mappa/store/store.hpp"

namespace mappa {

// What is due, kept beside the entries for one day: many answers change with the day alone, and a list that guessed at
// which of them do would one day lose a deadline. It holds for that day, under the policy that it was made under, by
// the program that made it, until an export arrives or is undone; people about whom something was recorded since are
// looked at as ever, and so is whoever is to be released on that day, for whom the hour counts.
class KeptDeadlines {
 public:
  // Nothing where nothing is kept that holds. Throws what the snapshot throws.
  static std::optional<KeptDeadlines> read(const Snapshot& snapshot, const Desk& desk);

  // Whether it reaches as far ahead as a list looks.
  bool reach(const DueQuery& query) const;
  // Who is not told of by what is kept, in the order of their numbers.
  std::vector<PrisonNumber> to_be_looked_at(const Snapshot& snapshot) const;
  // The people it tells of, at one place or (facility empty) everywhere. anew: those of to_be_looked_at().
  LookedAt counted(const Snapshot& snapshot, const std::string& facility, const std::vector<PrisonNumber>& anew) const;
  // Their lines, as due_line_from_bytes() reads them, acknowledged ones too: those of the query's days, place and kinds,
  // in the order of the list. The bytes live as long as the call.
  void each_line(const Snapshot& snapshot, const DueQuery& query, const Desk& desk, const std::vector<PrisonNumber>& anew,
                 const std::function<void(PlaceOnList, std::string_view)>& take) const;

 private:
  Made made_;
  std::map<std::string, LookedAt> by_place_;
  std::vector<PrisonNumber> of_the_hour_;
};

// Makes what is kept for the desk's day, where what there is does not hold, or tells of somebody no more; returns how
// many people were looked at. It is no record, and leaves no entry. Throws what the change throws.
std::size_t refresh_deadlines(Change& change, const Desk& desk);

}  // namespace mappa
