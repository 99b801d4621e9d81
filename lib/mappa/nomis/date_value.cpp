#include "mappa/nomis/date_value.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>
#include <variant>

#include "mappa/base/text.hpp"

namespace mappa {
namespace {

using std::chrono::December;
using std::chrono::year;

constexpr std::size_t iso_size = std::string_view("2022-12-31").size();

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool all_digits(std::string_view text) { return !text.empty() && std::ranges::all_of(text, is_digit); }

DateValue error(std::string sentence) {
  DateValue value;
  value.error = std::move(sentence);
  return value;
}

bool means_none(Date date) {
  if (date.year() == year{2199} || date.year() == year{2999}) return true;
  return date.year() >= year{2121} && date.month() == December && date.day() == std::chrono::day{31};
}

DateValue taken(Date date) {
  DateValue value;
  if (means_none(date))
    value.means_none = true;
  else if (date.year() > year{2199})
    return error("The year is too far away to be right.");
  else
    value.date = date;
  return value;
}

// The first two numbers of 31/12/2022 or 31/12/22 as they stand, or nothing when it is another form.
struct Numbers {
  int first = 0;
  int second = 0;
};

std::optional<Numbers> numbers_of(std::string_view text) {
  for (const char separator : {'/', '-', '.'}) {
    const auto parts = split(text, separator);
    if (parts.size() != 3 || !std::ranges::all_of(parts, all_digits)) continue;
    if (parts[0].size() > 2 || parts[1].size() > 2) continue;
    if (parts[2].size() != 2 && parts[2].size() != 4) continue;
    return Numbers{std::stoi(std::string(parts[0])), std::stoi(std::string(parts[1]))};
  }
  return std::nullopt;
}

bool is_month_first(const Numbers& numbers) {
  return numbers.first >= 1 && numbers.first <= 12 && numbers.second > 12 && numbers.second <= 31;
}

// The reason that reading a typed date gives, as a sentence of its own.
std::string reason(const DateProblem& problem, std::string_view text) {
  const std::string opening = '"' + safe(text) + '"';
  return problem.what.starts_with(opening) ? "It" + problem.what.substr(opening.size()) : problem.what;
}

bool reads_either_way(const Numbers& numbers) {
  return numbers.first <= 12 && numbers.second <= 12 && numbers.first != numbers.second;
}

// 01:02:03.4, 01:02, and with Z behind.
bool is_time(std::string_view text) {
  if (text.ends_with('Z')) text.remove_suffix(1);
  const auto fraction = text.find('.');
  if (fraction != std::string_view::npos) {
    if (!all_digits(text.substr(fraction + 1))) return false;
    text = text.substr(0, fraction);
  }
  const auto parts = split(text, ':');
  constexpr std::array limits{"23", "59", "60"};  // 60: a leap second
  if (parts.size() < 2 || parts.size() > limits.size()) return false;
  for (std::size_t i = 0; i < parts.size(); ++i)
    if (parts[i].size() != 2 || !all_digits(parts[i]) || parts[i] > limits[i]) return false;
  return true;
}

// "2022-12-31", whether there is such a day or not.
bool has_iso_shape(std::string_view text) {
  if (text.size() != iso_size || text[4] != '-' || text[7] != '-') return false;
  return all_digits(text.substr(0, 4)) && all_digits(text.substr(5, 2)) && all_digits(text.substr(8));
}

DateValue read_day(std::string_view text) {
  if (const auto date = date_from_iso(text)) return taken(*date);
  if (!is_digit(text.front())) return error("It is no date.");  // "today" is for people who type
  const auto numbers = numbers_of(text);
  const auto reading = read_date(text, Date{year{2000}, std::chrono::January, std::chrono::day{1}});
  if (const auto* date = std::get_if<Date>(&reading)) {
    DateValue value = taken(*date);
    value.either_way = numbers && reads_either_way(*numbers);
    return value;
  }
  DateValue value = error(reason(std::get<DateProblem>(reading), text));
  value.month_first = numbers && is_month_first(*numbers);
  return value;
}

// A day with a time behind it. The hour before midnight UTC belongs to the next day in England in
// summer: which day was meant cannot be told then.
DateValue with_time(DateValue day, std::string_view time) {
  if (!day.error.empty()) return day;
  if (!is_time(time)) return error("It begins with a date, but what follows is no time.");
  if (time.ends_with('Z') && time.starts_with("23"))
    return error("The time is UTC and near midnight, so the day in England may be the next.");
  day.time_dropped = day.date.has_value();
  return day;
}

}  // namespace

DateValue read_date_value(std::string_view text) {
  const bool timed = text.size() > iso_size && (text[iso_size] == ' ' || text[iso_size] == 'T') &&
                     has_iso_shape(text.substr(0, iso_size));
  if (timed) return with_time(read_day(text.substr(0, iso_size)), text.substr(iso_size + 1));
  return read_day(text);
}

}  // namespace mappa
