// JSON as prison-api gives it, and one object a line.
#include "nomis/exports.hpp"

using namespace mappa;

namespace {

const std::string inmate = R"({"offenderNo": "A1234BC", "bookingId": 1900836, "bookingNo": "38339A", "firstName": "ANN",
  "lastName": "SMITH", "agencyId": "HAR", "activeFlag": true, "inOutStatus": "IN",
  "identifiers": [{"type": "PNC", "value": "2012/394773H"}, {"type": "MERGED", "value": "A9999ZZ"}, {"type": "CRO", "value": "29906/12J"}],
  "sentenceDetail": {"sentenceExpiryDate": "2027-05-01", "conditionalReleaseOverrideDate": "2026-12-01", "additionalDaysAwarded": 5},
  "alerts": [{"alertType": "P", "alertCode": "P33", "active": true, "expired": false, "dateCreated": "2024-03-01", "dateExpires": "2199-12-31"},
             {"alertType": "X", "alertCode": "XA", "active": true, "expired": false, "dateCreated": "2023-01-01", "dateExpires": "2026-11-01"}],
  "physicalAttributes": {"lastName": "not this"}})";

}  // namespace

TEST_CASE("an inmate of prison-api, with nested dates, identifiers and dated alerts") {
  const Found found = read(inmate);
  const NomisRow row = only_person(found);
  CHECK(row.number.text() == "A1234BC");
  CHECK(row.value("prisonId") == "HAR");
  CHECK(row.value("bookNumber") == "38339A");
  CHECK(row.value("activeFlag") == "yes");
  CHECK(row.value("sentenceExpiryDate") == "2027-05-01");
  CHECK(row.value("conditionalReleaseOverrideDate") == "2026-12-01");
  CHECK(row.value("lastName") == "SMITH");
  CHECK(row.value("croNumber") == "29906/12J");
  REQUIRE(row.alerts.size() == 2);
  CHECK(text(row.alerts[0]) == "P:P33:from 2024-03-01");
  // Its end lies before the export: it has expired, whatever it says of itself.
  CHECK(text(row.alerts[1]) == "X:XA:expired:from 2023-01-01:until 2026-11-01");
  CHECK(ids(found) == std::vector<std::string>{"nomis.repaired", "nomis.date-none", "nomis.alert-expired", "nomis.merged"});
  CHECK(found.problems[3].value == "A9999ZZ");
}

TEST_CASE("person objects one a line, pages one after the other, and arrays too") {
  const std::string one = R"({"prisonerNumber": "A1234BC"})", other = R"({"prisonerNumber": "A1234BD"})";
  for (const auto& text : {one + "\n" + other + "\n", "{\"content\": [" + one + "], \"number\": 0}\n{\"content\": [" + other + "]}",
                           "{\"totalPages\": 1, \"content\": [" + one + ", " + other + "]}", "[" + one + "]\n[" + other + "]"}) {
    CAPTURE(text);
    const Found found = read(text);
    CHECK(numbers(found) == std::vector<std::string>{"A1234BC", "A1234BD"});
    CHECK(found.people.back().line == 2);
  }
}

TEST_CASE("several numbers of one kind: the first is taken, and the others are told") {
  const Found found = read(R"([{"offenderNo": "A1234BC", "identifiers": [{"type": "PNC", "value": "2012/0394773H"},
    {"type": "PNC", "value": "1996/0000001A"}, {"type": "PNC", "value": "2012/0394773H"}]}])");
  CHECK(only_person(found).value("pncNumber") == "2012/0394773H");
  CHECK(only_problem(found, "nomis.identifiers").value == "1996/0000001A");
}

TEST_CASE("an alert whose day cannot be read is an error, never dropped") {
  const Found found = read(R"([{"offenderNo": "A1234BC", "alerts": [{"alertType": "P", "alertCode": "P33", "dateCreated": "12/31/24"}]}])");
  CHECK(found.rejected == 1);
  CHECK(only_problem(found, "nomis.alert").what.starts_with("The alert's dateCreated \"12/31/24\" cannot be read: "));
}

TEST_CASE("what JSON can tell is what any of its records tells") {
  const Found found = read(R"([{"prisonerNumber": "A1234BC"}, {"prisonerNumber": "A1234BD", "lastName": "X", "alerts": []}])");
  CHECK(found.told.fields == std::set<std::string, std::less<>>{"lastName"});
  CHECK(found.told.alerts);
}
