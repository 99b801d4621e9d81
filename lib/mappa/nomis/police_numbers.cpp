#include "mappa/nomis/police_numbers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "mappa/base/text.hpp"

namespace mappa {
namespace {

constexpr std::string_view check_letters = "ZABCDEFGHJKLMNPQRTUVWXY";

bool all_digits(std::string_view text, std::size_t least, std::size_t most) {
  return text.size() >= least && text.size() <= most &&
         std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

// The digits of `more` written behind those of a number. At most ten altogether.
std::uint64_t followed_by(std::uint64_t number, std::string_view more) {
  for (const char c : more) number = number * 10 + static_cast<std::uint64_t>(c - '0');
  return number;
}

// The same with zeros in between, so that `more` takes so many digits.
std::uint64_t followed_by(std::uint64_t number, std::string_view more, std::size_t digits) {
  for (std::size_t size = more.size(); size < digits; ++size) number *= 10;
  return followed_by(number, more);
}

PoliceNumber compared(char letter, std::uint64_t digits) {
  if (letter < 'A' || letter > 'Z') return PoliceNumber::no_such_form;
  return letter == check_letters[digits % check_letters.size()] ? PoliceNumber::right
                                                                : PoliceNumber::wrong_letter;
}

std::string_view without_zeros(std::string_view serial) {
  return serial.substr(std::min(serial.find_first_not_of('0'), serial.size() - 1));
}

char capital(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

// "12", "/", "394773", "H"
struct Parts {
  std::string_view before;
  std::string_view after;  // without the letter
  char letter = ' ';       // a capital
};

Parts parts_of(std::string_view text) {
  text = trimmed(text);
  const auto slash = text.find('/');
  if (slash == std::string_view::npos || slash + 1 == text.size()) return {};
  return {text.substr(0, slash), text.substr(slash + 1, text.size() - slash - 2), capital(text.back())};
}

bool is_pnc(const Parts& parts) {
  const bool year_fits = parts.before.size() == 2 || parts.before.size() == 4;
  return year_fits && all_digits(parts.before, 2, 4) && all_digits(parts.after, 1, 7);
}

bool starts_with_sf(std::string_view text) {
  return text.size() >= 2 && capital(text[0]) == 'S' && capital(text[1]) == 'F';
}

// The latest year that ends in these two digits and is not in the future.
int full_year(int two_digits, int now) {
  const int year = now - now % 100 + two_digits;
  return year > now ? year - 100 : year;
}

}  // namespace

PoliceNumber check_pnc(std::string_view text) {
  const Parts parts = parts_of(text);
  if (!is_pnc(parts)) return PoliceNumber::no_such_form;
  const std::string_view year = parts.before.substr(parts.before.size() - 2);
  return compared(parts.letter, followed_by(followed_by(0, year), parts.after, 7));
}

PoliceNumber check_cro(std::string_view text) {
  const Parts parts = parts_of(text);
  if (starts_with_sf(parts.before)) {
    const std::string_view year = parts.before.substr(2);
    if (!all_digits(year, 2, 2) || !all_digits(parts.after, 1, 7)) return PoliceNumber::no_such_form;
    return compared(parts.letter, followed_by(followed_by(0, year), without_zeros(parts.after)));
  }
  if (!all_digits(parts.before, 1, 6) || !all_digits(parts.after, 2, 2)) return PoliceNumber::no_such_form;
  return compared(parts.letter, followed_by(followed_by(0, parts.after), parts.before, 6));
}

std::optional<std::string> canonical_pnc(std::string_view text, std::chrono::year now) {
  const Parts parts = parts_of(text);
  if (!is_pnc(parts) || parts.letter < 'A' || parts.letter > 'Z') return std::nullopt;
  int year = static_cast<int>(followed_by(0, parts.before));
  if (parts.before.size() == 2) year = full_year(year, static_cast<int>(now));
  return fmt::format("{:04}/{:0>7}{}", year, parts.after, parts.letter);
}

}  // namespace mappa
