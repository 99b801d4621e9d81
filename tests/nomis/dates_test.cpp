#include "mappa/nomis/date_value.hpp"
#include "nomis/exports.hpp"

using namespace mappa;

namespace {

std::string day(std::string_view text) {
  const DateValue value = read_date_value(text);
  CAPTURE(value.error);
  REQUIRE(value.date);
  return iso(*value.date);
}

std::string error_of(const std::string& text) {
  const Found result = read_column("releaseDate", text);
  CHECK(result.rejected == 1);
  const Problem problem = only_problem(result, "nomis.date");
  CHECK(problem.weight == Weight::error);
  CHECK(problem.field == "releaseDate");
  CHECK(problem.value == text);
  return problem.what;
}

}  // namespace

TEST_CASE("dates are read as ISO and in the forms that British systems write") {
  for (const std::string text :
       {"2022-12-31", "31/12/2022", "31-12-2022", "31 Dec 2022", "31 December 2022"}) {
    CAPTURE(text);
    CHECK(read_column("releaseDate", text).problems.empty());
    CHECK(only_person(read_column("releaseDate", text)).value("releaseDate") == "2022-12-31");
  }
  CHECK(day("1/2/2022") == "2022-02-01");
}

TEST_CASE("a time behind a date is dropped, with a note") {
  for (const std::string text : {"2020-06-01 01:02:03.4", "2020-06-01T01:02:03", "2020-06-01T00:00",
                                 "2020-06-01T22:59:59Z", "2020-06-01 23:30:00"}) {
    CAPTURE(text);
    const Found result = read_column("releaseDate", text);
    CHECK(only_person(result).value("releaseDate") == "2020-06-01");
    const Problem note = only_problem(result, "nomis.date-time");
    CHECK(note.weight == Weight::note);
    CHECK(note.what == "The time was dropped: \"" + text + "\" → \"2020-06-01\".");
  }
}

TEST_CASE("what follows a date must be a time that leaves the day certain") {
  CHECK(error_of("2020-06-01 afternoon") == "It begins with a date, but what follows is no time.");
  CHECK(error_of("2020-06-01T25:00:00") == "It begins with a date, but what follows is no time.");
  CHECK(error_of("2020-06-01T01:02:03+05:00") == "It begins with a date, but what follows is no time.");
  CHECK(error_of("2020-05-31T23:00:00Z") ==
        "The time is UTC and near midnight, so the day in England may be the next.");
}

TEST_CASE("a date so far away that it means none is absent, with a note") {
  for (const std::string text : {"9999-12-31", "2199-01-01", "2199-12-31", "2999-05-06", "2121-12-31",
                                 "31/12/2150", "2199-12-31 00:00:00"}) {
    CAPTURE(text);
    const Found result = read_column("sentenceExpiryDate", text);
    CHECK(only_person(result).fields.empty());
    CHECK(only_problem(result, "nomis.date-none").weight == Weight::note);
  }
}

TEST_CASE("a far date that may well be meant is kept") {
  for (const std::string text : {"2132-03-12", "2076-01-29", "2120-12-31", "2121-12-30", "2198-06-01"}) {
    CHECK(read_column("sentenceExpiryDate", text).problems.empty());
    CHECK(day(text) == text);
  }
  CHECK(error_of("2500-06-01") == "The year is too far away to be right.");
}

TEST_CASE("a day that does not exist is an error in every form") {
  CHECK(error_of("2023-02-31") == "It is not a day: February 2023 has 28 days.");
  CHECK(error_of("2023-02-31 00:00:00") == "It is not a day: February 2023 has 28 days.");
  CHECK(error_of("31/02/2024") == "It is not a day: February 2024 has 29 days.");
  CHECK(error_of("31 Apr 2024") == "It is not a day: April 2024 has 30 days.");
}

TEST_CASE("month-first dates and two-digit years are errors that say what they look like") {
  CHECK(error_of("12/31/2022").find("month/day/year") != std::string::npos);
  CHECK(error_of("12/31/22").find("month/day/two-digit year") != std::string::npos);
  CHECK(error_of("31/12/22").find("year of two digits") != std::string::npos);
  CHECK(error_of("31 Dec 22").find("year of two digits") != std::string::npos);
}

TEST_CASE("what people may type is no date in a file") {
  for (const std::string text : {"today", "Today", "tomorrow", "yesterday", "+14d", "-3d", "+2w", "now"})
    CHECK(error_of(text) == "It is no date.");
  for (const std::string text :
       {"20221231", "2022/12/31", "31122022", "44926", "soon", "1850-01-01", "0001-01-01"})
    CHECK_FALSE(error_of(text).empty());
}

// 01/02/2022 is 1 February to a British reader. Once another date shows that the file has the month
// first, nothing tells which way it is meant.
TEST_CASE("in a file that has the month first, dates that read two ways are rejected") {
  const Found result = read(
      "prisonerNumber,releaseDate\n"
      "A1234BC,01/02/2022\n"
      "A1234BD,12/31/2022\n"
      "A1234BE,05/05/2022\n"
      "A1234BF,2022-02-01\n"
      "A1234BG,25/12/2022\n");
  CHECK(numbers(result) == std::vector<std::string>{"A1234BE", "A1234BF", "A1234BG"});
  CHECK(result.rejected == 2);
  REQUIRE(ids(result) == std::vector<std::string>{"nomis.date-order", "nomis.date"});
  CHECK(result.problems[0].line == 2);
  CHECK(result.problems[0].value == "01/02/2022");
}
