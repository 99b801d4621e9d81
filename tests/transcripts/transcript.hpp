#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace transcripts {

// A transcript is a text file:
//
//   ? test -e /dev/ptmx        above the first command: where this fails, the transcript is skipped
//   # Prose: what the next command shows.
//   $ mappa list --json        a command line for /bin/sh; "> " lines go on with it (here-documents)
//   []                         what it prints, line by line
//   ! A warning.               what it prints on standard error: "! ", after standard output
//   [10]                       its exit code; [0] is left out
//
// Blank lines in front of prose, a command or the end separate and mean nothing. What is printed
// without a final newline is followed by a line "\ no newline". A printed line that could be taken
// for something else (it begins with "#", "\", "$ ", "> " or "! ", is an exit code in brackets, or
// is a blank line at the end) is written with a backslash in front. $DIR stands for the folder.
struct Step {
  std::vector<std::string> before;    // prose, conditions and blank lines
  std::vector<std::string> command;   // as in the file, with "$ " and "> "
  std::vector<std::string> expected;  // as in the file
  std::size_t line = 0;               // of the command, from 1
};

struct Transcript {
  std::vector<Step> steps;
  std::vector<std::string> after;  // prose and blank lines at the end
};

// What a command did.
struct Outcome {
  std::string out;
  std::string err;
  int code = 0;
  bool timed_out = false;
};

// Reads a transcript. Throws std::runtime_error ("NAME:LINE: …") on lines that belong to no command.
Transcript parse(std::string_view text, const std::string& name);

// The command lines of a transcript's conditions ("? ").
std::vector<std::string> conditions(const Transcript& transcript);

// The transcript as a file again.
std::string print(const Transcript& transcript);

// The command line of a step, without its marks.
std::string command_line(const Step& step);

// An outcome in the form in which it is expected.
std::vector<std::string> render(const Outcome& outcome);

}  // namespace transcripts
