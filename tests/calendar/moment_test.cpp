#include "mappa/calendar/moment.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "calendar/day.hpp"

using namespace mappa;
using std::chrono::minutes;

namespace {

// What somebody types at noon on 22 November 2026: the moment in ISO 8601, or what is wrong and what to do.
std::string read(std::string_view typed) {
  const auto reading = read_moment(typed, moment("2026-11-22T12:00"));
  if (const auto* problem = std::get_if<DateProblem>(&reading)) return problem->what + " " + problem->remedy;
  return iso(std::get<Moment>(reading));
}

std::string in_england(std::string_view utc) { return iso(england(instant(utc))); }

}  // namespace

TEST_CASE("a time is read strictly from two digits and two digits") {
  CHECK(time_from_text("00:00") == minutes{0});
  CHECK(time_from_text("14:05") == minutes{845});
  CHECK(time_from_text("23:59") == minutes{1439});
  for (const char* text :
       {"", "24:00", "14:60", "9:00", "14.00", "14:00:00", "1400", "-1:00", "1a:00", "14:0 "}) {
    CAPTURE(text);
    CHECK_FALSE(time_from_text(text));
  }
}

TEST_CASE("a moment is stored as ISO 8601 and shown with the month's name") {
  CHECK(iso(moment("2026-11-25T14:00")) == "2026-11-25T14:00");
  CHECK(spoken(moment("2026-11-25T14:00")) == "25 November 2026, 14:00");
  CHECK(spoken(moment("2026-01-05T00:07")) == "5 January 2026, 00:07");
}

TEST_CASE("a moment in ISO 8601 is read strictly") {
  CHECK(moment_from_iso("2026-11-25T14:00") == Moment{day("2026-11-25"), minutes{840}});
  for (const char* text :
       {"", "2026-11-25", "2026-11-25 14:00", "2026-11-25t14:00", "2026-11-25T24:00", "2026-11-25T14:00Z",
        "2026-11-25T14:00:00", "2026-02-29T14:00", "2026-11-25T1:00 "}) {
    CAPTURE(text);
    CHECK_FALSE(moment_from_iso(text));
  }
}

TEST_CASE("moments are ordered by day and then by time") {
  CHECK(moment("2026-11-25T14:00") < moment("2026-11-25T14:01"));
  CHECK(moment("2026-11-25T23:59") < moment("2026-11-26T00:00"));
  CHECK(moment("2026-11-25T14:00") == moment("2026-11-25T14:00"));
}

TEST_CASE("a date in any form and a time make a moment") {
  CHECK(read("2026-11-25 14:00") == "2026-11-25T14:00");
  CHECK(read("2026-11-25T14:00") == "2026-11-25T14:00");
  CHECK(read("25/11/2026 2:30pm") == "2026-11-25T14:30");
  CHECK(read("25 November 2026 09:15") == "2026-11-25T09:15");
  CHECK(read("today 19:30") == "2026-11-22T19:30");
  CHECK(read("+3d 00:00") == "2026-11-25T00:00");
  CHECK(read("now") == "2026-11-22T12:00");
  CHECK(read("  NOW ") == "2026-11-22T12:00");
  CHECK(read("Tomorrow   2PM") == "2026-11-23T14:00");
  CHECK(read("25\u00a0Nov\u00a02026\u00a014:00") == "2026-11-25T14:00");
}

TEST_CASE("times may be given with am or pm") {
  CHECK(read("today 2pm") == "2026-11-22T14:00");
  CHECK(read("today 2 pm") == "2026-11-22T14:00");
  CHECK(read("today 2:30 PM") == "2026-11-22T14:30");
  CHECK(read("today 02:30am") == "2026-11-22T02:30");
  CHECK(read("today 11:59pm") == "2026-11-22T23:59");
  CHECK(read("today 12:30am") == "2026-11-22T00:30");
  CHECK(read("today 12:01pm") == "2026-11-22T12:01");
}

TEST_CASE("a time that could be two is refused") {
  CHECK(read("today 2:30") ==
        "\"2:30\" has one digit for the hour, which leaves morning or afternoon open. "
        "Type two digits, or add am or pm.");
  CHECK(read("today 12pm") == "\"12pm\" may be noon or midnight. Type 12:00 for noon or 00:00 for midnight.");
  CHECK(read("today 12:00 am") ==
        "\"12:00 am\" may be noon or midnight. Type 12:00 for noon or 00:00 for midnight.");
}

TEST_CASE("a time that does not exist is refused") {
  for (const std::string time : {"24:00", "14:60", "13pm", "0:30am", "00:30pm", "14:30pm", "2:3pm",
                                 "14:00:00", "1400", "14", "noon", "pm", "1:2:3pm", "14:00Z"}) {
    CAPTURE(time);
    CHECK(std::holds_alternative<DateProblem>(read_moment("today " + time, moment("2026-11-22T12:00"))));
  }
  CHECK(read("today 24:00") == "\"24:00\" is not a time of day. Type the time as 14:30 or 2:30pm.");
  CHECK(read("2026-11-25T24:00") == "\"24:00\" is not a time of day. Type the time as 14:30 or 2:30pm.");
}

TEST_CASE("the time is required") {
  CHECK(read("25/11/2026") ==
        "\"25/11/2026\" has no time of day. Type the time too, as in 2026-11-25 14:00.");
  CHECK(read("25 nov 2026") ==
        "\"25 nov 2026\" has no time of day. Type the time too, as in 2026-11-25 14:00.");
  CHECK(read("14:00").starts_with("\"14:00\" is not a date that can be read."));
  CHECK(read("").starts_with("No date was given."));
}

TEST_CASE("what is wrong with the date is said as for a date alone") {
  CHECK(read("11/25/2026 14:00").starts_with("\"11/25/2026\" looks like month/day/year."));
  CHECK(read("25/11/26 2pm").starts_with("\"25/11/26\" has a year of two digits"));
  CHECK(read("31 feb 2026 14:00").starts_with("\"31 feb 2026\" is not a day: February 2026 has 28 days."));
  CHECK(read("2026-02-31T14:00").starts_with("\"2026-02-31\" is not a day: February 2026 has 28 days."));
  CHECK(read("31 feb 2026").starts_with("\"31 feb 2026\" is not a day: February 2026 has 28 days."));
  CHECK(read("soonish maybe").starts_with("\"soonish maybe\" is not a date that can be read."));
}

TEST_CASE("an instant is stored in UTC to the second and read back strictly") {
  CHECK(iso(Instant{}) == "1970-01-01T00:00:00Z");
  CHECK(iso(instant("2026-11-25T14:00:59Z")) == "2026-11-25T14:00:59Z");
  CHECK(iso(instant("1969-12-31T23:59:59Z")) == "1969-12-31T23:59:59Z");
  CHECK(instant("2026-11-25T14:00:00Z").time_since_epoch() == std::chrono::seconds{1'795'615'200});
  for (const char* text : {"", "2026-11-25T14:00Z", "2026-11-25T14:00:00", "2026-11-25T14:00:60Z",
                           "2026-11-25T14:00:00z", "2026-11-25T14:00:00+00:00", "2026-02-29T14:00:00Z"}) {
    CAPTURE(text);
    CHECK_FALSE(instant_from_iso(text));
  }
}

TEST_CASE("England keeps UTC in winter and is an hour ahead in summer") {
  CHECK(in_england("2026-11-25T14:00:00Z") == "2026-11-25T14:00");
  CHECK(in_england("2026-07-01T14:00:00Z") == "2026-07-01T15:00");
  CHECK(in_england("2026-06-30T23:30:00Z") == "2026-07-01T00:30");
  CHECK(in_england("2026-12-31T23:59:59Z") == "2026-12-31T23:59");
}

TEST_CASE("clocks in England go forward at 01:00 UTC on the last Sunday of March") {
  for (const std::string sunday :
       {"2024-03-31", "2025-03-30", "2026-03-29", "2027-03-28", "2028-03-26", "2030-03-31"}) {
    CAPTURE(sunday);
    CHECK(in_england(sunday + "T00:59:59Z") == sunday + "T00:59");
    CHECK(in_england(sunday + "T01:00:00Z") == sunday + "T02:00");
  }
}

TEST_CASE("clocks in England go back at 01:00 UTC on the last Sunday of October") {
  for (const std::string sunday :
       {"2024-10-27", "2025-10-26", "2026-10-25", "2027-10-31", "2028-10-29", "2030-10-27"}) {
    CAPTURE(sunday);
    CHECK(in_england(sunday + "T00:59:59Z") == sunday + "T01:59");
    CHECK(in_england(sunday + "T01:00:00Z") == sunday + "T01:00");
  }
}

TEST_CASE("a day in England begins at midnight there, in summer too") {
  for (const auto& [day, begins] : {std::pair{"2026-11-25", "2026-11-25T00:00:00Z"}, std::pair{"2026-07-01", "2026-06-30T23:00:00Z"},
                                    std::pair{"2026-03-29", "2026-03-29T00:00:00Z"}, std::pair{"2026-03-30", "2026-03-29T23:00:00Z"},
                                    std::pair{"2026-10-25", "2026-10-24T23:00:00Z"}, std::pair{"2026-10-26", "2026-10-26T00:00:00Z"}})
    CHECK(iso(beginning_in_england(*date_from_iso(day))) == begins);
}
