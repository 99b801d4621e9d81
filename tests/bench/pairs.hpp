#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "process.hpp"

namespace bench {

// What mappa and a peer took, each time one after the other.
class Pairs {
 public:
  void add(const Run& ours, const Run& peers);
  // Of at least one pair: both medians, the ratio's median, its least and most, the ratio of CPU, both memories.
  std::vector<std::string> cells() const;
  // The headings of those cells.
  static std::vector<std::string> headings();

 private:
  struct Side {
    std::vector<double> seconds;
    long peak_kib = 0;
    void add(const Run& run) {
      seconds.push_back(run.seconds);
      peak_kib = std::max(peak_kib, run.peak_kib);
    }
  };
  Side ours_, peers_;
  std::vector<double> ratios_, cpu_ratios_;
};

// These, and then those.
std::vector<std::string> row_of(std::vector<std::string> first, const std::vector<std::string>& rest);

}  // namespace bench
