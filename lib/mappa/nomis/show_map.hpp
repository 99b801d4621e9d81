#pragma once

#include <string>

#include "mappa/base/input.hpp"
#include "mappa/nomis/encoding.hpp"
#include "mappa/nomis/mapping.hpp"

namespace mappa {

// The mapping that says of a CSV export what would be read from it anyway: its separator, its encoding unless
// that is UTF-16, what each column means, those that nobody knows as left out, and the format of every column
// with dates all of which fit exactly one. An export that can be read reads the same with it. The columns of
// one field have one format or none is said. look: the input's survey, with the encoding of `given`. given:
// what somebody says of the file, all of which stays. Throws Fault: usage when the export is JSON, unreadable
// when its headers cannot be told apart, configuration when `given` has a constant for a field that a column
// holds too.
Mapping mapping_of(Input& input, const Survey& look, const Mapping& given);

// The same as a mapping file for people to go on from, with a line that says of which file it is, and one
// that says so where no column holds the prison number. file: its name.
std::string shown_map(const Mapping& mapping, const std::string& file);

}  // namespace mappa
