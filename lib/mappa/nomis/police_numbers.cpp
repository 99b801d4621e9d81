#include "mappa/nomis/police_numbers.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

#include "mappa/base/text.hpp"

namespace mappa {
namespace {

constexpr std::string_view check_letters = "ZABCDEFGHJKLMNPQRTUVWXY";

bool all_digits(std::string_view text, std::size_t least, std::size_t most) {
  return text.size() >= least && text.size() <= most &&
         std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

// digits: at most ten.
char letter_for(const std::string& digits) {
  return check_letters[std::stoull(digits) % check_letters.size()];
}

PoliceNumber compared(char letter, const std::string& digits) {
  if (letter < 'A' || letter > 'Z') return PoliceNumber::no_such_form;
  return letter == letter_for(digits) ? PoliceNumber::right : PoliceNumber::wrong_letter;
}

std::string padded(std::string_view serial, std::size_t size) {
  return std::string(size - serial.size(), '0') + std::string(serial);
}

std::string_view without_zeros(std::string_view serial) {
  return serial.substr(std::min(serial.find_first_not_of('0'), serial.size() - 1));
}

// "12", "/", "394773", "H"
struct Parts {
  std::string before;
  std::string after;  // without the letter
  char letter = ' ';
};

Parts parts_of(std::string_view text) {
  const std::string whole = upper(trimmed(text));
  const auto slash = whole.find('/');
  if (slash == std::string::npos || slash + 1 == whole.size()) return {};
  return {whole.substr(0, slash), whole.substr(slash + 1, whole.size() - slash - 2), whole.back()};
}

}  // namespace

PoliceNumber check_pnc(std::string_view text) {
  const Parts parts = parts_of(text);
  const bool year_fits = parts.before.size() == 2 || parts.before.size() == 4;
  if (!year_fits || !all_digits(parts.before, 2, 4) || !all_digits(parts.after, 1, 7))
    return PoliceNumber::no_such_form;
  return compared(parts.letter, parts.before.substr(parts.before.size() - 2) + padded(parts.after, 7));
}

PoliceNumber check_cro(std::string_view text) {
  const Parts parts = parts_of(text);
  if (parts.before.starts_with("SF")) {
    const std::string year = parts.before.substr(2);
    if (!all_digits(year, 2, 2) || !all_digits(parts.after, 1, 7)) return PoliceNumber::no_such_form;
    return compared(parts.letter, year + std::string(without_zeros(parts.after)));
  }
  if (!all_digits(parts.before, 1, 6) || !all_digits(parts.after, 2, 2)) return PoliceNumber::no_such_form;
  return compared(parts.letter, parts.after + padded(parts.before, 6));
}

}  // namespace mappa
