#pragma once

#include <functional>
#include <string>
#include <vector>

#include "command.hpp"
#include "mappa/casework/due.hpp"

namespace mappa {

// Prints a list of what is due.
using PrintDue = std::function<void(const Due&)>;

// How `mappa due` prints its list: --format, and the options that belong to one format.
struct DueFormat {
  std::string name;
  std::vector<Option> options;
  // Reads its options and returns what prints. Throws Fault (usage, configuration).
  std::function<PrintDue(const Arguments&, const Session&)> prepare;
};

// All of them; text, which is printed when nothing is said, first.
const std::vector<DueFormat>& due_formats();

// --format and the options of all formats.
std::vector<Option> due_format_options();

// The one that was asked for, with its options read. Throws Fault (usage) for a format that does not exist, for two
// that contradict each other, and for an option of another format; and what it throws itself.
PrintDue due_format(const Arguments& given, const Session& session);

}  // namespace mappa
