#pragma once

#include <string>
#include <vector>

namespace bench {

struct Options {
  std::string mappa;  // programs, by their paths
  std::string make_export;
  std::string sqlite3;
  std::string python3;
  std::string peers;   // the folder of the peers
  std::string folder;  // where to work; whoever made it removes it
  std::vector<unsigned long> sizes = {10'000, 100'000};
  int pairs = 5;
  std::string beside;               // the only peer to measure; empty: all of them
  int checks = 300;                 // looks at one case, while nothing else runs
  unsigned long readers = 100'000;  // how many people the import brings that is read beside; 0: not measured
  std::string typed;                // what was typed behind run.sh
};

// Throws std::runtime_error when they cannot be understood.
Options options(const std::vector<std::string>& words);

}  // namespace bench
