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

std::uint32_t base_of(char shape) { return shape == 'A' ? 26 : 10; }

}  // namespace

std::uint32_t PrisonNumber::packed() const {
  std::uint32_t out = 0;
  for (std::size_t i = 0; i < kShape.size(); ++i)
    out = out * base_of(kShape[i]) + static_cast<std::uint32_t>(text_[i] - kShape[i]);
  return out;
}

PrisonNumber PrisonNumber::unpacked(std::uint32_t packed) {
  std::string text(kShape);
  for (std::size_t i = text.size(); i-- > 0; packed /= base_of(kShape[i]))
    text[i] = static_cast<char>(kShape[i] + static_cast<char>(packed % base_of(kShape[i])));
  return PrisonNumber(std::move(text));
}

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
