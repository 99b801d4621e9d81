#pragma once

#include <functional>
#include <string>
#include <vector>

#include "command.hpp"
#include "mappa/casework/due.hpp"

namespace mappa {

// How `mappa due` prints its list: --format, and the options that belong to some formats only.
struct DueFormat {
  std::string name;
  std::vector<Option> options;
  // Reads its options and returns what prints. Throws Fault (usage, configuration).
  std::function<std::function<void(const Due&)>(const Arguments&, const Session&)> prepare;
  // It names what is owed outside the casebook, and is there whole: what stood in the last one and not in this is done.
  bool tokens = false;
};

// All of them; text, which is printed when nothing is said, first.
const std::vector<DueFormat>& due_formats();

// --format and the options of all formats, each once.
std::vector<Option> due_format_options();

// The one that was asked for. Throws Fault (usage) for a format that does not exist, for two that contradict each
// other, and for an option that this one does not have or bear.
const DueFormat& due_format(const Arguments& given, const Session& session);

}  // namespace mappa
