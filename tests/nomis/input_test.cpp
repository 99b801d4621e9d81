#include "nomis/exports.hpp"

using namespace mappa;

TEST_CASE("an empty input is not an export") {
  CHECK(fault_of("") == "export.csv is empty.");
  CHECK(fault_of(" \r\n\t\n") == "export.csv is empty.");
  CHECK(fault_of("\xef\xbb\xbf") == "export.csv is empty.");
}

TEST_CASE("a header alone is an export with nobody in it") {
  const NomisExport result = read("prisonerNumber,lastName\r\n");
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
  CHECK(fault_of("\xff\xfep\x01") == "export.csv is in UTF-16.");
}

TEST_CASE("bytes that are not UTF-8 are refused, naming the first line that has some") {
  const std::string windows_1252 = "prisonerNumber,lastName\nA1234BC,O\x92NEILL\nA1234BD,JOS\xc9\n";
  CHECK(fault_of(windows_1252) == "export.csv is not in UTF-8 (first seen in line 2).");
}

TEST_CASE("the standard input is called by its name") {
  CHECK_THROWS_WITH_AS(read_nomis_export("", "-"), "The standard input is empty.", Fault);
}

TEST_CASE("every problem names the file as the user did") {
  const NomisExport result = read_nomis_export("prisonerNumber\nnobody\n", "folder/monday.csv");
  CHECK(only_problem(result, "nomis.prison-number").file == "folder/monday.csv");
}
