#include "mappa/calendar/working_days.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "base/random_text.hpp"
#include "calendar/day.hpp"

using namespace mappa;

namespace {

// Easter and the end of the year as they are in England and Wales in 2026 and 2027.
BankHolidays easter_and_christmas() {
  return {2026, 2027, {{day("2026-04-03"), "Good Friday"},     {day("2026-04-06"), "Easter Monday"},
                       {day("2026-12-25"), "Christmas Day"},   {day("2026-12-28"), "Boxing Day, substitute day"},
                       {day("2027-01-01"), "New Year's Day"},  {day("2027-12-27"), "Christmas Day, substitute day"},
                       {day("2027-12-28"), "Boxing Day, substitute day"}}};
}

// "Thursday 2026-04-02, Good Friday": the day to act by, a question mark where it is in doubt, and the holiday.
std::string act(std::string_view due, const BankHolidays& calendar = easter_and_christmas()) {
  const ActBy out = act_by(day(due), calendar);
  return std::string(weekday(out.day)) + " " + iso(out.day) + (out.certain ? "" : "?") + (out.holiday.empty() ? "" : ", " + out.holiday);
}

DayKind kind(std::string_view text, const BankHolidays& calendar = easter_and_christmas()) { return kind_of_day(day(text), calendar); }

// Some days of three years, whatever they are.
BankHolidays at_random(RandomText& random) {
  BankHolidays out{2026, 2027, {}};
  for (auto count = random.below(60); count > 0; --count) out.add({plus_days(day("2025-12-01"), static_cast<int>(random.below(1000))), "A day"});
  return out;
}

}  // namespace

TEST_CASE("a working day is none at the weekend and none on a bank holiday") {
  CHECK(kind("2026-04-02") == DayKind::working);
  CHECK(kind("2026-04-03") == DayKind::bank_holiday);
  CHECK(kind("2026-04-04") == DayKind::weekend);
  CHECK(kind("2026-04-05") == DayKind::weekend);
  CHECK(kind("2026-04-06") == DayKind::bank_holiday);
  CHECK(kind("2026-04-07") == DayKind::working);
}

TEST_CASE("a bank holiday that falls on a weekend is a weekend") {
  CHECK(kind("2027-12-25", {2027, 2027, {{day("2027-12-25"), "Christmas Day"}}}) == DayKind::weekend);
}

TEST_CASE("the day to act by is the day itself where it is a working day") {
  CHECK(act("2026-11-27") == "Friday 2026-11-27");
  CHECK(act("2026-11-30") == "Monday 2026-11-30");
  CHECK(act("2026-04-07") == "Tuesday 2026-04-07");
}

TEST_CASE("what is due at a weekend is done on the Friday before") {
  CHECK(act("2026-11-28") == "Friday 2026-11-27");
  CHECK(act("2026-11-29") == "Friday 2026-11-27");
}

TEST_CASE("what is due over Easter 2026 is done on Maundy Thursday") {
  CHECK(act("2026-04-03") == "Thursday 2026-04-02, Good Friday");
  CHECK(act("2026-04-04") == "Thursday 2026-04-02");
  CHECK(act("2026-04-05") == "Thursday 2026-04-02");
  CHECK(act("2026-04-06") == "Thursday 2026-04-02, Easter Monday");
}

TEST_CASE("substitute days after Christmas lead back across the weekend") {
  CHECK(act("2026-12-28") == "Thursday 2026-12-24, Boxing Day, substitute day");
  CHECK(act("2027-12-27") == "Friday 2027-12-24, Christmas Day, substitute day");
  CHECK(act("2027-12-28") == "Friday 2027-12-24, Boxing Day, substitute day");
  CHECK(act("2027-12-29") == "Wednesday 2027-12-29");
}

TEST_CASE("what is due on New Year's Day is done in the old year") {
  CHECK(act("2027-01-01") == "Thursday 2026-12-31, New Year's Day");
}

TEST_CASE("outside the years that are covered only weekends are known, and the answer says so") {
  CHECK(kind("2028-04-14") == DayKind::presumed_working);  // Good Friday 2028
  CHECK(kind("2028-04-15") == DayKind::weekend);
  CHECK(kind("2025-12-25") == DayKind::presumed_working);
  CHECK(act("2028-04-14") == "Friday 2028-04-14?");
  CHECK(act("2028-04-16") == "Friday 2028-04-14?");
  CHECK(act("2025-12-25") == "Thursday 2025-12-25?");
  CHECK(act("2026-11-28", {}) == "Friday 2026-11-27?");
}

TEST_CASE("only the day that is reached can be in doubt") {
  CHECK(act("2028-01-01") == "Friday 2027-12-31");   // a Saturday after the last year
  CHECK(act("2026-01-01") == "Thursday 2026-01-01");  // not among the days above, though the year is covered
  BankHolidays calendar = easter_and_christmas();
  calendar.add({day("2026-01-01"), "New Year's Day"});
  CHECK(act("2026-01-01", calendar) == "Wednesday 2025-12-31?, New Year's Day");
}

TEST_CASE("a day known beforehand of a year that is not covered counts") {
  BankHolidays calendar = easter_and_christmas();
  calendar.add({day("2028-04-14"), "Good Friday"});
  CHECK(kind("2028-04-14", calendar) == DayKind::bank_holiday);
  CHECK(act("2028-04-14", calendar) == "Thursday 2028-04-13?, Good Friday");
}

TEST_CASE("days are kept in order, each once, and can be renamed and taken away") {
  BankHolidays calendar{2026, 2026, {{day("2026-12-25"), "Christmas Day"}, {day("2026-04-03"), "Good Friday"}}};
  calendar.add({day("2026-05-04"), "May Day"});
  calendar.add({day("2026-05-04"), "Early May bank holiday"});
  REQUIRE(calendar.days().size() == 3);
  CHECK(calendar.days()[0].name == "Good Friday");
  CHECK(calendar.days()[1].name == "Early May bank holiday");
  CHECK(calendar.days()[2].name == "Christmas Day");
  CHECK(calendar.count_in(2026) == 3);
  CHECK(calendar.count_in(2027) == 0);
  CHECK(calendar.take_away(day("2026-05-04")));
  CHECK_FALSE(calendar.take_away(day("2026-05-04")));
  CHECK_FALSE(calendar.find(day("2026-05-04")));
  CHECK(calendar.find(day("2026-12-25")));
}

TEST_CASE("the calendar asks to be seen to from a year before its end") {
  const BankHolidays calendar = easter_and_christmas();
  CHECK(iso(calendar.last_day()) == "2027-12-31");
  CHECK_FALSE(ends_soon(calendar, day("2026-12-30")));
  CHECK(ends_soon(calendar, day("2026-12-31")) == day("2027-12-31"));
  CHECK(ends_soon(calendar, day("2027-12-31")) == day("2027-12-31"));
  CHECK(ends_soon(calendar, day("2031-01-01")) == day("2027-12-31"));
}

TEST_CASE("whatever the calendar, the day to act by is a working day, never later, with none between") {
  RandomText random(20);
  for (int round = 0; round < 400; ++round) {
    const BankHolidays calendar = at_random(random);
    const Date due = plus_days(day("2025-12-01"), static_cast<int>(random.below(1000)));
    const ActBy out = act_by(due, calendar);
    const DayKind reached = kind_of_day(out.day, calendar);
    CHECK(reached == (out.certain ? DayKind::working : DayKind::presumed_working));
    CHECK(out.day <= due);
    for (Date passed = due; passed > out.day; passed = plus_days(passed, -1)) {
      const DayKind off = kind_of_day(passed, calendar);
      if (off != DayKind::weekend && off != DayKind::bank_holiday) FAIL(iso(due), " is done on ", iso(out.day), " before ", iso(passed));
    }
  }
}
