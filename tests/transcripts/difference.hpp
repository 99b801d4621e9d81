#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace transcripts {

// How `found` differs from `expected`, as a unified diff with two lines of context; empty when it does
// not. Each hunk is headed "@@ NAME:LINE", the line of the file in which it begins; first: the line of
// the first expected line.
std::string difference(const std::vector<std::string>& expected, const std::vector<std::string>& found,
                       const std::string& name, std::size_t first);

}  // namespace transcripts
