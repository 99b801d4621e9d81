#pragma once

#include <set>
#include <string>
#include <vector>

namespace bench {

struct Options {
  std::string mappa;  // programs, by their paths
  std::string sqlite3;
  std::string python3;
  std::string programs;       // the folder of the benchmark's own
  std::string peers;          // the folder of the peers
  std::string configuration;  // of the casebook that is asked
  std::string folder;         // where to work; whoever made it removes it
  std::vector<unsigned long> sizes = {10'000, 100'000};
  int pairs = 5;
  std::string beside;               // the only peer to measure; empty: all of them
  std::set<std::string> only;       // the parts to measure; empty: all of them
  int numbers = 200;                // how many people are looked at one by one, beside the shell
  int checks = 300;                 // looks at one case, while nothing else runs
  unsigned long readers = 100'000;  // how many people the import brings that is read beside; 0: not measured
  std::string typed;                // what was typed behind run.sh

  // One of the benchmark's own programs, by its path.
  std::string program(const std::string& name) const { return programs + "/" + name; }
  // Whether a part is to be measured: imports, readers, everybody, one, due.
  bool wants(const std::string& part) const { return only.empty() || only.contains(part); }
};

// Throws std::runtime_error when they cannot be understood.
Options options(const std::vector<std::string>& words);

}  // namespace bench
