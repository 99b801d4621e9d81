#include "mappa/calendar/months.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "calendar/day.hpp"

using namespace mappa;

namespace {

// "2026-02-28 rounded" or "2026-03-01".
std::string shown(const Counted& counted) { return iso(counted.date) + (counted.rounded ? " rounded" : ""); }

std::string before(std::string_view date, int months, Rounding rounding = Rounding::down) {
  return shown(months_before(day(date), months, rounding));
}

std::string after(std::string_view date, int months, Rounding rounding = Rounding::down) {
  return shown(months_after(day(date), months, rounding));
}

int age(std::string_view born, std::string_view on) { return age_on(day(born), day(on)); }

}  // namespace

TEST_CASE("six months before the end of August is the end of February") {
  CHECK(before("2026-08-31", 6) == "2026-02-28 rounded");
  CHECK(before("2024-08-31", 6) == "2024-02-29 rounded");
  CHECK(before("2027-08-29", 6) == "2027-02-28 rounded");
  CHECK(before("2024-08-29", 6) == "2024-02-29");
  CHECK(before("2026-08-28", 6) == "2026-02-28");
}

TEST_CASE("six months before other days are the same day of the month") {
  CHECK(before("2027-03-01", 6) == "2026-09-01");
  CHECK(before("2027-05-30", 6) == "2026-11-30");
  CHECK(before("2026-12-25", 6) == "2026-06-25");
  CHECK(before("2026-05-31", 6) == "2025-11-30 rounded");
}

TEST_CASE("rounding up goes to the first day of the next month") {
  CHECK(before("2026-08-31", 6, Rounding::up) == "2026-03-01 rounded");
  CHECK(before("2024-08-31", 6, Rounding::up) == "2024-03-01 rounded");
  CHECK(before("2026-08-28", 6, Rounding::up) == "2026-02-28");
  CHECK(after("2026-08-31", 1, Rounding::up) == "2026-10-01 rounded");
}

TEST_CASE("months after a day") {
  CHECK(after("2026-01-31", 1) == "2026-02-28 rounded");
  CHECK(after("2023-08-31", 6) == "2024-02-29 rounded");
  CHECK(after("2026-11-25", 3) == "2027-02-25");
  CHECK(after("2026-12-31", 2, Rounding::up) == "2027-03-01 rounded");
}

TEST_CASE("no months leave the day and twelve are a year") {
  CHECK(before("2024-02-29", 0) == "2024-02-29");
  CHECK(after("2024-02-29", 0, Rounding::up) == "2024-02-29");
  CHECK(before("2024-02-29", 12) == "2023-02-28 rounded");
  CHECK(after("2024-02-29", 12, Rounding::up) == "2025-03-01 rounded");
  CHECK(after("2024-02-29", 48) == "2028-02-29");
}

TEST_CASE("going back and forth by months never passes the day and always gives a day that exists") {
  for (Date date = day("1995-01-01"); date <= day("2060-12-31"); date = plus_days(date, 1)) {
    for (int months = 0; months <= 24; ++months) {
      const Counted early = months_before(date, months, Rounding::down);
      const Counted back = months_after(early.date, months, Rounding::down);
      const Counted late = months_before(date, months, Rounding::up);
      const bool exist = early.date.ok() && back.date.ok() && late.date.ok();
      const bool in_order = back.date <= date && early.date <= late.date && early.rounded == late.rounded;
      const bool together = early.rounded ? plus_days(early.date, 1) == late.date : early.date == late.date;
      const bool exact = early.rounded || back.date == date;
      if (!(exist && in_order && together && exact)) FAIL(iso(date), " less ", months, " months");
    }
  }
}

TEST_CASE("the last day of a month is where rounding down ends and the first where rounding up ends") {
  for (Date date = day("2023-01-01"); date <= day("2029-12-31"); date = plus_days(date, 1)) {
    for (int months = 0; months <= 24; ++months) {
      const Counted down = months_after(date, months, Rounding::down);
      const Counted up = months_after(date, months, Rounding::up);
      const bool month_ends = static_cast<unsigned>(plus_days(down.date, 1).day()) == 1;
      const bool month_starts = static_cast<unsigned>(up.date.day()) == 1;
      if (down.rounded && !(month_ends && month_starts)) FAIL(iso(date), " and ", months, " months");
      if (!down.rounded && down.date.day() != date.day()) FAIL(iso(date), " and ", months, " months");
    }
  }
}

TEST_CASE("an age is reached on the birthday itself") {
  CHECK(age("1990-06-15", "2026-06-14") == 35);
  CHECK(age("1990-06-15", "2026-06-15") == 36);
  CHECK(age("1990-06-15", "1990-06-15") == 0);
  CHECK(age("1990-12-31", "2026-01-01") == 35);
}

TEST_CASE("somebody born on 29 February has a birthday on 1 March in other years") {
  CHECK(age("2004-02-29", "2022-02-28") == 17);
  CHECK(age("2004-02-29", "2022-03-01") == 18);
  CHECK(age("2004-02-29", "2024-02-28") == 19);
  CHECK(age("2004-02-29", "2024-02-29") == 20);
  CHECK(age("2096-02-29", "2100-02-28") == 3);  // 2100 is no leap year
  CHECK(age("2096-02-29", "2100-03-01") == 4);
}

TEST_CASE("an age before birth is negative") {
  CHECK(age("1990-06-15", "1990-06-14") == -1);
  CHECK(age("1990-06-15", "1989-06-15") == -1);
  CHECK(age("1990-06-15", "1989-06-14") == -2);
}
