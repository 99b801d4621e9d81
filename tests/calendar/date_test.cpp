#include "mappa/calendar/date.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <variant>

#include "calendar/day.hpp"

using namespace mappa;

namespace {

// What somebody types on 22 November 2026: the day in ISO 8601, or what is wrong and what to do.
std::string read(std::string_view typed) {
  const auto reading = read_date(typed, day("2026-11-22"));
  if (const auto* problem = std::get_if<DateProblem>(&reading)) return problem->what + " " + problem->remedy;
  return iso(std::get<Date>(reading));
}

const std::string forms = "Type a date such as 2026-11-25, 25/11/2026 or 25 Nov 2026.";

}  // namespace

TEST_CASE("ISO 8601 is read strictly") {
  CHECK(date_from_iso("2026-11-25") == day("2026-11-25"));
  CHECK(date_from_iso("2024-02-29").has_value());
  for (const char* text :
       {"", "2026-11-2", "2026-1-25", "26-11-25", "2026/11/25", "20261125", "2026-11-25 ", " 2026-11-25",
        "2026-11-25T", "+026-11-25", "2026-11-2x", "today", "２026-11-25"}) {
    CAPTURE(text);
    CHECK_FALSE(date_from_iso(text));
  }
}

TEST_CASE("ISO 8601 is read only for days that exist") {
  for (const char* text : {"2026-02-29", "2026-02-31", "2026-13-01", "2026-00-10", "2026-04-31", "2026-01-00",
                           "1900-02-29", "2100-02-29"}) {
    CAPTURE(text);
    CHECK_FALSE(date_from_iso(text));
  }
  CHECK(date_from_iso("2000-02-29").has_value());
}

TEST_CASE("years run from 1900 to 9999") {
  CHECK(date_from_iso("1900-01-01").has_value());
  CHECK(date_from_iso("9999-12-31").has_value());
  CHECK_FALSE(date_from_iso("1899-12-31"));
  CHECK_FALSE(date_from_iso("0000-01-01"));
}

TEST_CASE("a date is stored as ISO 8601 and shown with the month's name") {
  CHECK(iso(day("2026-01-05")) == "2026-01-05");
  CHECK(spoken(day("2026-11-25")) == "25 November 2026");
  CHECK(spoken(day("2026-01-05")) == "5 January 2026");
}

TEST_CASE("each form that people type is read") {
  CHECK(read("2026-11-25") == "2026-11-25");
  CHECK(read("25/11/2026") == "2026-11-25");
  CHECK(read("25-11-2026") == "2026-11-25");
  CHECK(read("25.11.2026") == "2026-11-25");
  CHECK(read("25 Nov 2026") == "2026-11-25");
  CHECK(read("25 November 2026") == "2026-11-25");
  CHECK(read("today") == "2026-11-22");
  CHECK(read("yesterday") == "2026-11-21");
  CHECK(read("tomorrow") == "2026-11-23");
  CHECK(read("+14d") == "2026-12-06");
  CHECK(read("-3d") == "2026-11-19");
  CHECK(read("+2w") == "2026-12-06");
  CHECK(read("-1w") == "2026-11-15");
  CHECK(read("+0d") == "2026-11-22");
}

TEST_CASE("the day comes first and may have one digit") {
  CHECK(read("05/09/2026") == "2026-09-05");
  CHECK(read("5/9/2026") == "2026-09-05");
  CHECK(read("12/11/2026") == "2026-11-12");
  CHECK(read("5 Sep 2026") == "2026-09-05");
}

TEST_CASE("letter case and blanks do not matter") {
  CHECK(read("  25 NOV 2026\n") == "2026-11-25");
  CHECK(read("25   november  2026") == "2026-11-25");
  CHECK(read("TODAY") == "2026-11-22");
  CHECK(read("+2W") == "2026-12-06");
}

TEST_CASE("the no-break spaces and dashes of pasted text do not matter") {
  CHECK(read("25\u00a0November\u00a02026") == "2026-11-25");
  CHECK(read("25–11–2026") == "2026-11-25");
  CHECK(read("−3d") == "2026-11-19");
}

TEST_CASE("every month is read by its name and by its first three letters") {
  for (unsigned month = 1; month <= 12; ++month) {
    const Date date = std::chrono::year{2026} / std::chrono::month{month} / std::chrono::day{7};
    const std::string long_form = spoken(date);
    const auto name = long_form.substr(2, long_form.size() - 7);
    CHECK(read(long_form) == iso(date));
    CHECK(read("7 " + name.substr(0, 3) + " 2026") == iso(date));
  }
  CHECK(read("7 Sept 2026") == "2026-09-07");
}

TEST_CASE("a month that comes first is refused and named for what it looks like") {
  CHECK(read("11/25/2026") ==
        "\"11/25/2026\" looks like month/day/year. "
        "Type the day first: 25/11/2026, if that is the day that was meant.");
  CHECK(read("1-31-2026") ==
        "\"1-31-2026\" looks like month-day-year. "
        "Type the day first: 31-01-2026, if that is the day that was meant.");
  CHECK(read("12/31/22") ==
        "\"12/31/22\" looks like month/day/two-digit year. "
        "Type the day first, and all four digits of the year.");
  CHECK(read("Nov 25 2026") ==
        "\"Nov 25 2026\" has the month before the day. Type the day first, as in 25 Nov 2026.");
  CHECK(read("November 25, 2026") ==
        "\"November 25, 2026\" has the month before the day. Type the day first, as in 25 Nov 2026.");
}

TEST_CASE("a year of two digits is refused") {
  const std::string end =
      " has a year of two digits, which leaves the century open. Type all four digits of the year.";
  CHECK(read("25/11/26") == "\"25/11/26\"" + end);
  CHECK(read("25.11.26") == "\"25.11.26\"" + end);
  CHECK(read("25 Nov 26") == "\"25 Nov 26\"" + end);
  CHECK(read("26-11-25") == "\"26-11-25\"" + end);
}

TEST_CASE("a day that does not exist is refused and the length of the month said") {
  const std::string look = " Look up the day and type it again.";
  CHECK(read("31/02/2026") == "\"31/02/2026\" is not a day: February 2026 has 28 days." + look);
  CHECK(read("30 February 2024") == "\"30 February 2024\" is not a day: February 2024 has 29 days." + look);
  CHECK(read("2026-04-31") == "\"2026-04-31\" is not a day: April 2026 has 30 days." + look);
  CHECK(read("0/5/2026") == "\"0/5/2026\" is not a day: May 2026 has 31 days." + look);
}

TEST_CASE("a month that does not exist is refused") {
  CHECK(read("2026-13-01") == "\"2026-13-01\" has 13 where the month should be. " + forms);
  CHECK(read("25/13/2026") == "\"25/13/2026\" has 13 where the month should be. " + forms);
  CHECK(read("2026-00-10") == "\"2026-00-10\" has 0 where the month should be. " + forms);
}

TEST_CASE("a year outside 1900 to 9999 is refused however it is reached") {
  const std::string end = " has a year that is not between 1900 and 9999. " + forms;
  CHECK(read("25/11/1026") == "\"25/11/1026\"" + end);
  CHECK(read("0026-11-25") == "\"0026-11-25\"" + end);
  CHECK(read("-99999d") == "\"-99999d\"" + end);
  CHECK(std::holds_alternative<DateProblem>(read_date("tomorrow", day("9999-12-31"))));
  CHECK(std::holds_alternative<DateProblem>(read_date("yesterday", day("1900-01-01"))));
}

TEST_CASE("anything else is refused") {
  for (const std::string typed :
       {"soon",       "25/11",       "25/11/2026/1",  "2026-11",          "14d",
        "+d",         "+14",         "+14m",          "+100000d",         "+-3d",
        "25/11-2026", "25 Now 2026", "25 Nov 02026",  "25 Nov",           "25/11/026",
        "2026/11/25", "20261125",    "25th Nov 2026", "2026-11-25T14:00", "todayy",
        "²5/11/2026"}) {
    CAPTURE(typed);
    CHECK(read(typed) == "\"" + typed + "\" is not a date that can be read. " + forms);
  }
  CHECK(read("") == "No date was given. " + forms);
  CHECK(read(" \t ") == "No date was given. " + forms);
}

TEST_CASE("a message about a date is safe to show") {
  CHECK(read("\x1b[2J\xff") == "\"\\x1b[2J\\xff\" is not a date that can be read. " + forms);
}

TEST_CASE("days are counted over the ends of months and years") {
  CHECK(days_between(day("2026-11-22"), day("2026-11-22")) == 0);
  CHECK(days_between(day("2026-12-31"), day("2027-01-01")) == 1);
  CHECK(days_between(day("2024-02-28"), day("2024-03-01")) == 2);
  CHECK(days_between(day("2026-11-22"), day("2026-11-01")) == -21);
  CHECK(plus_days(day("2024-02-28"), 1) == day("2024-02-29"));
  CHECK(plus_days(day("2027-01-01"), -1) == day("2026-12-31"));
  CHECK(plus_days(day("1900-01-01"), days_between(day("1900-01-01"), day("9999-12-31"))) ==
        day("9999-12-31"));
}
