#include "mappa/calendar/date.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "mappa/base/text.hpp"

namespace mappa {

namespace {

// A day, or why there is none; `what` is then only the end of a sentence that opens with what was typed.
using Reading = std::variant<Date, DateProblem>;

constexpr int first_year = 1900;
constexpr int last_year = 9999;
constexpr std::array<std::string_view, 12> month_names = {"January",   "February", "March",    "April",
                                                          "May",       "June",     "July",     "August",
                                                          "September", "October",  "November", "December"};
const char* const forms = "Type a date such as 2026-11-25, 25/11/2026 or 25 Nov 2026.";

// What the three parts of a date say, before anybody knows whether there is such a day.
struct Parts {
  int day = 0;
  int month = 0;
  int year = 0;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// A whole number of 1 to 5 digits and nothing else.
std::optional<int> digits(std::string_view text) {
  if (text.empty() || text.size() > 5 || !std::ranges::all_of(text, is_digit)) return std::nullopt;
  int value = 0;
  for (const char c : text) value = value * 10 + (c - '0');
  return value;
}

Date date_of(const Parts& parts) {
  return std::chrono::year{parts.year} / std::chrono::month{static_cast<unsigned>(parts.month)} /
         std::chrono::day{static_cast<unsigned>(parts.day)};
}

bool in_range(int year) { return year >= first_year && year <= last_year; }

DateProblem outside_range() {
  return {fmt::format("has a year that is not between {} and {}", first_year, last_year), forms};
}

unsigned days_in_month(const Parts& parts) {
  const auto month = std::chrono::year{parts.year} / std::chrono::month{static_cast<unsigned>(parts.month)};
  return static_cast<unsigned>((month / std::chrono::last).day());
}

std::string_view month_name(int month) { return month_names[static_cast<std::size_t>(month - 1)]; }

// Parts whose year was written in full and that are not month-first: the day, or why there is none.
Reading checked(const Parts& parts) {
  if (!in_range(parts.year)) return outside_range();
  if (parts.month < 1 || parts.month > 12)
    return DateProblem{fmt::format("has {} where the month should be", parts.month), forms};
  const Date date = date_of(parts);
  if (date.ok()) return date;
  return DateProblem{fmt::format("is not a day: {} {} has {} days", month_name(parts.month), parts.year,
                                 days_in_month(parts)),
                     "Look up the day and type it again."};
}

DateProblem two_digit_year() {
  return {"has a year of two digits, which leaves the century open", "Type all four digits of the year."};
}

// "11/25/2026" can only be month-first. It is not read as that, but the message says so.
DateProblem month_first(const Parts& parts, char separator, bool full_year) {
  const std::string what =
      fmt::format("looks like month{0}day{0}{1}", separator, full_year ? "year" : "two-digit year");
  if (!full_year) return {what, "Type the day first, and all four digits of the year."};
  return {what, fmt::format("Type the day first: {:02}{}{:02}{}{}, if that is the day that was meant.",
                            parts.month, separator, parts.day, separator, parts.year)};
}

bool short_number(std::string_view text) { return text.size() <= 2 && digits(text).has_value(); }

// 25/11/2026, 25-11-2026, 25.11.2026; nothing when it is another form.
std::optional<Reading> day_first(std::string_view text, char separator) {
  const auto pieces = split(text, separator);
  if (pieces.size() != 3 || !short_number(pieces[0]) || !short_number(pieces[1])) return std::nullopt;
  const auto year = digits(pieces[2]);
  const std::size_t year_digits = pieces[2].size();
  if (!year || (year_digits != 2 && year_digits != 4)) return std::nullopt;
  const Parts parts{*digits(pieces[0]), *digits(pieces[1]), *year};
  if (parts.day >= 1 && parts.day <= 12 && parts.month > 12 && parts.month <= 31)
    return month_first(parts, separator, year_digits == 4);
  if (year_digits == 2) return two_digit_year();
  return checked(parts);
}

// "2026-11-25"; nothing when it is another form.
std::optional<Reading> year_first(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = digits(text.substr(0, 4));
  const auto month = digits(text.substr(5, 2));
  const auto day = digits(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  return checked({*day, *month, *year});
}

// The month by its name, or by its first three letters (and "sept"), in lower case; 0 for none.
int month_number(std::string_view word) {
  if (word.size() < 3) return 0;
  if (word == "sept") return 9;
  const std::string wanted = upper(word.substr(0, 1)) + std::string(word.substr(1));
  for (int month = 1; month <= 12; ++month)
    if (wanted == month_name(month) || wanted == month_name(month).substr(0, 3)) return month;
  return 0;
}

std::vector<std::string_view> words(std::string_view text) {
  auto pieces = split(text, ' ');
  std::erase_if(pieces, [](std::string_view piece) { return piece.empty(); });
  return pieces;
}

// "25 nov 2026", in lower case; nothing when it is another form.
std::optional<Reading> month_named(std::string_view text) {
  const auto pieces = words(text);
  if (pieces.size() != 3) return std::nullopt;
  if (month_number(pieces[0]) != 0)
    return DateProblem{"has the month before the day", "Type the day first, as in 25 Nov 2026."};
  const int month = month_number(pieces[1]);
  const auto year = digits(pieces[2]);
  if (month == 0 || !short_number(pieces[0]) || !year) return std::nullopt;
  if (pieces[2].size() == 2) return two_digit_year();
  if (pieces[2].size() != 4) return std::nullopt;
  return checked({*digits(pieces[0]), month, *year});
}

Reading moved(Date today, int days) {
  const Date date = plus_days(today, days);
  if (!in_range(static_cast<int>(date.year()))) return outside_range();
  return date;
}

// "+14d", "-3d", "+2w", in lower case; nothing when it is another form.
std::optional<Reading> counted(std::string_view text, Date today) {
  if (text.size() < 3 || (text[0] != '+' && text[0] != '-')) return std::nullopt;
  const char unit = text.back();
  const auto count = digits(text.substr(1, text.size() - 2));
  if (!count || (unit != 'd' && unit != 'w')) return std::nullopt;
  return moved(today, (text[0] == '-' ? -*count : *count) * (unit == 'w' ? 7 : 1));
}

// "today", "yesterday", "tomorrow"; nothing when it is another form.
std::optional<Reading> named(std::string_view text, Date today) {
  if (text == "today") return today;
  if (text == "yesterday") return moved(today, -1);
  if (text == "tomorrow") return moved(today, 1);
  return std::nullopt;
}

// `text`: in lower case, without blanks at its ends.
Reading any_form(std::string_view text, Date today) {
  if (const auto reading = named(text, today)) return *reading;
  if (const auto reading = counted(text, today)) return *reading;
  if (const auto reading = year_first(text)) return *reading;
  for (const char separator : {'/', '-', '.'})
    if (const auto reading = day_first(text, separator)) return *reading;
  if (const auto reading = month_named(text)) return *reading;
  return DateProblem{"is not a date that can be read", forms};
}

}  // namespace

std::optional<Date> date_from_iso(std::string_view text) {
  const auto reading = year_first(text);
  if (!reading || !std::holds_alternative<Date>(*reading)) return std::nullopt;
  return std::get<Date>(*reading);
}

std::string iso(Date date) {
  // By hand: an import writes millions of them. Years have four digits, from first_year to last_year.
  std::string out = "0000-00-00";
  const auto put = [&](std::size_t from, std::size_t digits, unsigned number) {
    for (std::size_t at = from + digits; at-- > from; number /= 10) out[at] = static_cast<char>('0' + number % 10);
  };
  put(0, 4, static_cast<unsigned>(static_cast<int>(date.year())));
  put(5, 2, static_cast<unsigned>(date.month()));
  put(8, 2, static_cast<unsigned>(date.day()));
  return out;
}

std::string spoken(Date date) {
  std::string out = std::to_string(static_cast<unsigned>(date.day()));
  out.append(" ").append(month_name(static_cast<int>(static_cast<unsigned>(date.month())))).append(" ");
  out += std::to_string(static_cast<int>(date.year()));
  return out;
}

std::variant<Date, DateProblem> read_date(std::string_view typed, Date today) {
  // Folding also turns the no-break spaces and long dashes of pasted text into plain ones.
  const std::string whole = folded(typed);
  const std::string_view text = trimmed(whole);
  if (text.empty()) return DateProblem{"No date was given.", forms};
  auto reading = any_form(text, today);
  if (auto* problem = std::get_if<DateProblem>(&reading))
    problem->what = fmt::format("\"{}\" {}.", safe(trimmed(typed)), problem->what);
  return reading;
}

int days_since_1970(Date date) { return static_cast<int>(std::chrono::sys_days{date}.time_since_epoch().count()); }

Date date_since_1970(int days) { return std::chrono::sys_days{std::chrono::days{days}}; }

int days_between(Date from, Date to) {
  return static_cast<int>((std::chrono::sys_days{to} - std::chrono::sys_days{from}).count());
}

Date plus_days(Date date, int days) { return std::chrono::sys_days{date} + std::chrono::days{days}; }

}  // namespace mappa
