#pragma once

#include <compare>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mappa/calendar/date.hpp"

namespace mappa {

// One thing that a rule finds owed: by when, by which role, and which of several it is (see DueLine::about). When the
// turn passes to another role, another thing is owed. As text, which is kept in entries for ever:
// "2026-11-30 mappa-co-ordinator R-17 det-manager", "no-date supplier C-3", "2026-11-30 offender-manager".
struct Owed {
  std::optional<Date> by;
  std::string role;   // its name: one word
  std::string about;  // no line end in it; may be empty

  friend auto operator<=>(const Owed&, const Owed&) = default;
};
std::string text(const Owed& one);
// Nothing when it is no such text.
std::optional<Owed> owed_from(std::string_view text);

// Several, a line each.
std::string text(std::span<const Owed> all);
// Throws Fault (integrity) when one of them cannot be understood.
std::vector<Owed> all_owed_from(std::string_view text);

}  // namespace mappa
