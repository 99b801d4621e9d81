#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace mappa {

// A day of the proleptic Gregorian calendar. Everywhere in this program a Date is a valid day; the
// functions that make one see to it.
using Date = std::chrono::year_month_day;

// What somebody typed is no date. `what` says why, with the text as it was typed made safe to show
// (`"31/02/2026" is not a day: February 2026 has 28 days.`); `remedy` says what to type instead. Both
// are whole sentences.
struct DateProblem {
  std::string what;
  std::string remedy;
};

// Strict ISO 8601, "2026-11-25", a day that exists, years 1900 to 9999. Nothing otherwise.
std::optional<Date> date_from_iso(std::string_view text);

// "2026-11-25": as stored and exchanged.
std::string iso(Date date);

// "25 November 2026": as shown to people.
std::string spoken(Date date);

// The forms people type, in any letter case: 2026-11-25, 25/11/2026, 25-11-2026, 25.11.2026 (day and
// month also with one digit: 5/9/2026), 25 Nov 2026, 25 November 2026, today, yesterday, tomorrow,
// +14d, -3d, +2w (up to 99999). Never guessed as month-first: 11/25/2026 is a problem that says so, as
// are two-digit years, days that do not exist (31 February) and years outside 1900 to 9999.
// today: what "today" means.
std::variant<Date, DateProblem> read_date(std::string_view typed, Date today);

// Days from one date to another; negative when `to` is earlier.
int days_between(Date from, Date to);

// A day as a number, days since 1 January 1970, and back.
int days_since_1970(Date date);
Date date_since_1970(int days);

// `date` moved by `days`, which may be negative. The caller sees to it that it stays in years 1 to 9999.
Date plus_days(Date date, int days);

}  // namespace mappa
