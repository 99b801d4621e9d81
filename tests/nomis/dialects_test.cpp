// The forms in which one and the same export turns up.
#include "nomis/dialects.hpp"

#include "nomis/exports.hpp"

using namespace mappa;

namespace {

void check_plain(const Found& found) {
  REQUIRE(numbers(found) == std::vector<std::string>{"A1234BC", "A1234BD"});
  CHECK(found.people[0].row.value("lastName") == "Núñez");
  CHECK(found.people[0].row.value("dateOfBirth") == "1980-02-28");
  CHECK(found.people[0].row.alerts.size() == 1);
  CHECK(found.people[1].row.value("lastName") == "O’Neill");
}

}  // namespace

TEST_CASE("cells may be separated by commas, semicolons or tabs") {
  for (const char* separator : {",", ";", "\t"}) check_plain(read(replaced(plain, ",", separator)));
}

TEST_CASE("the separator is what tells the headers apart, not what stands in them most often") {
  const Found found = read("prisonerNumber;\"note, with, commas, in, it\";lastName\nA1234BC;;Smith\n");
  CHECK(only_person(found).value("lastName") == "Smith");
}

TEST_CASE("a byte-order mark, carriage returns, and UTF-16 in both orders change nothing") {
  check_plain(read("\xef\xbb\xbf" + replaced(plain, "\n", "\r\n")));
  const std::u16string wide =
      u"\ufeffprisonerNumber,lastName,dateOfBirth,alerts\nA1234BC,Núñez,1980-02-28,P:P33\nA1234BD,O’Neill,,\n";
  for (const bool little : {true, false}) check_plain(read(in_utf16(wide, little)));
}

TEST_CASE("JSON in UTF-16 is told from CSV too") {
  const Found found = read(in_utf16(u"\ufeff [{\"prisonerNumber\": \"A1234BC\", \"lastName\": \"Núñez\"}]", true));
  CHECK(only_person(found).value("lastName") == "Núñez");
}

TEST_CASE("the same file in Windows-1252 gives the same people, and is said to be in it") {
  const Found found = read(in_windows_1252(plain));
  check_plain(found);
  CHECK(only_problem(found, "nomis.encoding").weight == Weight::note);
}

TEST_CASE("wherever the pieces in which a file is read end, it says the same") {
  // Characters of two and three bytes, quoted line ends and CRLF, across every border of 256 KiB.
  for (std::size_t pad = 0; pad < 8; ++pad) {
    std::string text = "prisonerNumber,lastName,mostSeriousOffence\r\n" + std::string(pad, ' ') + "A0000AA,x,\r\n";
    for (int i = 1; i < 9000; ++i)
      text += "A" + std::string(4 - std::to_string(i).size(), '0') + std::to_string(i) + "BC,Núñez O’Neill,\"Burglary\r\nby night, of a \"\"dwelling\"\"\"\r\n";
    const Found found = read(text);
    REQUIRE(found.people.size() == 9000);
    CHECK(found.people.back().row.value("mostSeriousOffence") == "Burglary by night, of a \"dwelling\"");
    CHECK(found.people.back().row.value("lastName") == "Núñez O’Neill");
    CHECK(found.people.back().line == 3 + 2 * 8998);
  }
}

TEST_CASE("rejected records are handed back as they came") {
  const Found csv = read("prisonerNumber,lastName\r\nA1,\"Smith, \"\"Jo\"\"\"\r\nA1234BC,x\"y\r\nA1234BD,Ok\r\nA2,\r\n");
  CHECK(csv.rejects == std::vector<std::string>{"A1,\"Smith, \"\"Jo\"\"\"\r\n", "A1234BC,x\"y\r\n", "A2,\r\n"});
  CHECK(csv.layout.header == "prisonerNumber,lastName\r\n");
  const Found json = read("[{\"prisonerNumber\": \"A1\",\n \"alerts\": [{\"alertCode\": \"}\"}]}, {\"prisonerNumber\": \"A1234BC\"}, 5]");
  CHECK(json.rejects == std::vector<std::string>{"{\"prisonerNumber\": \"A1\",\n \"alerts\": [{\"alertCode\": \"}\"}]}", "5"});
  CHECK(json.layout.json);
}

TEST_CASE("records that contest each other are handed back too, each as it came") {
  const Found found = read("prisonerNumber;lastName\nA1234BC;Smith\nA1234BD;Jones\nA1234BC;Smyth\n");
  CHECK(found.readings == 2);
  CHECK(found.rejects == std::vector<std::string>{"A1234BC;Smith\n", "A1234BC;Smyth\n"});
}

TEST_CASE("a file is read again only where something came to be known too late") {
  CHECK(read(plain).readings == 1);
  CHECK(read("prisonerNumber,dateOfBirth\nA1234BC,12/31/1980\nA1234BD,01/02/1980\n").readings == 2);
  CHECK(read("prisonerNumber,dateOfBirth\nA1234BC,12/31/1980\nA1234BD,1980-02-01\n").readings == 1);
}

TEST_CASE("more than ten notes of a kind are counted, and warnings and errors are all told") {
  std::string text = "prisonerNumber,lastName,pncNumber,sentenceStartDate\n";
  for (int i = 100; i < 150; ++i) text += "A1" + std::to_string(i) + "BC,Smith  Jones,2012/0000001X,2025-01-20 00:00:00\n";
  const Found found = read(text);
  CHECK(count(found, "nomis.pnc") == 50);
  CHECK(count(found, "nomis.repaired") == 11);
  CHECK(count(found, "nomis.date-time") == 11);
  const auto last = std::ranges::find(found.problems.rbegin(), found.problems.rend(), "nomis.repaired", &Problem::id);
  CHECK(last->what == "The same from here on in 40 more places.");
  CHECK(last->line == 12);
}
