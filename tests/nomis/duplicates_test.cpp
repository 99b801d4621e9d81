#include "nomis/exports.hpp"

using namespace mappa;

TEST_CASE("one number twice with the same facts is taken once, with a note") {
  const Found result = read(
      "prisonerNumber,lastName,alerts\n"
      "A1234BC,Smith,P:P33;S:SOR\n"
      "A1234BD,Jones,\n"
      "a1234bc,Smith,S:SOR;P:P33\n");
  CHECK(result.records == 3);
  CHECK(result.rejected == 0);
  CHECK(numbers(result) == std::vector<std::string>{"A1234BC", "A1234BD"});
  CHECK(result.people[0].line == 2);
  REQUIRE(ids(result) == std::vector<std::string>{"nomis.repaired", "nomis.repeated"});
  const Problem note = result.problems[1];
  CHECK(note.weight == Weight::note);
  CHECK(note.line == 4);
  CHECK(note.value == "A1234BC");
  CHECK(note.what == "Line 2 says the same about this number.");
}

TEST_CASE(
    "one number with different facts: all its rows are rejected, each naming another and what differs") {
  const Found result = read(
      "OFFENDER_ID_DISPLAY,LAST_NAME,alerts,AGY_LOC_ID\n"
      "A1234BC,Smith,P:P33,MDI\n"
      "A1234BD,Jones,,MDI\n"
      "A1234BC,Smith,P:P33,MDI\n"
      "A1234BC,Smyth,P:P44,MDI\n");
  CHECK(result.records == 4);
  CHECK(result.rejected == 3);
  CHECK(numbers(result) == std::vector<std::string>{"A1234BD"});
  REQUIRE(ids(result) == std::vector<std::string>(3, "nomis.duplicate"));
  CHECK(result.problems[0].line == 2);
  CHECK(result.problems[0].field == "OFFENDER_ID_DISPLAY");
  CHECK(result.problems[0].what == "Line 5 gives other facts for this number: lastName, alerts.");
  CHECK(result.problems[1].line == 4);
  CHECK(result.problems[1].what == "Line 5 gives other facts for this number: lastName, alerts.");
  CHECK(result.problems[2].line == 5);
  CHECK(result.problems[2].what == "Line 2 gives other facts for this number: lastName, alerts.");
}

TEST_CASE("where the other row of a number was rejected, the one that goes in carries a warning") {
  const Found result = read(
      "prisonerNumber,dateOfBirth\n"
      "A1234BC,31/02/1980\n"
      "A1234BC,1980-02-28\n");
  CHECK(result.rejected == 1);
  CHECK(numbers(result) == std::vector<std::string>{"A1234BC"});
  REQUIRE(ids(result) == std::vector<std::string>{"nomis.date", "nomis.duplicate-rejected"});
  CHECK(result.problems[1].weight == Weight::warning);
  CHECK(result.problems[1].what == "Line 2 holds the same number and was rejected.");
}

TEST_CASE("in JSON it is the number of the record that is named") {
  const Found result = read(
      R"([{"prisonerNumber": "A1234BC", "lastName": "Smith"},
          {"prisonerNumber": "A1234BC", "lastName": "Jones"}])");
  CHECK(result.rejected == 2);
  CHECK(result.problems[0].what == "Record 2 gives other facts for this number: lastName.");
}

TEST_CASE("two rows rejected for something else are not rejected twice") {
  const Found result = read("prisonerNumber,recall\nA1234BC,?\nA1234BC,!\n");
  CHECK(result.rejected == 2);
  CHECK(ids(result) == std::vector<std::string>(2, "nomis.flag"));
}
