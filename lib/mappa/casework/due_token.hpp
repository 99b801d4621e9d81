#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mappa/casework/due.hpp"

namespace mappa {

// What names one thing that is owed where it leaves the casebook, in a calendar for instance: 32 hexadecimal digits.
// They stay, whatever becomes of its day and words, and tell nobody whose it is: prison numbers are few enough to try
// them all, so that it is made from the random salt of the person's first entry, and from the rule and what the
// finding is about.
std::string due_token(std::string_view salt, const Finding& finding);

// Gives every line its token. Throws Fault, as every reading does.
void add_tokens(const Snapshot& snapshot, std::vector<DueLine>& lines);

}  // namespace mappa
