#include "mappa/calendar/moment.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "mappa/base/text.hpp"

namespace mappa {

namespace {

using std::chrono::minutes;
using TimeReading = std::variant<minutes, DateProblem>;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::optional<int> two_digits(std::string_view text) {
  if (text.size() != 2 || !is_digit(text[0]) || !is_digit(text[1])) return std::nullopt;
  return (text[0] - '0') * 10 + (text[1] - '0');
}

std::string clock_face(minutes time) {
  return fmt::format("{:02}:{:02}", time.count() / 60, time.count() % 60);
}

const char* const time_forms = "Type the time as 14:30 or 2:30pm.";

// As in date.cpp: `what` is the end of a sentence that opens with what was typed.
DateProblem no_such_time() { return {"is not a time of day", time_forms}; }

// "2:30" or "2", as it stands before am or pm, as minutes since midnight.
TimeReading half_day_time(std::string_view text, bool afternoon) {
  const auto colon = text.find(':');
  const std::string_view zero = text.substr(0, colon).size() == 1 ? "0" : "";
  const std::string_view on_the_hour = colon == std::string_view::npos ? ":00" : "";
  const auto time = time_from_text(fmt::format("{}{}{}", zero, text, on_the_hour));
  if (!time || *time < minutes{60} || *time >= minutes{13 * 60}) return no_such_time();
  if (*time == minutes{12 * 60})
    return DateProblem{"may be noon or midnight", "Type 12:00 for noon or 00:00 for midnight."};
  return *time % minutes{12 * 60} + minutes{afternoon ? 12 * 60 : 0};
}

bool says_half(std::string_view text) { return text.ends_with("am") || text.ends_with("pm"); }

// "14:00", "2:30pm", "2:30 pm", "2pm", in lower case.
TimeReading any_time(std::string_view text) {
  if (says_half(text)) return half_day_time(trimmed(text.substr(0, text.size() - 2)), text.ends_with("pm"));
  if (const auto time = time_from_text(text)) return *time;
  if (time_from_text(fmt::format("0{}", text)))
    return DateProblem{"has one digit for the hour, which leaves morning or afternoon open",
                       "Type two digits, or add am or pm."};
  return no_such_time();
}

TimeReading read_time(std::string_view text) {
  auto reading = any_time(text);
  if (auto* problem = std::get_if<DateProblem>(&reading))
    problem->what = fmt::format("\"{}\" {}.", safe(text), problem->what);
  return reading;
}

struct Halves {
  std::string_view day;
  std::string_view time;
};

// A text in lower case, cut at the `t` of ISO 8601 or at the last blank that does not merely stand
// before am or pm; nothing when it has neither.
std::optional<Halves> halves(std::string_view text) {
  if (text.size() > 10 && text[4] == '-' && text[7] == '-' && text[10] == 't')
    return Halves{text.substr(0, 10), text.substr(11)};
  const auto end = trimmed(says_half(text) ? text.substr(0, text.size() - 2) : text).size();
  const auto blank = text.substr(0, end).find_last_of(' ');
  if (blank == std::string_view::npos) return std::nullopt;
  return Halves{text.substr(0, blank), text.substr(blank + 1)};
}

DateProblem no_time(std::string_view text) {
  return {fmt::format("\"{}\" has no time of day.", safe(text)),
          "Type the time too, as in 2026-11-25 14:00."};
}

// 01:00 UTC on the last Sunday of a month: when the clocks change.
Instant clock_change(std::chrono::year year, std::chrono::month month) {
  return std::chrono::sys_days{year / month / std::chrono::Sunday[std::chrono::last]} + std::chrono::hours{1};
}

bool is_summer_time(Instant instant) {
  const auto year = Date{std::chrono::floor<std::chrono::days>(instant)}.year();
  return instant >= clock_change(year, std::chrono::March) &&
         instant < clock_change(year, std::chrono::October);
}

}  // namespace

std::string iso(Moment moment) { return fmt::format("{}T{}", iso(moment.day), clock_face(moment.time)); }

std::optional<Moment> moment_from_iso(std::string_view text) {
  if (text.size() != 16 || text[10] != 'T') return std::nullopt;
  const auto day = date_from_iso(text.substr(0, 10));
  const auto time = time_from_text(text.substr(11));
  if (!day || !time) return std::nullopt;
  return Moment{*day, *time};
}

std::string spoken(Moment moment) {
  return fmt::format("{}, {}", spoken(moment.day), clock_face(moment.time));
}

std::variant<Moment, DateProblem> read_moment(std::string_view typed, Moment now) {
  const std::string whole = folded(typed);
  const std::string_view text = trimmed(whole);
  if (text == "now") return now;
  const auto all_day = read_date(text, now.day);
  if (std::holds_alternative<Date>(all_day)) return no_time(text);
  const auto cut = halves(text);
  if (!cut) return std::get<DateProblem>(all_day);
  const auto day = read_date(cut->day, now.day);
  const auto time = read_time(cut->time);
  const auto* no_day = std::get_if<DateProblem>(&day);
  const auto* no_such = std::get_if<DateProblem>(&time);
  if (no_day && no_such) return std::get<DateProblem>(all_day);  // "31 feb 2026": its end is no time at all
  if (no_day) return *no_day;
  if (no_such) return *no_such;
  return Moment{std::get<Date>(day), std::get<minutes>(time)};
}

std::optional<minutes> time_from_text(std::string_view text) {
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  const auto hour = two_digits(text.substr(0, 2));
  const auto minute = two_digits(text.substr(3));
  if (!hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;
  return minutes{*hour * 60 + *minute};
}

std::string iso(Instant instant) {
  const auto day = std::chrono::floor<std::chrono::days>(instant);
  const auto seconds = (instant - day).count();
  return fmt::format("{}T{}:{:02}Z", iso(Date{day}), clock_face(minutes{seconds / 60}), seconds % 60);
}

std::optional<Instant> instant_from_iso(std::string_view text) {
  if (text.size() != 20 || text[16] != ':' || text[19] != 'Z') return std::nullopt;
  const auto moment = moment_from_iso(text.substr(0, 16));
  const auto seconds = two_digits(text.substr(17, 2));
  if (!moment || !seconds || *seconds > 59) return std::nullopt;
  return std::chrono::sys_days{moment->day} + moment->time + std::chrono::seconds{*seconds};
}

Moment england(Instant instant) {
  const Instant wall = is_summer_time(instant) ? instant + std::chrono::hours{1} : instant;
  const auto day = std::chrono::floor<std::chrono::days>(wall);
  return {Date{day}, std::chrono::floor<minutes>(wall - day)};
}

Instant beginning_in_england(Date day) {
  const Instant utc{std::chrono::sys_days(day)};
  return england(utc).time == std::chrono::minutes{0} ? utc : utc - std::chrono::hours(1);
}

}  // namespace mappa
