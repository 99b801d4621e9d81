#include "nomis/exports.hpp"

using namespace mappa;

TEST_CASE("one row is one person, with the line it stands in") {
  const Found result = read(
      "prisonerNumber,lastName,firstName\n"
      "A1234BC,Smith,Ann\n"
      "\n"
      "A1234BD,Jones,Ben\n");
  CHECK(result.problems.empty());
  CHECK(result.records == 2);
  REQUIRE(numbers(result) == std::vector<std::string>{"A1234BC", "A1234BD"});
  CHECK(result.people[0].line == 2);
  CHECK(result.people[1].line == 4);
  CHECK(result.people[1].row.value("lastName") == "Jones");
}

TEST_CASE("lines may end in CRLF, LF or CR, and the last one in nothing") {
  for (const std::string end : {"\r\n", "\n", "\r"}) {
    const Found result =
        read("prisonerNumber,lastName" + end + "A1234BC,Smith" + end + "A1234BD,Jones");
    CHECK(result.problems.empty());
    REQUIRE(numbers(result) == std::vector<std::string>{"A1234BC", "A1234BD"});
    CHECK(result.people[1].line == 3);
  }
}

TEST_CASE("a quoted cell may hold commas, doubled quotation marks and line ends") {
  const Found result = read(
      "prisonerNumber,lastName,mostSeriousOffence\r\n"
      "A1234BC,\"Smith, the elder\",\"Theft of a \"\"van\"\"\"\r\n"
      "A1234BD,Jones,\"Burglary\r\nby night\"\r\n"
      "A1234BE,Evans,\r\n");
  REQUIRE(result.people.size() == 3);
  CHECK(result.people[0].row.value("lastName") == "Smith, the elder");
  CHECK(result.people[0].row.value("mostSeriousOffence") == "Theft of a \"van\"");
  CHECK(result.people[1].row.value("mostSeriousOffence") == "Burglary by night");
  CHECK(result.people[2].line == 5);
  CHECK(ids(result) == std::vector<std::string>{"nomis.repaired"});
}

TEST_CASE("a row with more or fewer cells than headers is rejected, and the next one is read") {
  const Found result = read("prisonerNumber,lastName\nA1234BC\nA1234BD,Jones,John\nA1234BE,Evans\n");
  CHECK(result.records == 3);
  CHECK(result.rejected == 2);
  CHECK(numbers(result) == std::vector<std::string>{"A1234BE"});
  REQUIRE(ids(result) == std::vector<std::string>{"nomis.cells", "nomis.cells"});
  CHECK(result.problems[0].line == 2);
  CHECK(result.problems[0].what == "The row has 1 cell, but there are 2 headers.");
  CHECK(result.problems[1].what == "The row has 3 cells, but there are 2 headers.");
}

TEST_CASE("a stray quotation mark costs its own row and no other") {
  SUBCASE("inside a cell") {
    const Found result = read("prisonerNumber,lastName\nA1234BC,O\"Neill\nA1234BD,Jones\n");
    CHECK(numbers(result) == std::vector<std::string>{"A1234BD"});
    CHECK(only_problem(result, "nomis.quotes").line == 2);
  }
  SUBCASE("never closed: every later row is read all the same") {
    const Found result =
        read("prisonerNumber,lastName\nA1234BC,\"Neill\nA1234BD,Jones\nA1234BE,Evans\n");
    CHECK(numbers(result) == std::vector<std::string>{"A1234BD", "A1234BE"});
    CHECK(only_problem(result, "nomis.quotes").line == 2);
  }
  SUBCASE("closed only by the next row's quotation mark") {
    const Found result = read("prisonerNumber,lastName\nA1234BC,\"Neill\nA1234BD,\"Jones\"\n");
    CHECK(numbers(result) == std::vector<std::string>{"A1234BD"});
    CHECK(only_problem(result, "nomis.quotes").line == 2);
  }
}

TEST_CASE("a row of empty cells is a record without a number, not nothing") {
  const Found result = read("prisonerNumber,lastName\n,\n");
  CHECK(result.rejected == 1);
  CHECK(only_problem(result, "nomis.prison-number").what == "The prison number is missing.");
}

TEST_CASE("a cell as long as it likes") {
  const std::string offence(300'000, 'x');
  CHECK(only_person(read_column("mostSeriousOffence", offence)).value("mostSeriousOffence") == offence);
}
