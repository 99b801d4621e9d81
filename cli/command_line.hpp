#pragma once

#include <optional>
#include <string>
#include <vector>

#include "command.hpp"

namespace mappa {

// What the command line asks for.
struct CommandLine {
  std::optional<Command> command;  // absent: help or the version was asked for, or no command was named
  Arguments given;                     // global options among them
  bool help = false, version = false;
};

// Reads the arguments (without the program's name). Throws Fault (usage) with the nearest command or
// option that exists.
CommandLine read_command_line(const std::vector<std::string>& arguments);

}  // namespace mappa
