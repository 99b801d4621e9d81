#include "days.hpp"

#include <charconv>

#include "mappa/base/fault.hpp"
#include "mappa/base/text.hpp"

namespace mappa {

int days(const std::string& option, const std::string& typed) {
  int count = 0;
  const auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), count);
  const std::string unit{end, typed.data() + typed.size()};
  const int factor = unit == "w" ? 7 : unit.empty() || unit == "d" ? 1 : 0;
  if (error != std::errc{} || factor == 0 || count < 0 || count > 3660 / factor)
    throw Fault(Cause::usage, "--" + option + ": \"" + safe(typed) + "\" is no number of days.", "Type it as 28d or 4w.");
  return count * factor;
}

}  // namespace mappa
