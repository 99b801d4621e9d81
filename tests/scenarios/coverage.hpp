#pragma once

#include <string>
#include <vector>

namespace scenarios {

// Which scenario shows which answer of which rule, a line each; and every answer that no scenario shows and
// that is not listed in `cannot_occur` (a TOML file: rule, answer, reason), or is listed there in vain.
struct Coverage {
  std::vector<std::string> lines;
  std::vector<std::string> gaps;
};
Coverage coverage(const std::vector<std::string>& files, const std::string& cannot_occur);

}  // namespace scenarios
