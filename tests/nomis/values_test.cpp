#include "nomis/exports.hpp"

using namespace mappa;

namespace {

std::string value_of(const std::string& header, const std::string& cell) {
  return std::string(only_person(read_column(header, cell)).value(header));
}

}  // namespace

TEST_CASE("a prison number is put into canonical form, and the repair is said") {
  CHECK(read("prisonerNumber\nA1234BC\n").problems.empty());
  for (const std::string came : {"a1234bc", " A1234BC", "A1234BC ", "A1234BC.", " a1234Bc. "}) {
    CAPTURE(came);
    const Found result = read("prisonerNumber\n" + came + "\n");
    CHECK(only_person(result).number.text() == "A1234BC");
    const Problem note = only_problem(result, "nomis.repaired");
    CHECK(note.weight == Weight::note);
    CHECK(note.line == 2);
    CHECK(note.field == "prisonerNumber");
    CHECK(note.value == came);
    CHECK(note.what == "Put into the usual form: \"" + came + "\" → \"A1234BC\".");
  }
}

TEST_CASE("a prison number that is missing or cannot be is rejected") {
  CHECK(only_problem(read("prisonerNumber,lastName\n,Smith\n"), "nomis.prison-number").what ==
        "The prison number is missing.");
  CHECK(only_problem(read("prisonerNumber,lastName\nNULL,Smith\n"), "nomis.prison-number").what ==
        "The prison number is missing.");
  for (const std::string came :
       {"AB1234E", "A123BC", "A12345C", "1234ABC", "A1234BCD", "A-1234-BC", "A1234B\xc3\x87"}) {
    CAPTURE(came);
    const Found result = read("prisonerNumber\n" + came + "\n");
    CHECK(result.people.empty());
    CHECK(result.rejected == 1);
    const Problem error = only_problem(result, "nomis.prison-number");
    CHECK(error.weight == Weight::error);
    CHECK(error.value == came);
    CHECK(error.remedy.find("A1234BC") != std::string::npos);
  }
}

TEST_CASE("names keep their diacritics, apostrophes, hyphens and letter case") {
  for (const std::string name :
       {"O’Neill", "O'NEILL", "Núñez-García", "d'Arcy", "MÜLLER", "李", "Null", "None"}) {
    CAPTURE(name);
    CHECK(read_column("lastName", name).problems.empty());
    CHECK(value_of("lastName", name) == name);
  }
}

TEST_CASE("blanks around a name go, runs of them become one, and a note says so") {
  for (const std::string came : {"  Ann", "Ann  ", "Ann\t",
                                 "\u00a0"
                                 "Ann"})
    CHECK(value_of("firstName", came) == "Ann");
  CHECK(value_of("firstName", "Ann   May") == "Ann May");
  CHECK(value_of("firstName", "Ann \u00a0 May") == "Ann May");
  CHECK(value_of("firstName", "\"Ann\nMay\"") == "Ann May");
  const Problem note = only_problem(read_column("firstName", "Ann  May "), "nomis.repaired");
  CHECK(note.weight == Weight::note);
  CHECK(note.value == "Ann  May ");
  CHECK(note.what == "Put into the usual form: \"Ann  May \" → \"Ann May\".");
}

TEST_CASE("codes lose blanks and a trailing full stop and become upper case, and a note says so") {
  CHECK(value_of("prisonId", "MDI") == "MDI");
  CHECK(read_column("prisonId", "MDI").problems.empty());
  for (const std::string came : {"mdi", " MDI", "MDI.", "MDI..", " mdi. "}) {
    CHECK(value_of("prisonId", came) == "MDI");
    CHECK(only_problem(read_column("prisonId", came), "nomis.repaired").value == came);
  }
  CHECK(value_of("legalStatus", "Immigration_Detainee") == "IMMIGRATION_DETAINEE");
  CHECK(only_problem(read_column("prisonId", "."), "nomis.code").weight == Weight::error);
  CHECK(only_problem(read_column("prisonId",
                                 "M\x1b"
                                 "DI"),
                     "nomis.code")
            .weight == Weight::error);
}

TEST_CASE("a code that stands for nothing once its full stops are off is nothing") {
  for (const std::string came : {"NULL.", "none .", "n/a."}) {
    CAPTURE(came);
    CHECK(only_person(read_column("prisonId", came)).fields.empty());
  }
}

TEST_CASE("flags are read in the forms that systems write them") {
  for (const std::string came : {"true", "TRUE", "Y", "y", "yes", "Yes", "1", " Y "})
    CHECK(value_of("recall", came) == "yes");
  for (const std::string came : {"false", "False", "N", "n", "no", "NO", "0"})
    CHECK(value_of("recall", came) == "no");
  for (const std::string came : {"maybe", "2", "T", "-", "YN"}) {
    const Found result = read_column("recall", came);
    CHECK(result.rejected == 1);
    CHECK(only_problem(result, "nomis.flag").value == came);
  }
}

TEST_CASE("words that stand for nothing are nothing, in every type of field") {
  for (const std::string field : {"lastName", "prisonId", "dateOfBirth", "recall", "alerts"})
    for (const std::string came : {"", "  ", "NULL", "null", "N/A", "n/a", "none", "NONE", " NULL "}) {
      CAPTURE(field);
      CAPTURE(came);
      const Found result = read_column(field, came);
      CHECK(result.problems.empty());
      CHECK(only_person(result).fields.empty());
      CHECK(only_person(result).alerts.empty());
    }
}

TEST_CASE("a bad value in an optional field rejects the row, and everything wrong with it is said") {
  const Found result = read(
      "prisonerNumber,dateOfBirth,recall,alerts,releaseDate,prisonId\n"
      "A123,31/02/2020,perhaps,P::P,12/31/22,.\n"
      "A1234BC,1980-01-01,yes,P:P33,2026-11-25,MDI\n");
  CHECK(result.rejected == 1);
  CHECK(numbers(result) == std::vector<std::string>{"A1234BC"});
  CHECK(ids(result) == std::vector<std::string>{"nomis.prison-number", "nomis.date", "nomis.flag",
                                                "nomis.date", "nomis.code", "nomis.alert"});
}

TEST_CASE("control characters do not reach the sentences") {
  const Problem note = only_problem(read_column("lastName", " \x1b[31mSmith"), "nomis.repaired");
  CHECK(note.what == "Put into the usual form: \" \\x1b[31mSmith\" → \"\\x1b[31mSmith\".");
}
