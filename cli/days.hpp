#pragma once

#include <string>

namespace mappa {

// "28d", "4w" or "28": a number of days from 0 to 3660. Throws Fault (usage) naming the option.
int days(const std::string& option, const std::string& typed);

}  // namespace mappa
