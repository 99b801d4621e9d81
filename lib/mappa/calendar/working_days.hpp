#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mappa/calendar/date.hpp"

namespace mappa {

struct BankHoliday {
  Date day;
  std::string name;  // "Good Friday"

  friend bool operator==(const BankHoliday&, const BankHoliday&) = default;
};

// The bank holidays of some years. Of a year that it does not cover it may hold days, but nobody knows whether
// those are all.
class BankHolidays {
 public:
  BankHolidays() = default;  // covers no year
  // Whole years, from the first to the last one. Days may come in any order, each once.
  BankHolidays(int first_year, int last_year, std::vector<BankHoliday> days);

  const std::vector<BankHoliday>& days() const { return days_; }  // in the order of the calendar
  int first_year() const { return first_year_; }
  int last_year() const { return last_year_; }
  Date last_day() const;  // the last one that is covered: 31 December
  bool covers(Date day) const;
  // The bank holiday on this day; nullptr when it is none, or none is known.
  const BankHoliday* find(Date day) const;
  int count_in(int year) const;

  // A day that is there already takes the new name.
  void add(BankHoliday one);
  // Whether there was one to take away.
  bool take_away(Date day);
  // Covers the years up to this one too; what they hold is up to the caller.
  void cover_until(int year) { last_year_ = year; }

  friend bool operator==(const BankHolidays&, const BankHolidays&) = default;

 private:
  int first_year_ = 1, last_year_ = 0;
  std::vector<BankHoliday> days_;
};

enum class DayKind {
  working,
  presumed_working,  // from Monday to Friday, in a year that the calendar does not cover
  weekend,
  bank_holiday,      // where it falls on a weekend, that is what it is
};
DayKind kind_of_day(Date day, const BankHolidays& calendar);

// "Friday"
std::string_view weekday(Date day);

// When to act, where something is due on a day on which perhaps nobody works.
struct ActBy {
  Date day;             // the day on which it is due, or the last working day before it: never a later one
  bool certain = true;  // false: the calendar does not cover this day, so that it may be a bank holiday itself
  std::string holiday;  // what the day on which it is due is called, where that is a bank holiday
};
ActBy act_by(Date due, const BankHolidays& calendar);

// The last day that the calendar covers, once that is a year ahead or less, or past: time to see to it that it
// goes on. Nothing before.
std::optional<Date> ends_soon(const BankHolidays& calendar, Date today);

}  // namespace mappa
