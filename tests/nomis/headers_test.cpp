#include <string>
#include <utility>

#include "mappa/nomis/aliases.hpp"
#include "nomis/exports.hpp"

using namespace mappa;

namespace {

std::string column_value(const std::string& header, const std::string& cell, std::string_view field) {
  return std::string(only_person(read_column(header, cell)).value(field));
}

}  // namespace

TEST_CASE("every field of the catalogue may be a header, in any order and letter case") {
  for (const NomisField& field : nomis_fields()) {
    CAPTURE(field.name);
    const auto alias = find_alias(field.name);
    REQUIRE(alias);
    CHECK(alias->field == field.name);
  }
  const Found result = read(" LASTNAME ,dateofbirth,PrisonerNumber\nSmith,1980-02-28,A1234BC\n");
  CHECK(result.problems.empty());
  CHECK(only_person(result).value("lastName") == "Smith");
  CHECK(only_person(result).value("dateOfBirth") == "1980-02-28");
}

TEST_CASE("the prison number has three headers") {
  for (const std::string header : {"prisonerNumber", "offenderNo", "OFFENDER_ID_DISPLAY"})
    CHECK(numbers(read(header + "\nA1234BC\n")) == std::vector<std::string>{"A1234BC"});
}

TEST_CASE("NOMIS column names and those of prison-api stand for the same fields") {
  CHECK(column_value("LAST_NAME", "Smith", "lastName") == "Smith");
  CHECK(column_value("FIRST_NAME", "Ann", "firstName") == "Ann");
  CHECK(column_value("MIDDLE_NAME", "May", "middleNames") == "May");
  CHECK(column_value("middleName", "May", "middleNames") == "May");
  CHECK(column_value("BIRTH_DATE", "1980-02-28", "dateOfBirth") == "1980-02-28");
  CHECK(column_value("AGY_LOC_ID", "MDI", "prisonId") == "MDI");
  CHECK(column_value("agencyId", "MDI", "prisonId") == "MDI");
  CHECK(column_value("BOOKING_NO", "V61585", "bookNumber") == "V61585");
  CHECK(column_value("bookingNo", "V61585", "bookNumber") == "V61585");
  CHECK(column_value("OFFENDER_BOOK_ID", "1900836", "bookingId") == "1900836");
  CHECK(column_value("IN_OUT_STATUS", "IN", "inOutStatus") == "IN");
  CHECK(column_value("ACTIVE_FLAG", "Y", "activeFlag") == "yes");
}

TEST_CASE("NOMIS's code for young or adult: Y is young, N and A are adult") {
  CHECK(column_value("YOUTH_ADULT_CODE", "Y", "youthOffender") == "yes");
  CHECK(column_value("YOUTH_ADULT_CODE", "N", "youthOffender") == "no");
  CHECK(column_value("YOUTH_ADULT_CODE", "a", "youthOffender") == "no");
  CHECK(column_value("YOUTH_ADULT_CODE", "N/A", "youthOffender") == "");
  CHECK(only_problem(read_column("YOUTH_ADULT_CODE", "X"), "nomis.flag").value == "X");
  CHECK(only_problem(read_column("youthOffender", "A"), "nomis.flag").value == "A");
}

TEST_CASE("NOMIS's calculated and overridden dates keep their own fields") {
  const std::pair<const char*, const char*> columns[] = {
      {"ARD_CALCULATED_DATE", "automaticReleaseDate"},
      {"ARD_OVERRIDED_DATE", "automaticReleaseOverrideDate"},
      {"CRD_CALCULATED_DATE", "conditionalReleaseDate"},
      {"CRD_OVERRIDED_DATE", "conditionalReleaseOverrideDate"},
      {"NPD_CALCULATED_DATE", "nonParoleDate"},
      {"NPD_OVERRIDED_DATE", "nonParoleOverrideDate"},
      {"PRRD_CALCULATED_DATE", "postRecallReleaseDate"},
      {"PRRD_OVERRIDED_DATE", "postRecallReleaseOverrideDate"},
      {"DPRRD_CALCULATED_DATE", "dtoPostRecallReleaseDate"},
      {"DPRRD_OVERRIDED_DATE", "dtoPostRecallReleaseDateOverride"},
      {"PED_CALCULATED_DATE", "paroleEligibilityDate"},
      {"PED_OVERRIDED_DATE", "paroleEligibilityOverrideDate"},
      {"APD_CALCULATED_DATE", "actualParoleDate"},
      {"HDCED_CALCULATED_DATE", "homeDetentionCurfewEligibilityDate"},
      {"HDCED_OVERRIDED_DATE", "homeDetentionCurfewEligibilityOverrideDate"},
      {"HDCAD_CALCULATED_DATE", "homeDetentionCurfewActualDate"},
      {"ETD_CALCULATED_DATE", "earlyTermDate"},
      {"ETD_OVERRIDED_DATE", "earlyTermOverrideDate"},
      {"MTD_CALCULATED_DATE", "midTermDate"},
      {"MTD_OVERRIDED_DATE", "midTermOverrideDate"},
      {"LTD_CALCULATED_DATE", "lateTermDate"},
      {"LTD_OVERRIDED_DATE", "lateTermOverrideDate"},
      {"TARIFF_CALCULATED_DATE", "tariffDate"},
      {"TARIFF_OVERRIDED_DATE", "tariffOverrideDate"},
      {"SED_CALCULATED_DATE", "sentenceExpiryDate"},
      {"SED_OVERRIDED_DATE", "sentenceExpiryOverrideDate"},
      {"LED_CALCULATED_DATE", "licenceExpiryDate"},
      {"LED_OVERRIDED_DATE", "licenceExpiryOverrideDate"},
      {"TUSED_CALCULATED_DATE", "topupSupervisionExpiryDate"},
      {"TUSED_OVERRIDED_DATE", "topupSupervisionExpiryOverrideDate"},
  };
  for (const auto& each : columns) {
    CAPTURE(each.first);
    CHECK(find_nomis_field(each.second) != nullptr);
    CHECK(column_value(each.first, "2026-11-25", each.second) == "2026-11-25");
  }
}

TEST_CASE("an override without a field of its own takes the place of the calculated date") {
  const std::string headers[] = {"APD_OVERRIDED_DATE,APD_CALCULATED_DATE",
                                 "APD_CALCULATED_DATE,APD_OVERRIDED_DATE"};
  CHECK(column_value(headers[0], "2026-03-01,2026-05-01", "actualParoleDate") == "2026-03-01");
  CHECK(column_value(headers[1], "2026-05-01,2026-03-01", "actualParoleDate") == "2026-03-01");
  CHECK(column_value(headers[0], ",2026-05-01", "actualParoleDate") == "2026-05-01");
  CHECK(column_value(headers[0], "NULL,2026-05-01", "actualParoleDate") == "2026-05-01");
  CHECK(column_value("HDCAD_CALCULATED_DATE,HDCAD_OVERRIDED_DATE", "2026-05-01,2026-06-01",
                     "homeDetentionCurfewActualDate") == "2026-06-01");
}

TEST_CASE("columns that are not known are named once, in one note") {
  const Found result =
      read("prisonerNumber,gender,,cellLocation\nA1234BC,F,,A-1-001\nA1234BD,M,,A-1-002\n");
  const Problem note = only_problem(result, "nomis.column-ignored");
  CHECK(result.people.size() == 2);
  CHECK(note.weight == Weight::note);
  CHECK(note.line == 1);
  CHECK(note.value == "gender, (no name), cellLocation");
  CHECK(note.what == "3 columns are not known and were not read.");
}

TEST_CASE("two columns for one field: said once, and rows in which they differ are rejected") {
  const Found result = read(
      "prisonerNumber,lastName,LAST_NAME\n"
      "A1234BC,Smith,Smith\n"
      "A1234BD,Jones,\n"
      "A1234BE,Evans,Bevan\n");
  CHECK(numbers(result) == std::vector<std::string>{"A1234BC", "A1234BD"});
  REQUIRE(ids(result) == std::vector<std::string>{"nomis.column-twice", "nomis.values-differ"});
  CHECK(result.problems[0].weight == Weight::warning);
  CHECK(result.problems[0].line == 1);
  CHECK(result.problems[0].field == "LAST_NAME");
  CHECK(result.problems[1].line == 4);
  CHECK(result.problems[1].value == "Bevan");
  CHECK(result.problems[1].what == "\"lastName\" holds another value of the same field: \"Evans\".");
}

TEST_CASE("alerts may stand in two columns: those of both are taken") {
  const Found result = read("prisonerNumber,alerts,MAPPA_ALERTS\nA1234BC,S:SOR,P:P33\n");
  CHECK(only_problem(result, "nomis.column-twice").what ==
        "The column \"alerts\" already holds alerts; the alerts of both are taken.");
  CHECK(only_person(result).alerts.size() == 2);
}

TEST_CASE("without a header for the prison number nothing is read, and the message says what is there") {
  CHECK(fault_of("prisonrNumber,lastName\nA1234BC,Smith\n") ==
        "export.csv has no header for the prison number in line 1. The nearest is \"prisonrNumber\".");
  CHECK(fault_of("OFFENDER_ID,LAST_NAME\nA1234BC,Smith\n") ==
        "export.csv has no header for the prison number in line 1. The nearest is \"OFFENDER_ID\".");
  CHECK(fault_of("A1234BC,Smith\n") ==
        "export.csv has no header for the prison number in line 1. The line holds a prison number: the "
        "headers seem "
        "to be missing.");
  CHECK(fault_of("\nx\n1\n") == "export.csv has no header for the prison number in line 2.");
  CHECK(fault_of("prisonerNumber,\"last\"Name\nA1234BC,Smith\n") ==
        "export.csv has a quotation mark in the wrong place in its headers (line 1).");
}

TEST_CASE("the field of a problem is named as the file names it") {
  const Found result = read("OFFENDER_ID_DISPLAY,BIRTH_DATE\nA123,31 Feb 2020\n");
  REQUIRE(ids(result) == std::vector<std::string>{"nomis.prison-number", "nomis.date"});
  CHECK(result.problems[0].field == "OFFENDER_ID_DISPLAY");
  CHECK(result.problems[1].field == "BIRTH_DATE");
  CHECK(only_problem(read("offenderNo,lastName\n,Smith\n"), "nomis.prison-number").field == "offenderNo");
}
