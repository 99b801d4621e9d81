#pragma once

#include <string>

#include "mappa/base/input.hpp"
#include "mappa/nomis/mapping.hpp"

namespace mappa {

// How a CSV export is read, as a mapping file for people to go on from. Nothing is imported.
// given: what somebody says of the file, all of which stays. Throws Fault: unreadable (the file), usage (it is
// JSON), configuration (`given` has a constant for a field that a column holds too).
std::string map_of_export(Input& input, const Mapping& given);

}  // namespace mappa
