#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <variant>

#include "mappa/casework/desk.hpp"

namespace mappa {

// Folded cases are kept beside the entries, so that looking at everybody need not read every entry. One case is
// always folded from its entries; so is everybody about whom something was recorded since, and everybody where what
// is kept does not hold: for another day than it was made for (of a later one, where the day changes nothing), for
// the casebook as it stood earlier, by another program, or with an import undone or brought late since.

// What refresh() did.
struct Refreshed {
  std::size_t folded = 0;  // cases
  bool all = false;        // everybody, for nothing that was kept held
};
// Brings what is kept up to date for a day. It is no record, and leaves no entry. Throws what the change throws.
Refreshed refresh_states(Change& change, Date today);

// Everybody as they stand on a day: from what is kept, where it holds, else from their entries. To unpack what is kept is
// most of the work, and may be done elsewhere than where it is read.
class Everybody {
 public:
  // Reads through the snapshot, which must outlive it. Throws what the snapshot throws.
  Everybody(const Snapshot& snapshot, Date as_of);
  ~Everybody();

  // One case, as it is kept or already folded.
  class One {
   public:
    const PrisonNumber& number() const { return number_; }

   private:
    friend class Everybody;
    One(PrisonNumber number, std::variant<std::string, std::unique_ptr<Case>> how) : number_(number), how_(std::move(how)) {}
    PrisonNumber number_;
    std::variant<std::string, std::unique_ptr<Case>> how_;
  };
  // In the order of their numbers. Throws what the snapshot throws.
  void each(const std::function<void(One&&)>& take) const;
  // From any thread. Throws Fault (integrity) where what is kept cannot be read.
  Case unpacked(One&& one) const;

 private:
  struct Kept;
  const Snapshot& snapshot_;
  Date as_of_;
  CaseReader cases_;
  std::unique_ptr<const Kept> kept_;  // none: nothing that holds
};

// Everybody in turn, folded, in the order of their numbers, as each_case() gives them. Memory holds one person at a time.
void each_folded(const Snapshot& snapshot, Date as_of, const std::function<void(const Case&)>& take);

}  // namespace mappa
