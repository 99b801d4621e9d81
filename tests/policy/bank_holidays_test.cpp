#include "mappa/policy/bank_holidays.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "calendar/day.hpp"
#include "mappa/base/fault.hpp"
#include "policy/refusal.hpp"

using namespace mappa;

namespace {

// "2026-04-03 Good Friday"
std::string on(std::string_view text) {
  const BankHolidays calendar = shipped_bank_holidays();
  const BankHoliday* one = calendar.find(day(text));
  return one ? one->name : "none";
}

std::string act(std::string_view due) {
  const ActBy out = act_by(day(due), shipped_bank_holidays());
  return std::string(weekday(out.day)) + " " + iso(out.day) + (out.certain ? "" : "?");
}

Date nth(int year, int month, int day) { return std::chrono::year{year} / month / day; }

bool is_weekend(Date day) { return kind_of_day(day, {}) == DayKind::weekend; }

// The first Monday on or after a day; for the last one of a month, its last seven days.
Date monday(Date from) {
  while (weekday(from) != "Monday") from = plus_days(from, 1);
  return from;
}

// Easter Sunday by the rule of the Gregorian church calendar (Meeus, Jones, Butcher).
Date easter(int y) {
  const int a = y % 19, b = y / 100, c = y % 100, d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7, f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
  return nth(y, f / 31, f % 31 + 1);
}

// The next day that is free, where a fixed day falls on a weekend.
Date kept_on(Date fixed, const std::set<Date>& taken) {
  if (!is_weekend(fixed)) return fixed;
  while (is_weekend(fixed) || taken.contains(fixed)) fixed = plus_days(fixed, 1);
  return fixed;
}

// The eight of a year as the Act and its proclamations have them, without any other day and any that was moved.
std::set<Date> by_the_rules(int year) {
  std::set<Date> out{plus_days(easter(year), -2), plus_days(easter(year), 1), monday(nth(year, 5, 1)), monday(nth(year, 5, 25)),
                     monday(nth(year, 8, 25))};
  out.insert(kept_on(nth(year, 1, 1), out));
  const Date christmas = nth(year, 12, 25), boxing = nth(year, 12, 26);
  if (!is_weekend(boxing)) out.insert(boxing);
  out.insert(kept_on(christmas, out));
  if (is_weekend(boxing)) out.insert(kept_on(boxing, out));
  return out;
}

std::string listed(const std::set<Date>& days) {
  std::string out;
  for (const Date one : days) out += iso(one) + " ";
  return out;
}

std::set<Date> shipped_of(int year) {
  std::set<Date> out;
  const BankHolidays shipped = shipped_bank_holidays();
  for (const BankHoliday& one : shipped.days())
    if (static_cast<int>(one.day.year()) == year) out.insert(one.day);
  return out;
}

BankHolidays read(std::string_view text) {
  Toml document = Toml::parse(text, "mappa.toml");
  BankHolidays calendar = shipped_bank_holidays();
  read_bank_holidays(document, calendar);
  document.finish();
  return calendar;
}

std::string refusal(std::string_view text) { return mappa::testing::refusal_by(read, text, "taken"); }

const std::string of_2029 = R"(
2029-01-01 = "New Year's Day"
2029-03-30 = "Good Friday"
2029-04-02 = "Easter Monday"
2029-05-07 = "Early May bank holiday"
2029-05-28 = "Spring bank holiday"
2029-08-27 = "Summer bank holiday"
2029-12-25 = "Christmas Day"
)";

}  // namespace

TEST_CASE("the shipped days follow from the rules for them, but for those of jubilees, a funeral, a coronation and VE Day") {
  const BankHolidays calendar = shipped_bank_holidays();
  CHECK(calendar.first_year() == 2019);
  CHECK(calendar.last_year() == 2028);
  CHECK(calendar.days().size() == 83);
  for (int year = 2019; year <= 2028; ++year) {
    CAPTURE(year);
    std::set<Date> expected = by_the_rules(year);
    if (year == 2020) expected.erase(day("2020-05-04")), expected.insert(day("2020-05-08"));
    if (year == 2022) expected.erase(day("2022-05-30")), expected.insert({day("2022-06-02"), day("2022-06-03"), day("2022-09-19")});
    if (year == 2023) expected.insert(day("2023-05-08"));
    CHECK(listed(shipped_of(year)) == listed(expected));
  }
}

TEST_CASE("the shipped days have their names, and substitute days say so") {
  CHECK(on("2026-04-03") == "Good Friday");
  CHECK(on("2026-08-31") == "Summer bank holiday");
  CHECK(on("2026-12-25") == "Christmas Day");
  CHECK(on("2026-12-26") == "none");
  CHECK(on("2026-12-28") == "Boxing Day, substitute day");
  CHECK(on("2022-12-26") == "Boxing Day");
  CHECK(on("2022-12-27") == "Christmas Day, substitute day");
  CHECK(on("2028-01-03") == "New Year's Day, substitute day");
  CHECK(on("2020-05-08") == "Early May bank holiday, VE Day");
  CHECK(on("2022-06-02") == "Spring bank holiday");
  CHECK(on("2022-06-03") == "Platinum Jubilee bank holiday");
  CHECK(on("2022-09-19") == "Bank holiday for the State Funeral of Queen Elizabeth II");
  CHECK(on("2023-05-08") == "Bank holiday for the coronation of King Charles III");
}

TEST_CASE("what falls on a weekend or bank holiday is done on the last working day before") {
  CHECK(act("2026-04-03") == "Thursday 2026-04-02");   // Good Friday
  CHECK(act("2026-08-31") == "Friday 2026-08-28");     // a bank holiday Monday behind a weekend
  CHECK(act("2027-12-27") == "Friday 2027-12-24");     // the substitute days of Christmas 2027
  CHECK(act("2027-12-28") == "Friday 2027-12-24");
  CHECK(act("2028-01-03") == "Friday 2027-12-31");
  CHECK(act("2026-11-28") == "Friday 2026-11-27");
  CHECK(act("2028-12-31") == "Friday 2028-12-29");
  CHECK(act("2029-01-01") == "Monday 2029-01-01?");    // not covered: nobody said that it is one
  CHECK(act("2018-12-25") == "Tuesday 2018-12-25?");
}

TEST_CASE("under the shipped calendar the day to act by is at most four days earlier, never later, and a working day") {
  const BankHolidays calendar = shipped_bank_holidays();
  int earliest = 0;
  for (Date due = day("2019-01-02"); due <= calendar.last_day(); due = plus_days(due, 1)) {
    const ActBy out = act_by(due, calendar);
    const int earlier = days_between(out.day, due);
    earliest = std::max(earliest, earlier);
    if (earlier < 0 || !out.certain || kind_of_day(out.day, calendar) != DayKind::working) FAIL(iso(due), " is done on ", iso(out.day));
  }
  CHECK(earliest == 4);
}

TEST_CASE("the canonical text holds every day and the years") {
  const std::string text = canonical(shipped_bank_holidays());
  CHECK(text.starts_with("2019 to 2028: 2019-01-01 New Year's Day; 2019-04-19 Good Friday; "));
  CHECK(text.ends_with("; 2028-12-25 Christmas Day; 2028-12-26 Boxing Day"));
  CHECK(canonical({2026, 2026, {}}) == "2026 to 2026:");
}

TEST_CASE("a configuration without the table leaves the calendar as shipped") {
  CHECK(read("") == shipped_bank_holidays());
  CHECK(read("[bank-holidays]\n") == shipped_bank_holidays());
  CHECK(changes(shipped_bank_holidays(), read("")) == "");
}

TEST_CASE("a configuration can add days, take days away and say a later last year") {
  const BankHolidays calendar = read("[bank-holidays]\nuntil = 2029\ntake-away = [2028-05-01]\n2028-05-08 = \"Early May bank holiday\"\n" + of_2029 +
                                     "2029-12-26 = \"Boxing Day\"\n");
  CHECK(calendar.last_year() == 2029);
  CHECK_FALSE(calendar.find(day("2028-05-01")));
  CHECK(calendar.find(day("2028-05-08"))->name == "Early May bank holiday");
  CHECK(calendar.find(day("2029-12-26"))->name == "Boxing Day");
  CHECK(changes(shipped_bank_holidays(), calendar) ==
        "added 2028-05-08, 2029-01-01, 2029-03-30, 2029-04-02, 2029-05-07, 2029-05-28, 2029-08-27, 2029-12-25, 2029-12-26; "
        "taken away 2028-05-01; until 2029 instead of 2028");
}

TEST_CASE("a day that is there already may be given again: a newer calendar breaks no configuration") {
  CHECK(read("[bank-holidays]\nuntil = 2028\n2028-12-25 = \"Christmas Day\"\n") == shipped_bank_holidays());
  const BankHolidays renamed = read("[bank-holidays]\n2028-05-01 = \"May Day\"\n");
  CHECK(renamed.find(day("2028-05-01"))->name == "May Day");
  CHECK(changes(shipped_bank_holidays(), renamed) == "renamed 2028-05-01");
}

TEST_CASE("a day of a year that is not covered may be given before the others are known") {
  const BankHolidays calendar = read("[bank-holidays]\n2029-06-04 = \"A jubilee\"\n");
  CHECK(calendar.last_year() == 2028);
  CHECK(kind_of_day(day("2029-06-04"), calendar) == DayKind::bank_holiday);
  CHECK(kind_of_day(day("2029-12-25"), calendar) == DayKind::presumed_working);
}

TEST_CASE("a year is covered only with all its days") {
  CHECK(refusal("[bank-holidays]\nuntil = 2029\n") ==
        "mappa.toml:2:1: Of 2029 only 0 of at least 8 bank holidays are here. Add the others, with substitute days, or say an earlier year.");
  CHECK(refusal("[bank-holidays]\nuntil = 2029\n" + of_2029).find("Of 2029 only 7 of at least 8") != std::string::npos);
  CHECK(refusal("[bank-holidays]\nuntil = 2030\n" + of_2029 + "2029-12-26 = \"Boxing Day\"\n").find("Of 2030 only 0") != std::string::npos);
  CHECK(refusal("[bank-holidays]\nuntil = 9223372036854775807\n").find("Of 2029 only 0") != std::string::npos);
}

TEST_CASE("the last year cannot become an earlier one") {
  CHECK(refusal("[bank-holidays]\nuntil = 2027\n") ==
        "mappa.toml:2:1: The calendar goes to 2028 already, and cannot end in 2027. Remove the line, or say a later year.");
}

TEST_CASE("what is no day is refused, with the way to write it") {
  const std::string how = " Write the year first, as in 2029-12-25 = \"Christmas Day\".";
  CHECK(refusal("[bank-holidays]\n2029-02-30 = \"A day\"\n") == "mappa.toml:2:1: \"2029-02-30\" is no day." + how);
  CHECK(refusal("[bank-holidays]\n\"25/12/2029\" = \"Christmas Day\"\n") == "mappa.toml:2:1: \"25/12/2029\" is no day." + how);
  CHECK(refusal("[bank-holidays]\n2029-12-25 = \"\"\n") ==
        "mappa.toml:2:1: The bank holiday on 25 December 2029 needs a name of one line, without a semicolon." + how);
  CHECK(refusal("[bank-holidays]\n2029-12-25 = \"Christmas; 2029-12-26 Boxing Day\"\n").find("without a semicolon") != std::string::npos);
  CHECK(refusal("[bank-holidays]\n2029-12-25 = \"Christmas\\nDay\"\n").find("of one line") != std::string::npos);
  CHECK(refusal("[bank-holidays]\n2029-12-25 = true\n").find("must be a text, but it is true or false") != std::string::npos);
}

TEST_CASE("a bank holiday at a weekend is refused: it is kept on another day") {
  CHECK(refusal("[bank-holidays]\n2032-12-25 = \"Christmas Day\"\n") ==
        "mappa.toml:2:1: 25 December 2032 is a Saturday, on which nobody is taken to work anyway. Give the substitute day, on which the bank "
        "holiday is kept.");
}

TEST_CASE("only a bank holiday can be taken away, and none that is added beside it") {
  CHECK(refusal("[bank-holidays]\ntake-away = [2026-12-24]\n") ==
        "mappa.toml:2:1: 24 December 2026 is no bank holiday here. Correct the day, or leave it out.");
  CHECK(refusal("[bank-holidays]\ntake-away = [\"25/12/2026\"]\n") ==
        "mappa.toml:2:1: \"25/12/2026\" is no day. Write the year first, as in [2029-12-25].");
  CHECK(refusal("[bank-holidays]\ntake-away = [2026-12-25, 2026-12-25]\n").find("is no bank holiday here") != std::string::npos);
  CHECK(refusal("[bank-holidays]\ntake-away = [2026-12-25]\n2026-12-25 = \"Christmas Day\"\n").find("is taken away here as well") != std::string::npos);
  CHECK(refusal("[bank-holidays]\ntake-away = 2026-12-25\n").find("must be an array of texts, but it is a date") != std::string::npos);
}

TEST_CASE("a key that is neither a day nor known is refused, and the nearest is named") {
  CHECK(refusal("[bank-holidays]\nuntill = 2029\n") ==
        "mappa.toml:2:1: unknown key \"untill\"; did you mean \"until\"? Correct or remove it. Keys here: take-away, until.");
  CHECK(refusal("[bank-holiday]\nuntil = 2029\n").find("did you mean \"bank-holidays\"?") != std::string::npos);
  CHECK(refusal("bank-holidays = 2029\n").find("must be a table") != std::string::npos);
}
