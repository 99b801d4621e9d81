#pragma once

#include <string>
#include <vector>

#include "transcript.hpp"

namespace transcripts {

// Where and how commands run.
struct Setting {
  std::string folder;                    // the folder they start in
  std::vector<std::string> environment;  // NAME=value, and nothing else
  int seconds = 60;                      // after which the command and all that it started is killed
};

// Runs a command line through /bin/sh, with nothing on standard input. The exit code of what a signal
// ended is 128 and the signal, as in a shell. Throws std::system_error when it cannot be started.
Outcome run(const std::string& command, const Setting& setting);

}  // namespace transcripts
