#include "mappa/casebook/prison_number.hpp"

#include <algorithm>

#include "mappa/base/text.hpp"

namespace mappa {
namespace {

// 'A' a letter, '0' a digit. ASCII only: the locale plays no part.
constexpr std::string_view kShape = "A0000AA";

bool fits(char shape, char c) { return shape == 'A' ? c >= 'A' && c <= 'Z' : c >= '0' && c <= '9'; }

std::string_view without_full_stop(std::string_view text) {
  if (text.ends_with('.')) text.remove_suffix(1);
  return text;
}

}  // namespace

std::optional<PrisonNumber> PrisonNumber::parse(std::string_view canonical) {
  if (!std::ranges::equal(kShape, canonical, fits)) return std::nullopt;
  return PrisonNumber(std::string(canonical));
}

std::optional<PrisonNumber::Reading> PrisonNumber::read(std::string_view typed) {
  const auto number = parse(upper(trimmed(without_full_stop(trimmed(typed)))));
  if (!number) return std::nullopt;
  return Reading{*number, number->text() != typed};
}

}  // namespace mappa
