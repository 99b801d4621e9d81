#pragma once

#include <string>

#include "mappa/casebook/entry.hpp"

namespace mappa {

// The number of an entry as typed. whose: "entry" or "batch"; shown_by: the command that shows the numbers.
// Throws Fault (usage) for what is none.
EntryId entry_id(const std::string& typed, const std::string& whose, const std::string& shown_by);

}  // namespace mappa
