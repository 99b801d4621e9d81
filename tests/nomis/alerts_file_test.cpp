// A second file that holds the alerts, one a row.
#include "mappa/nomis/alerts_file.hpp"

#include "nomis/dialects.hpp"
#include "nomis/exports.hpp"

using namespace mappa;

namespace {

using Texts = std::vector<std::string>;

const std::string people = "prisonerNumber,lastName\nA1234BC,Smith\nA1234BD,Jones\n";
const std::string headers = "OFFENDER_ID_DISPLAY,ALERT_TYPE,ALERT_CODE,ALERT_STATUS,ALERT_DATE,EXPIRY_DATE\n";

Found joined(const std::string& alerts, const std::string& export_file = people) {
  Input input = Input::of(alerts, "alerts.csv");
  const AlertsFile file = read_alerts_file(input);
  Found out = read_named(export_file, "export.csv", {}, &file);
  return out;
}

// The alerts of the first person that went in.
Texts first(const Found& found) {
  REQUIRE_FALSE(found.people.empty());
  Texts out;
  for (const Alert& alert : found.people.front().row.alerts) out.push_back(text(alert));
  return out;
}

std::string fault_of_alerts(const std::string& text) {
  Input input = Input::of(text, "alerts.csv");
  try {
    read_alerts_file(input);
  } catch (const Fault& fault) {
    CHECK(fault.cause() == Cause::unreadable);
    return fault.happened() + " " + fault.remedy();
  }
  FAIL("no fault");
  return {};
}

}  // namespace

TEST_CASE("alerts of a file of their own are joined to the people of the export") {
  const Found found = joined(headers +
                             "A1234BC,P,P33,INACTIVE,2024-01-02,2025-03-04\n"
                             "A1234BC,S,SOR,ACTIVE,02/01/2024,\n");
  CHECK(found.problems.empty());
  CHECK(first(found) == Texts{"P:P33:inactive:expired:from 2024-01-02:until 2025-03-04", "S:SOR:from 2024-01-02"});
}

TEST_CASE("with a file of alerts an export tells the alerts of everybody, and who has no row has none") {
  const Found found = joined(headers + "A1234BC,P,P33,ACTIVE,,\n");
  CHECK(found.told.alerts);
  REQUIRE(found.people.size() == 2);
  CHECK(found.people[1].row.alerts.empty());
  CHECK_FALSE(read(people).told.alerts);
}

TEST_CASE("a file of alerts may have the names of prison-api, in any order and letter case") {
  const Found found = joined(
      "DATEEXPIRES;Expired;active;alertCode;OffenderNo;alertType;dateCreated\n"
      ";false;true;P33;A1234BC;P;2024-01-02T10:11:12\n"
      ";Y;N;SOR;A1234BC;S;\n");
  CHECK(found.problems.empty());
  CHECK(first(found) == Texts{"P:P33:from 2024-01-02", "S:SOR:inactive:expired"});
}

TEST_CASE("a file of alerts comes in the dialects of an export") {
  const std::string file = headers + "A1234BC,P,P33,ACTIVE,2024-01-02,\n";
  const Texts expected{"P:P33:from 2024-01-02"};
  for (const char* separator : {",", ";", "\t"}) CHECK(first(joined(replaced(file, ",", separator))) == expected);
  CHECK(first(joined("\xef\xbb\xbf" + replaced(file, "\n", "\r\n"))) == expected);
  std::string wide = "\xff\xfe";
  for (const char c : file) wide += std::string{c, '\0'};
  CHECK(first(joined(wide)) == expected);
  const Found found = joined(replaced(headers, "\n", ",COMMENT\n") + "A1234BC,P,P33,ACTIVE,2024-01-02,,M\xfcller\n");
  CHECK(first(found) == expected);
  REQUIRE(ids(found) == Texts{"nomis.column-ignored", "nomis.encoding"});
  CHECK(found.problems[0].file == "alerts.csv");
}

TEST_CASE("alerts of both files are taken together, each once") {
  const Found found = joined(headers +
                                 "A1234BC,P,P33,ACTIVE,2024-01-02,\n"
                                 "A1234BC,X,XNR,ACTIVE,,\n",
                             "prisonerNumber,alerts\nA1234BC,P:P33;S:SOR\n");
  // Of two alike the one that gives most days is kept.
  CHECK(first(found) == Texts{"P:P33:from 2024-01-02", "S:SOR", "X:XNR"});
  CHECK(only_problem(found, "nomis.alert-repeated").line == 2);
}

TEST_CASE("an alert that cannot be read rejects its person, with a reason that names the file and the line") {
  const std::pair<const char*, const char*> wrong[] = {
      {"A1234BC,P,P33,ACTIVE,2024-02-31,", "The alert's ALERT_DATE \"2024-02-31\" cannot be read: "},
      {"A1234BC,P,P33,ACTIVE,,soon", "The alert's EXPIRY_DATE \"soon\" cannot be read: It is no date."},
      {"A1234BC,P,P33,ACTIVE,,2300-01-05", "The alert's EXPIRY_DATE \"2300-01-05\" cannot be read: "},
      {"A1234BC,P,P33,CLOSED,,", "The alert's ALERT_STATUS \"CLOSED\" is neither active nor inactive."},
      {"A1234BC,P,NULL,ACTIVE,,", "The alert has no ALERT_CODE."},
      {"A1234BC,P,P-33,ACTIVE,,", "It is no alert."},
      {"A1234BC,P,P:33,ACTIVE,,", "It is no alert."},
      {"A1234BC,P,P33", "The row has 3 cells, but there are 6 headers."},
      {"A1234BC,P,P3\"3,ACTIVE,,", "A quotation mark stands inside a cell or is never closed."},
  };
  for (const auto& each : wrong) {
    const std::string row = each.first, reason = each.second;
    CAPTURE(row);
    const Found found = joined(headers + "A1234BC,S,SOR,ACTIVE,,\n" + row + "\n");
    CHECK(numbers(found) == Texts{"A1234BD"});
    CHECK(found.rejected == 1);
    CHECK(found.rejects == Texts{"A1234BC,Smith\n"});
    const Problem problem = only_problem(found, "nomis.alert");
    CHECK(problem.what.starts_with(reason));
    CHECK(problem.what.ends_with(" It stands in line 3 of alerts.csv."));
    CHECK(problem.remedy == "Correct that line, and import both files again.");
    CHECK(problem.file == "export.csv");
    CHECK(problem.line == 2);
    CHECK(problem.field == "ALERT_CODE");
  }
}

TEST_CASE("a row of alerts that is nobody's: nobody's alerts are known to be complete, and the file is refused") {
  const std::pair<const char*, const char*> wrong[] = {{"A12,P,P33,ACTIVE,,", "\"A12\" is no prison number."},
                                                       {",P,P33,ACTIVE,,", "The prison number is missing."},
                                                       {"P,P33", "The row has 2 cells, but there are 6 headers."},
                                                       {"x\"y,P,P33,ACTIVE,,", "A quotation mark stands inside a cell or is never closed."}};
  for (const auto& each : wrong) {
    const std::string row = each.first, what = each.second;
    CAPTURE(row);
    Input input = Input::of(headers + row + "\n", "alerts.csv");
    CHECK_THROWS_WITH_AS(read_alerts_file(input), ("In alerts.csv nobody knows whose alert stands in line 2: " + what + " Nothing was imported.").c_str(), Fault);
  }
  Input several = Input::of(headers + "A12,P,P33,ACTIVE,,\nA1234BC,P,P33,ACTIVE,,\n,P,P33,ACTIVE,,\n", "alerts.csv");
  CHECK_THROWS_WITH_AS(read_alerts_file(several), "In alerts.csv nobody knows whose alert stands in lines 2, 4: \"A12\" is no prison number. Nothing was imported.", Fault);
}

TEST_CASE("a number in an unusual form is repaired, and a row that names somebody and no alert says nothing") {
  const Found found = joined(headers + " a1234bc.,P,P33,ACTIVE,,\nA1234BD,NULL,,,,\n");
  CHECK(first(found) == Texts{"P:P33"});
  CHECK(found.people[1].row.alerts.empty());
  const Problem problem = only_problem(found, "nomis.repaired");
  CHECK(problem.file == "alerts.csv");
  CHECK(problem.line == 2);
}

TEST_CASE("alerts of people who are not in the export are told, one warning each person") {
  const Found found = joined(headers +
                             "B1234BC,P,P33,ACTIVE,,\nA1234BC,S,SOR,ACTIVE,,\nB1234BC,S,SOR,ACTIVE,,\n"
                             "A9999AA,P,P33,nonsense,,\n");
  REQUIRE(ids(found) == Texts{"nomis.alerts-for-nobody", "nomis.alerts-for-nobody"});
  CHECK(found.problems[0].weight == Weight::warning);
  CHECK(found.problems[0].file == "alerts.csv");
  CHECK(found.problems[0].line == 2);
  CHECK(found.problems[0].value == "B1234BC");
  CHECK(found.problems[0].what == "export.csv has no row of this number that can be read.");
  CHECK(found.problems[1].line == 5);
  CHECK(found.rejected == 0);
}

TEST_CASE("somebody whose row was rejected is in the export all the same") {
  const Found found = joined(headers + "A1234BC,P,P33,ACTIVE,,\n", "prisonerNumber,dateOfBirth\nA1234BC,soon\n");
  CHECK(only_problem(found, "nomis.date").line == 2);
}

TEST_CASE("a date of an alert that reads two ways is wrong where another one has the month first") {
  const Found ambiguous = joined(headers + "A1234BC,P,P33,ACTIVE,01/02/2024,\n");
  CHECK(first(ambiguous) == Texts{"P:P33:from 2024-02-01"});
  const Found found = joined(headers + "A1234BC,P,P33,ACTIVE,01/02/2024,\nA1234BD,P,P33,ACTIVE,12/31/2023,\n");
  CHECK(found.people.empty());
  CHECK(count(found, "nomis.alert") == 2);
}

TEST_CASE("headers that a file of alerts cannot do without are missed by name") {
  CHECK(fault_of_alerts("OFENDER_ID_DISPLAY,ALERT_CODE\nx,P33\n") ==
        "alerts.csv has no header for the prison number in line 1. The nearest is \"OFENDER_ID_DISPLAY\". "
        "Name that column prisonerNumber or offenderNo or OFFENDER_ID_DISPLAY.");
  CHECK(fault_of_alerts("prisonerNumber,ALERT_TYPE,ALERT_KODE\nA1234BC,P,P33\n") ==
        "alerts.csv has no header for the code of the alert in line 1. The nearest is \"ALERT_KODE\". "
        "Name that column ALERT_CODE or alertCode.");
  CHECK(fault_of_alerts("prisonerNumber,ALERT_TYPE\nA1234BC,P\n") ==
        "alerts.csv has no header for the code of the alert in line 1. Name that column ALERT_CODE or alertCode.");
  CHECK(fault_of_alerts("[{\"offenderNo\": \"A1234BC\"}]")
            .starts_with("alerts.csv is JSON, and a file of alerts must be CSV."));
  CHECK(fault_of_alerts(" \n").starts_with("alerts.csv is empty."));
}

TEST_CASE("two columns of alerts that mean the same are told, and must agree") {
  const std::string twice = "prisonerNumber,alertCode,ALERT_CODE\n";
  CHECK(first(joined(twice + "A1234BC,P33,P33\n")) == Texts{"P33"});
  const Found found = joined(twice + "A1234BC,P33,P44\n");
  CHECK(numbers(found) == Texts{"A1234BD"});
  CHECK(count(found, "nomis.column-twice") == 1);
  CHECK(found.problems[0].what.starts_with(
      "\"ALERT_CODE\" holds \"P44\", and another column that means the same holds \"P33\"."));
}

TEST_CASE("untidy alerts are settled in a file of their own as in a cell, and each says where it stands") {
  const Found found = joined(headers +
                             "A1234BC,P,P33,ACTIVE,,2025-01-01\n"
                             "A1234BC,X,P44,ACTIVE,,\n"
                             "A1234BC,S,SOR,ACTIVE,,2199-12-31\n"
                             "A1234BC,p,pl2,ACTIVE,,\n");
  CHECK(first(found) == Texts{"P:P33:expired:until 2025-01-01", "P:PL2", "S:SOR", "X:P44"});
  REQUIRE(ids(found) == Texts{"nomis.alert-expired", "nomis.alert-type", "nomis.date-none", "nomis.repaired"});
  for (std::size_t i = 0; i < 4; ++i) {
    CHECK(found.problems[i].line == 2);
    CHECK(found.problems[i].what.ends_with("It stands in line " + std::to_string(i + 2) + " of alerts.csv."));
  }
}
