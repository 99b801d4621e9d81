#pragma once

#include <string>

#include "options.hpp"

namespace bench {

// How long a look at one case takes while nothing else runs and while an import does, and what becomes of a
// record that is made in the middle of the import: a table and a sentence. Works in the options' folder,
// and leaves it empty.
std::string measure_readers(const Options& options);

}  // namespace bench
