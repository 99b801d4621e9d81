#include "mappa/nomis/date_format.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>

#include "base/random_text.hpp"
#include "mappa/nomis/date_value.hpp"

using namespace mappa;
using enum DateFormat;

namespace {

// The day that the text is in a column of this format, or the error's sentence.
std::string read(std::string_view text, DateFormat format) {
  const DateValue value = read_date_value(text, format);
  CHECK(value.date.has_value() == (value.error.empty() && !value.means_none));
  CHECK_FALSE(value.either_way);
  return value.date ? iso(*value.date) : value.error;
}

struct Sample {
  DateFormat format;
  const char* text;
};

// 25 October 2022, which reads one way only in each.
constexpr std::array samples{
    Sample{year_month_day, "2022-10-25"}, Sample{compact, "20221025"},
    Sample{day_first, "25/10/2022"},      Sample{month_first, "10/25/2022"},
    Sample{short_day_first, "25/10/22"},  Sample{short_month_first, "10/25/22"},
    Sample{month_named, "25 Oct 2022"},
};

std::string looks_like_another(DateFormat found, DateFormat expected) {
  return "It looks like " + std::string(looks_like(found)) + "; this column is " +
         std::string(name(expected)) + ".";
}

}  // namespace

TEST_CASE("every date format has a name by which it is found again") {
  REQUIRE(date_formats().size() == samples.size());
  for (const DateFormat format : date_formats()) {
    CAPTURE(name(format));
    CHECK(find_date_format(name(format)) == format);
    CHECK_FALSE(looks_like(format).empty());
    CHECK_FALSE(has_short_year(with_full_year(format)));
    CHECK(has_month_first(with_full_year(format)) == has_month_first(format));
  }
  CHECK(find_date_format("DD/MM/YYYY") == day_first);
  for (const std::string_view none : {"", "dd-mm-yyyy", "d/m/yyyy", "dd/mm/yyyy ", "iso"})
    CHECK_FALSE(find_date_format(none));
}

TEST_CASE("each format is read in its own columns, and in no other's") {
  for (const Sample& column : samples)
    for (const Sample& sample : samples) {
      CAPTURE(name(column.format));
      CAPTURE(sample.text);
      const bool own = column.format == sample.format;
      CHECK(read(sample.text, column.format) ==
            (own ? "2022-10-25" : looks_like_another(sample.format, column.format)));
    }
}

TEST_CASE("slashes in a format's name stand for dashes and full stops too, and single digits will do") {
  for (const std::string_view text : {"9/10/2022", "09-10-2022", "9.10.2022"}) {
    CHECK(read(text, day_first) == "2022-10-09");
    CHECK(read(text, month_first) == "2022-09-10");
  }
  CHECK(read("9-10-22", short_day_first) == "2022-10-09");
  CHECK(read("9.10.22", short_month_first) == "2022-09-10");
  for (const std::string_view text : {"9 OCT 2022", "09-Oct-2022", "9 october 2022"})
    CHECK(read(text, month_named) == "2022-10-09");
  for (const std::string_view text :
       {"09/10-2022", "009/10/2022", "9 10 2022", "09/10/022", "09/10/20/22", "/10/2022"})
    CHECK(read(text, day_first) == "It is not written as dd/mm/yyyy, the format of this column.");
  for (const std::string_view text : {"9 Octo 2022", "9 Oct-2022", "9  Oct 2022", "Oct 9 2022", "9 Oct 22"})
    CHECK(read(text, month_named) == "It is not written as dd mmm yyyy, the format of this column.");
}

TEST_CASE("years of two digits are of this century") {
  CHECK(read("31/12/00", short_day_first) == "2000-12-31");
  CHECK(read("12/31/99", short_month_first) == "2099-12-31");
  CHECK(read("31/12/1999", short_day_first) == "It looks like day/month/year; this column is dd/mm/yy.");
}

TEST_CASE("a date in another format is an error that says which") {
  CHECK(read("12/31/22", day_first) == "It looks like month/day/two-digit year; this column is dd/mm/yyyy.");
  CHECK(read("12/31/2022", day_first) == "It looks like month/day/year; this column is dd/mm/yyyy.");
  CHECK(read("31/12/2022", month_first) == "It looks like day/month/year; this column is mm/dd/yyyy.");
  CHECK(read("2022-12-31 00:00", day_first) == "It looks like year-month-day; this column is dd/mm/yyyy.");
  CHECK(read("01/02/2022", year_month_day) ==
        "It looks like day/month/year or month/day/year; this column is yyyy-mm-dd.");
}

TEST_CASE("what only reads month first says so of the file, unless the column is known to be") {
  CHECK(read_date_value("12/31/2022", day_first).month_first);
  CHECK(read_date_value("12/31/22", year_month_day).month_first);
  CHECK_FALSE(read_date_value("01/02/2022", year_month_day).month_first);
  CHECK_FALSE(read_date_value("31/12/2022", month_first).month_first);
  CHECK_FALSE(read_date_value("12/31/22", month_first).month_first);
  CHECK_FALSE(read_date_value("soon", day_first).month_first);
}

TEST_CASE("a day that does not exist is an error that names the format") {
  CHECK(read("31/02/2022", day_first) == "It is no day that exists; this column is dd/mm/yyyy.");
  CHECK(read("00/02/2022", day_first) == "It is no day that exists; this column is dd/mm/yyyy.");
  CHECK(read("2022-13-01", year_month_day) ==
        "It has 13 where the month should be; this column is yyyy-mm-dd.");
  CHECK(read("29/02/1899", day_first) == "It has a year before 1900; this column is dd/mm/yyyy.");
  CHECK(read("20230229", compact) == "It is no day that exists; this column is yyyymmdd.");
  CHECK(read("20240229", compact) == "2024-02-29");
}

TEST_CASE("a time is dropped behind full dates in numbers, and leaves the day certain") {
  for (const Sample& each :
       {Sample{year_month_day, "2022-10-09 01:02:03.4"}, Sample{year_month_day, "2022-10-09T00:00"},
        Sample{day_first, "9/10/2022 00:00:00"}, Sample{month_first, "10/9/2022 00:00"}}) {
    CAPTURE(each.text);
    CHECK(read(each.text, each.format) == "2022-10-09");
    CHECK(read_date_value(each.text, each.format).time_dropped);
  }
  CHECK_FALSE(read_date_value("2022-10-09", year_month_day).time_dropped);
  CHECK(read("09/10/2022 noon", day_first) == "It begins with a date, but what follows is no time.");
  CHECK(read("2022-10-09T23:30Z", year_month_day) ==
        "The time is UTC and near midnight, so the day in England may be the next.");
  CHECK(read("20221009 00:00", compact) == "It is not written as yyyymmdd, the format of this column.");
}

TEST_CASE("dates far away mean none in every format") {
  for (const Sample& each :
       {Sample{compact, "21991231"}, Sample{day_first, "31/12/2121"}, Sample{month_first, "12/31/9999"},
        Sample{month_named, "1 Jan 2999"}, Sample{year_month_day, "2199-01-01 00:00"}}) {
    CAPTURE(each.text);
    CHECK(read_date_value(each.text, each.format).means_none);
    CHECK_FALSE(read_date_value(each.text, each.format).time_dropped);
  }
  CHECK(read("25000601", compact) == "The year is too far away to be right.");
}

TEST_CASE("what is no date is told which format was expected") {
  for (const DateFormat format : date_formats())
    for (const std::string_view text :
         {"soon", "today", "+14d", "44926", "", " 09/10/2022", "T", "--", "9/10"})
      CHECK(read(text, format) ==
            "It is not written as " + std::string(name(format)) + ", the format of this column.");
}

TEST_CASE("whatever comes is a day, stands for none, or is an error, and ISO is the same without a format") {
  RandomText random(20);
  for (int i = 0; i < 20000; ++i) {
    const std::string text = random.of("0123/-. TOct", 11);
    for (const DateFormat format : date_formats()) {
      const DateValue value = read_date_value(text, format);
      CAPTURE(text);
      REQUIRE((value.date || value.means_none) == value.error.empty());
      if (value.date) REQUIRE(value.date->ok());
      if (format == year_month_day && value.date) REQUIRE(read_date_value(text).date == value.date);
    }
  }
}
