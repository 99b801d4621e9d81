#include "mappa/nomis/oddities.hpp"

#include "mappa/nomis/police_numbers.hpp"
#include "nomis/exports.hpp"

using namespace mappa;

TEST_CASE("check letters of PNC numbers, long and short") {
  for (const std::string pnc : {"12/394773H", "2012/394773H", "2012/0394773H", "08/359381C", " 12/394773h "})
    CHECK(check_pnc(pnc) == PoliceNumber::right);
  CHECK(check_pnc("12/394773I") == PoliceNumber::wrong_letter);
  CHECK(check_pnc("2012/394773W") == PoliceNumber::wrong_letter);
  for (const std::string pnc :
       {"", "12/", "12/394773", "394773H", "112/394773H", "12/12345678H", "12/H", "unknown", "1/2/3A"})
    CHECK(check_pnc(pnc) == PoliceNumber::no_such_form);
}

TEST_CASE("check letters of CRO numbers, of both kinds") {
  for (const std::string cro : {"29906/12J", "029906/12J", "400862/08W"})
    CHECK(check_cro(cro) == PoliceNumber::right);
  CHECK(check_cro("SF39/83396D") == check_cro("SF39/083396D"));
  CHECK(check_cro("29906/12K") == PoliceNumber::wrong_letter);
  for (const std::string cro : {"", "/12J", "29906/2012J", "SF/83396D", "SF3/83396D", "1234567/12J", "J"})
    CHECK(check_cro(cro) == PoliceNumber::no_such_form);
}

TEST_CASE("a PNC number is put into its long form, in the century that the day of the export tells, and it is said") {
  // The tests' exports are of 2026: a year that lay ahead then was of the last century.
  const std::pair<const char*, const char*> forms[] = {{"12/394773H", "2012/0394773H"}, {"81/34U", "1981/0000034U"}, {"20/9n", "2020/0000009N"}};
  for (const auto& form : forms) {
    const Found found = read_column("pncNumber", form.first);
    CHECK(only_person(found).value("pncNumber") == form.second);
    CHECK(ids(found).front() == "nomis.repaired");
  }
}

TEST_CASE("a police number whose letter does not fit is kept as it came, with a warning") {
  CHECK(read_column("pncNumber", "2012/0394773H").problems.empty());
  const Found pnc = read_column("pncNumber", "2012/0394773I");
  CHECK(only_person(pnc).value("pncNumber") == "2012/0394773I");
  CHECK(only_problem(pnc, "nomis.pnc").weight == Weight::warning);
  const Found cro = read_column("croNumber", "29906/12K");
  CHECK(only_person(cro).value("croNumber") == "29906/12K");
  CHECK(only_problem(cro, "nomis.cro").weight == Weight::warning);
  CHECK(only_problem(read_column("pncNumber", "unknown"), "nomis.pnc").what ==
        "The number has not the usual form.");
  CHECK(only_person(read_column("pncNumber", "unknown")).value("pncNumber") == "unknown");
}

TEST_CASE("dates that cannot follow each other are warnings, never rejections") {
  const std::pair<const char*, const char*> odd[] = {
      {"sentenceStartDate,licenceExpiryDate", "2020-01-02,2020-01-01"},
      {"sentenceStartDate,releaseDate", "2020-01-02,2020-01-01"},
      {"sentenceStartDate,confirmedReleaseDate", "2020-01-02,2020-01-01"},
      {"sentenceStartDate,conditionalReleaseDate", "2020-01-02,2020-01-01"},
      {"sentenceStartDate,automaticReleaseDate", "2020-01-02,2020-01-01"},
      {"dateOfBirth,sentenceStartDate", "2020-01-02,2020-01-01"},
      {"homeDetentionCurfewEligibilityDate,homeDetentionCurfewActualDate", "2020-01-02,2020-01-01"},
  };
  for (const auto& each : odd) {
    CAPTURE(each.first);
    const Found result = read_column(each.first, each.second);
    CHECK(result.people.size() == 1);
    const Problem warning = only_problem(result, "nomis.date-sequence");
    CHECK(warning.weight == Weight::warning);
    CHECK(warning.value == "2020-01-01");
    CHECK(warning.what.find("(2020-01-02)") != std::string::npos);
  }
}

TEST_CASE("dates on the same day are not odd, and an override is looked at instead of the calculation") {
  CHECK(read_column("sentenceStartDate,releaseDate", "2020-01-02,2020-01-02").problems.empty());
  CHECK(read_column("sentenceStartDate,licenceExpiryDate,licenceExpiryOverrideDate",
                    "2020-01-02,2019-01-01,2021-01-01")
            .problems.empty());
  const Problem warning = only_problem(
      read("OFFENDER_ID_DISPLAY,sentenceStartDate,LED_OVERRIDED_DATE\nA1234BC,2020-01-02,1/1/2020\n"),
      "nomis.date-sequence");
  CHECK(warning.field == "LED_OVERRIDED_DATE");
  CHECK(warning.line == 2);
}
