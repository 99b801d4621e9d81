#include "mappa/calendar/working_days.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

#include "mappa/calendar/months.hpp"

namespace mappa {
namespace {

unsigned number_of_weekday(Date day) { return std::chrono::weekday{std::chrono::sys_days{day}}.c_encoding(); }  // Sunday is 0

bool is_weekend(Date day) { return number_of_weekday(day) % 6 == 0; }

bool is_off(DayKind kind) { return kind == DayKind::weekend || kind == DayKind::bank_holiday; }

int year_of(Date day) { return static_cast<int>(day.year()); }

}  // namespace

BankHolidays::BankHolidays(int first_year, int last_year, std::vector<BankHoliday> days)
    : first_year_(first_year), last_year_(last_year), days_(std::move(days)) {
  std::ranges::sort(days_, {}, &BankHoliday::day);
}

Date BankHolidays::last_day() const { return std::chrono::year{last_year_} / 12 / 31; }

bool BankHolidays::covers(Date day) const { return year_of(day) >= first_year_ && year_of(day) <= last_year_; }

const BankHoliday* BankHolidays::find(Date day) const {
  const auto at = std::ranges::lower_bound(days_, day, {}, &BankHoliday::day);
  return at != days_.end() && at->day == day ? &*at : nullptr;
}

int BankHolidays::count_in(int year) const {
  return static_cast<int>(std::ranges::count_if(days_, [&](const BankHoliday& one) { return year_of(one.day) == year; }));
}

void BankHolidays::add(BankHoliday one) {
  const auto at = std::ranges::lower_bound(days_, one.day, {}, &BankHoliday::day);
  if (at != days_.end() && at->day == one.day) *at = std::move(one);
  else days_.insert(at, std::move(one));
}

bool BankHolidays::take_away(Date day) {
  return std::erase_if(days_, [&](const BankHoliday& one) { return one.day == day; }) > 0;
}

DayKind kind_of_day(Date day, const BankHolidays& calendar) {
  if (is_weekend(day)) return DayKind::weekend;
  if (calendar.find(day)) return DayKind::bank_holiday;
  return calendar.covers(day) ? DayKind::working : DayKind::presumed_working;
}

std::string_view weekday(Date day) {
  static constexpr std::array<std::string_view, 7> names = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                            "Thursday", "Friday", "Saturday"};
  return names[number_of_weekday(day)];
}

ActBy act_by(Date due, const BankHolidays& calendar) {
  Date day = due;
  while (is_off(kind_of_day(day, calendar))) day = plus_days(day, -1);
  const BankHoliday* holiday = calendar.find(due);
  // What was passed over is no working day in any case; only the day that was reached can be in doubt.
  return {day, calendar.covers(day), holiday ? holiday->name : ""};
}

std::optional<Date> ends_soon(const BankHolidays& calendar, Date today) {
  const Date end = calendar.last_day();
  if (today < months_before(end, 12, Rounding::down).date) return std::nullopt;
  return end;
}

}  // namespace mappa
