#include "nomis/exports.hpp"

using namespace mappa;

TEST_CASE("an empty input is not an export") {
  CHECK(fault_of("") == "export.csv is empty.");
  CHECK(fault_of(" \r\n\t\n") == "export.csv is empty.");
  CHECK(fault_of("\xef\xbb\xbf") == "export.csv is empty.");
}

TEST_CASE("a header alone is an export with nobody in it") {
  const Found result = read("prisonerNumber,lastName\r\n");
  CHECK(result.records == 0);
  CHECK(result.people.empty());
  CHECK(result.problems.empty());
  CHECK(read("[]").records == 0);
  CHECK(read(R"({"content": []})").records == 0);
}

TEST_CASE("a byte-order mark is no part of the first header or of the JSON") {
  CHECK(numbers(read("\xef\xbb\xbfprisonerNumber\nA1234BC\n")) == std::vector<std::string>{"A1234BC"});
  CHECK(numbers(read("\xef\xbb\xbf [{\"prisonerNumber\": \"A1234BC\"}]")) ==
        std::vector<std::string>{"A1234BC"});
}

TEST_CASE("what is not text is refused as a whole, saying what it is") {
  CHECK(fault_of(std::string_view("\x7f"
                                  "ELF\0\0\1",
                                  7)) == "export.csv is a binary file.");
  CHECK(fault_of("PK\x03\x04rest of a workbook") == "export.csv is a spreadsheet or an archive.");
}

TEST_CASE("bytes that are not UTF-8 are read as Windows-1252, and it is said where they begin") {
  const Found result = read("prisonerNumber,lastName\nA1234BC,O\x92NEILL\nA1234BD,JOS\xc9\n");
  CHECK(result.people[0].row.value("lastName") == "O’NEILL");
  CHECK(result.people[1].row.value("lastName") == "JOSÉ");
  CHECK(only_problem(result, "nomis.encoding").line == 2);
}

TEST_CASE("bytes that stand for nothing in any of the encodings are refused, never dropped") {
  CHECK(fault_of("prisonerNumber,lastName\nA1234BC,\x81\x8d\n") ==
        "export.csv breaks off inside a character, or holds bytes that stand for none.");
  CHECK(fault_of("\xef\xbb\xbfprisonerNumber,lastName\nA1234BC,JOS\xc9\n") == "export.csv is not in UTF-8 (first seen in line 2).");
  CHECK(fault_of(std::string_view("\xff\xfep\0r", 5)) == "export.csv breaks off inside a character, or holds bytes that stand for none.");
}

TEST_CASE("the standard input is called by its name") {
  CHECK_THROWS_WITH_AS(read_named("", "-"), "The standard input is empty.", Fault);
}

TEST_CASE("every problem names the file as the user did") {
  const Found result = read_named("prisonerNumber\nnobody\n", "folder/monday.csv");
  CHECK(only_problem(result, "nomis.prison-number").file == "folder/monday.csv");
}
