#pragma once

#include <string>

#include "options.hpp"

namespace bench {

// The table of what is asked of a casebook, for every size: whether everybody and whether one person may be released,
// and what is due, each in pairs with the sqlite3 shell. Works in the options' folder, and leaves it empty. Throws
// std::runtime_error when the two do not say the same.
std::string measure_questions(const Options& options);

}  // namespace bench
