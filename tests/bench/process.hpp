#pragma once

#include <functional>
#include <string>
#include <vector>

namespace bench {

struct Command {
  std::vector<std::string> words;    // the first is the program, by its path
  std::string folder;                // where it runs
  std::string output = "/dev/null";  // where its standard output goes; errors are never kept
};

struct Run {
  int code = 0;        // 128 and the signal when a signal ended it
  double seconds = 0;  // on the wall
  double cpu = 0;      // seconds, in the program and in the system for it
  long peak_kib = 0;   // resident, at most
};

// Runs one process from fork to its end, in an environment that has nothing of the caller's. Safe to call
// from several threads. Throws std::system_error when there can be no process.
Run run(const Command& command);

// The same, and throws std::runtime_error unless it ends with one of these codes; 3: some rows were rejected.
Run run_well(const Command& command, const std::vector<int>& codes = {0, 3});

// Works something out in a process of its own, and returns it. What a process holds in memory when it starts another
// counts as the other's, so whatever takes much memory is done apart. Throws std::runtime_error with the words of
// whatever was thrown there.
std::string apart(const std::function<std::string()>& work);

}  // namespace bench
