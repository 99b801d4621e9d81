#include "mappa/nomis/date_value.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>
#include <variant>
#include <vector>

#include "mappa/base/text.hpp"

namespace mappa {
namespace {

using std::chrono::December;
using std::chrono::year;

constexpr int first_year = 1900;

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
    value.error = "The year is too far away to be right.";
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

// A day that exists, in a year that the calendar of this program has.
std::optional<Date> existing_day(const DateParts& parts) {
  const Date day = year{parts.year} / parts.month / parts.day;
  if (parts.year < first_year || !day.ok()) return std::nullopt;
  return day;
}

// "2022-12-31", as nearly every date of an export is written, with as little work as that takes.
std::optional<Date> plain_day(std::string_view text) {
  if (!has_iso_shape(text)) return std::nullopt;
  const auto two_digits = [text](std::size_t at) { return (text[at] - '0') * 10 + (text[at + 1] - '0'); };
  return existing_day({two_digits(0) * 100 + two_digits(2), two_digits(5), two_digits(8)});
}

DateValue read_day(std::string_view text) {
  if (const auto date = plain_day(text)) return taken(*date);
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

// Times are dropped behind dates in these.
bool may_have_time(DateFormat format) {
  return format == DateFormat::year_month_day || format == DateFormat::day_first ||
         format == DateFormat::month_first;
}

// "31/12/2022 00:00" in two; all of it is the day when nothing is behind it.
struct Timed {
  std::string_view day;
  std::string_view time;
  bool has_time = false;
};

Timed with_time_apart(std::string_view text, DateFormat format) {
  const auto end = may_have_time(format) ? text.find_first_of(" T") : std::string_view::npos;
  if (end == std::string_view::npos) return {text, {}, false};
  return {text.substr(0, end), text.substr(end + 1), true};
}

std::optional<Date> read_exactly(std::string_view text, DateFormat format) {
  const auto parts = date_parts(text, format);
  return parts ? existing_day(*parts) : std::nullopt;
}

// The formats in which the text is a day. Several where it reads more than one way.
std::vector<DateFormat> formats_of(std::string_view text) {
  std::vector<DateFormat> found;
  for (const DateFormat format : date_formats())
    if (read_exactly(with_time_apart(text, format).day, format)) found.push_back(format);
  return found;
}

DateValue written_otherwise(const std::vector<DateFormat>& found, DateFormat expected) {
  std::vector<std::string_view> forms;
  for (const DateFormat format : found) forms.push_back(looks_like(format));
  DateValue value =
      error(fmt::format("It looks like {}; this column is {}.", fmt::join(forms, " or "), name(expected)));
  value.month_first = !has_month_first(expected) && std::ranges::all_of(found, has_month_first);
  return value;
}

// Why the parts are no day, in a column of this format.
std::string no_such_day(const DateParts& parts, DateFormat format) {
  if (parts.month < 1 || parts.month > 12)
    return fmt::format("It has {} where the month should be; this column is {}.", parts.month, name(format));
  if (parts.year < first_year)
    return fmt::format("It has a year before {}; this column is {}.", first_year, name(format));
  return fmt::format("It is no day that exists; this column is {}.", name(format));
}

}  // namespace

DateValue read_date_value(std::string_view text, DateFormat format) {
  const Timed timed = with_time_apart(text, format);
  const auto parts = date_parts(timed.day, format);
  if (const auto date = parts ? existing_day(*parts) : std::nullopt)
    return timed.has_time ? with_time(taken(*date), timed.time) : taken(*date);
  if (const auto found = formats_of(text); !found.empty()) return written_otherwise(found, format);
  if (parts) return error(no_such_day(*parts, format));
  return error(fmt::format("It is not written as {}, the format of this column.", name(format)));
}

DateValue read_date_value(std::string_view text) {
  if (const auto date = plain_day(text)) return taken(*date);
  const bool timed = text.size() > iso_size && (text[iso_size] == ' ' || text[iso_size] == 'T') &&
                     has_iso_shape(text.substr(0, iso_size));
  if (timed) return with_time(read_day(text.substr(0, iso_size)), text.substr(iso_size + 1));
  return read_day(text);
}

}  // namespace mappa
