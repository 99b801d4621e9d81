#include "mappa/report/working_days.hpp"

#include <doctest/doctest.h>

#include "calendar/day.hpp"
#include "mappa/policy/bank_holidays.hpp"

using namespace mappa;

namespace {

std::string told(std::string_view by, std::string_view today) {
  return by_day(day(by), days_between(day(today), day(by)), act_by(day(by), shipped_bank_holidays()));
}

std::string end_told(std::string_view today) {
  Page page;
  add_holidays_end(ends_soon(shipped_bank_holidays(), day(today)), day(today), page);
  return page.blocks.empty() ? "" : std::get<Line>(page.blocks.front()).text;
}

}  // namespace

TEST_CASE("a working day stands alone") {
  CHECK(told("2026-11-30", "2026-11-22") == "30 November 2026 (in 8 days).");
  CHECK(told("2026-11-30", "2026-11-30") == "30 November 2026 (today).");
}

TEST_CASE("beside a day on which nobody works stands the one to act by") {
  CHECK(told("2026-11-28", "2026-11-22") == "28 November 2026 (a Saturday; in 6 days): act by Friday 27 November.");
  CHECK(told("2026-08-31", "2026-08-01") == "31 August 2026 (Summer bank holiday; in 30 days): act by Friday 28 August.");
  CHECK(told("2027-12-28", "2027-12-23") == "28 December 2027 (Boxing Day, substitute day; in 5 days): act by Friday 24 December.");
  CHECK(told("2028-01-03", "2027-12-30") == "3 January 2028 (New Year's Day, substitute day; in 4 days): act by Friday 31 December 2027.");
}

TEST_CASE("on the last working day, after it, and once it is overdue") {
  CHECK(told("2026-04-06", "2026-04-02") == "6 April 2026 (Easter Monday; in 4 days): act today, the last working day before it.");
  CHECK(told("2026-04-06", "2026-04-03") ==
        "6 April 2026 (Easter Monday; in 3 days): not overdue, but Thursday 2 April, the last working day before it, has gone.");
  CHECK(told("2026-04-06", "2026-04-06") ==
        "6 April 2026 (Easter Monday; today): not overdue, but Thursday 2 April, the last working day before it, has gone.");
  CHECK(told("2026-04-06", "2026-04-07") == "6 April 2026 (overdue, 1 day ago).");
}

TEST_CASE("where the calendar has ended, a day says that it may be a bank holiday") {
  CHECK(told("2029-03-30", "2028-12-01") == "30 March 2029 (in 119 days). Bank holidays of 2029 are not known.");
  CHECK(told("2029-03-31", "2028-12-01") ==
        "31 March 2029 (a Saturday; in 120 days): act by Friday 30 March. Bank holidays of 2029 are not known.");
  CHECK(told("2018-12-25", "2026-11-22") == "25 December 2018 (overdue, 2889 days ago).");
}

TEST_CASE("the end of the calendar is told from a year before, and after it") {
  CHECK(end_told("2027-12-30") == "");
  CHECK(end_told("2028-12-31") ==
        "The calendar of bank holidays ends on 31 December 2028; after that only weekends are known. Get a newer mappa, or add days under "
        "[bank-holidays] in the configuration.");
  CHECK(end_told("2029-01-01").starts_with("The calendar of bank holidays ended on 31 December 2028; since then only weekends are known."));
}
