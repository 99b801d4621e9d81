#include "mappa/nomis/date_format.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "mappa/base/text.hpp"

namespace mappa {
namespace {

using enum DateFormat;

constexpr std::array formats{year_month_day,  compact,           day_first,  month_first,
                             short_day_first, short_month_first, month_named};

constexpr std::array<std::string_view, 12> month_names{"january",   "february", "march",    "april",
                                                       "may",       "june",     "july",     "august",
                                                       "september", "october",  "november", "december"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// A number of so many digits and nothing else.
std::optional<int> number(std::string_view text, std::size_t least, std::size_t most) {
  if (text.size() < least || text.size() > most || !std::ranges::all_of(text, is_digit)) return std::nullopt;
  int value = 0;
  for (const char c : text) value = value * 10 + (c - '0');
  return value;
}

// The month of a name or of its first three letters.
std::optional<int> month_number(std::string_view word) {
  const std::string wanted = lower(word);
  for (std::size_t i = 0; i < month_names.size(); ++i)
    if (wanted == month_names[i] || wanted == month_names[i].substr(0, 3)) return static_cast<int>(i) + 1;
  return std::nullopt;
}

std::optional<DateParts> joined(std::optional<int> year, std::optional<int> month, std::optional<int> day) {
  if (!year || !month || !day) return std::nullopt;
  return DateParts{*year, *month, *day};
}

struct Pieces {
  std::string_view first;
  std::string_view second;
  std::string_view third;
};

// What stands around two separators, both the same.
std::optional<Pieces> pieces_of(std::string_view text, std::string_view separators) {
  const auto one = text.find_first_of(separators);
  if (one == std::string_view::npos) return std::nullopt;
  const auto two = text.find(text[one], one + 1);
  if (two == std::string_view::npos) return std::nullopt;
  return Pieces{text.substr(0, one), text.substr(one + 1, two - one - 1), text.substr(two + 1)};
}

std::optional<DateParts> with_dashes(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  return joined(number(text.substr(0, 4), 4, 4), number(text.substr(5, 2), 2, 2),
                number(text.substr(8), 2, 2));
}

std::optional<DateParts> without_separators(std::string_view text) {
  if (text.size() != 8) return std::nullopt;
  return joined(number(text.substr(0, 4), 4, 4), number(text.substr(4, 2), 2, 2),
                number(text.substr(6), 2, 2));
}

std::optional<DateParts> with_month_name(std::string_view text) {
  const auto pieces = pieces_of(text, " -");
  if (!pieces) return std::nullopt;
  return joined(number(pieces->third, 4, 4), month_number(pieces->second), number(pieces->first, 1, 2));
}

std::optional<DateParts> with_slashes(std::string_view text, DateFormat format) {
  const auto pieces = pieces_of(text, "/-.");
  if (!pieces) return std::nullopt;
  const std::size_t year_digits = has_short_year(format) ? 2 : 4;
  auto year = number(pieces->third, year_digits, year_digits);
  if (year && has_short_year(format)) *year += 2000;
  const auto first = number(pieces->first, 1, 2);
  const auto second = number(pieces->second, 1, 2);
  return has_month_first(format) ? joined(year, first, second) : joined(year, second, first);
}

}  // namespace

std::span<const DateFormat> date_formats() { return formats; }

std::string_view name(DateFormat format) {
  switch (format) {
    case year_month_day:
      return "yyyy-mm-dd";
    case compact:
      return "yyyymmdd";
    case day_first:
      return "dd/mm/yyyy";
    case month_first:
      return "mm/dd/yyyy";
    case short_day_first:
      return "dd/mm/yy";
    case short_month_first:
      return "mm/dd/yy";
    case month_named:
      return "dd mmm yyyy";
  }
  return "";
}

std::optional<DateFormat> find_date_format(std::string_view wanted) {
  const std::string small = lower(wanted);
  const auto found = std::ranges::find_if(formats, [&](DateFormat format) { return name(format) == small; });
  if (found == formats.end()) return std::nullopt;
  return *found;
}

std::string_view looks_like(DateFormat format) {
  switch (format) {
    case year_month_day:
      return "year-month-day";
    case compact:
      return "year, month and day in eight digits";
    case day_first:
      return "day/month/year";
    case month_first:
      return "month/day/year";
    case short_day_first:
      return "day/month/two-digit year";
    case short_month_first:
      return "month/day/two-digit year";
    case month_named:
      return "day, name of the month, year";
  }
  return "";
}

std::string_view example(DateFormat format) {
  switch (format) {
    case year_month_day:
      return "2026-11-25";
    case compact:
      return "20261125";
    case day_first:
      return "25/11/2026";
    case month_first:
      return "11/25/2026";
    case short_day_first:
      return "25/11/26";
    case short_month_first:
      return "11/25/26";
    case month_named:
      return "25 Nov 2026";
  }
  return "";
}

bool has_short_year(DateFormat format) { return format == short_day_first || format == short_month_first; }

bool has_month_first(DateFormat format) { return format == month_first || format == short_month_first; }

DateFormat with_full_year(DateFormat format) {
  if (!has_short_year(format)) return format;
  return has_month_first(format) ? month_first : day_first;
}

std::optional<DateParts> date_parts(std::string_view text, DateFormat format) {
  switch (format) {
    case year_month_day:
      return with_dashes(text);
    case compact:
      return without_separators(text);
    case month_named:
      return with_month_name(text);
    case day_first:
    case month_first:
    case short_day_first:
    case short_month_first:
      return with_slashes(text, format);
  }
  return std::nullopt;
}

}  // namespace mappa
