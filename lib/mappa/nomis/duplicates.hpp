#pragma once

#include <cstdint>
#include <memory_resource>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "mappa/nomis/check.hpp"

namespace mappa {

// One number in several records of a file. With the same facts in each it is taken once, a note on the
// others. With different facts all of them are rejected, each naming another and the fields that differ. Where
// one of them was rejected for something else, the one that goes in carries a warning.
//
// Records come one by one, and the first of a number is taken before the next is seen: whoever finds numbers
// in contested() afterwards takes nothing of this reading, and reads once more with them known.
class Duplicates {
 public:
  // unit: what a record's number counts, "Line" or "Record", at the start of a sentence. contested: numbers
  // whose records are known to differ.
  // expected: about how many numbers there are.
  Duplicates(const char* unit, const std::set<PrisonNumber>& contested, std::size_t expected) : unit_(unit), known_(contested) {
    seen_.reserve(expected);
  }

  // A record that is known to say what it said before: taken without being read, where it is the first of its
  // number and nothing contests it. False where it must be read.
  bool take_known(const PrisonNumber& number, std::size_t line);

  enum class Fate { taken, rejected, repeated, contested };
  // What becomes of the record; adds to its problems what is to be said. facts: the bytes that its row would
  // be kept as. text: the record as it came. A contested one is kept here until the end.
  Fate settle(Checked& record, std::string_view facts, std::string_view text);
  // Warnings on records that were handed back before the other record of their number came.
  Problems late() const { return late_; }
  // Every record of a contested number: rejected; or, where all of them turn out to say the same, the first taken
  // and the others repeated.
  struct Contested {
    Checked record;
    std::string text;
    Fate fate = Fate::rejected;
  };
  std::vector<Contested> settle_contested();
  // Whether a record of that number came, whatever became of it.
  bool has(const PrisonNumber& number) const { return seen_.contains(number.packed()); }
  // Numbers that turned out to differ.
  const std::set<PrisonNumber>& contested() const { return found_; }

 private:
  struct Seen {
    std::uint32_t taken_line = 0, rejected_line = 0;  // 0: none
    std::size_t facts = 0;                            // a hash; 0 where it was taken as known, without being read
    bool warned = false;
  };

  Problem says_the_same(const Checked& record, std::size_t line) const;
  // Once for each number of which one record was taken and another rejected. record: any of that number.
  void warn_of_rejected(const Checked& record, Seen& seen);

  const char* unit_;
  const std::set<PrisonNumber>& known_;
  std::set<PrisonNumber> found_;
  std::pmr::monotonic_buffer_resource memory_;  // of very many small pieces that all go at once
  std::pmr::unordered_map<std::uint32_t, Seen> seen_{&memory_};
  std::vector<Contested> kept_;
  Problems late_;
};

}  // namespace mappa
