#include "mappa/calendar/months.hpp"

#include <chrono>

namespace mappa {

using namespace std::chrono_literals;

namespace {

// The day of `date` in another month, or what stands for it where that month is too short.
Counted same_day_in(std::chrono::year_month month, Date date, Rounding rounding) {
  const Date wanted = month / date.day();
  if (wanted.ok()) return {wanted, false};
  if (rounding == Rounding::down) return {Date{month / std::chrono::last}, true};
  return {(month + std::chrono::months{1}) / 1d, true};
}

std::chrono::year_month month_of(Date date) { return date.year() / date.month(); }

}  // namespace

Counted months_before(Date date, int months, Rounding rounding) {
  return same_day_in(month_of(date) - std::chrono::months{months}, date, rounding);
}

Counted months_after(Date date, int months, Rounding rounding) {
  return same_day_in(month_of(date) + std::chrono::months{months}, date, rounding);
}

int age_on(Date born, Date day) {
  const Date birthday = same_day_in(day.year() / born.month(), born, Rounding::up).date;
  const int years = static_cast<int>(day.year()) - static_cast<int>(born.year());
  return day < birthday ? years - 1 : years;
}

}  // namespace mappa
