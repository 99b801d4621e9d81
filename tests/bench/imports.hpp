#pragma once

#include <string>

#include "options.hpp"

namespace bench {

// The table of imports, for every size: mappa and each peer in pairs, on the same files. Works in the
// options' folder, and leaves it empty. Throws std::runtime_error when two of them do not agree on what was
// new, changed and rejected.
std::string measure_imports(const Options& options);

}  // namespace bench
