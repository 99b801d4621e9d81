#include <doctest/doctest.h>

#include "mappa/report/nomis_csv.hpp"
#include "mappa/report/nomis_json.hpp"

using namespace mappa;

namespace {

using Fields = std::vector<std::pair<const char*, const char*>>;

NomisRow row(const Fields& fields, std::vector<Alert> alerts = {}) {
  NomisRow out{*PrisonNumber::parse("A1234BC"), {}, std::move(alerts)};
  for (const auto& [name, value] : fields) out.fields.set(*find_nomis_field(name), value);
  return out;
}

std::vector<const NomisField*> fields(const std::vector<const char*>& names) {
  std::vector<const NomisField*> out;
  for (const char* name : names) out.push_back(find_nomis_field(name));
  return out;
}

Date day(const char* iso) { return *date_from_iso(iso); }

}  // namespace

TEST_CASE("CSV: a line of headers, then a line for each row with its values in their columns") {
  const RowsText csv = nomis_csv(fields({"lastName", "dateOfBirth", "recall", "licenceExpiryOverrideDate"}));
  CHECK(csv.start == "prisonerNumber,lastName,dateOfBirth,recall,licenceExpiryOverrideDate,alerts\n");
  CHECK(csv.between.empty());
  CHECK(csv.end.empty());
  CHECK(csv.row(row({{"lastName", "OKORO"}, {"recall", "no"}, {"licenceExpiryOverrideDate", "2027-12-31"}})) ==
        "A1234BC,OKORO,,no,2027-12-31,\n");
}

TEST_CASE("CSV: a row that says nothing has a number and empty cells") {
  CHECK(nomis_csv(fields({"lastName", "recall"})).row(row({})) == "A1234BC,,,\n");
  CHECK(nomis_csv({}).start == "prisonerNumber,alerts\n");
  CHECK(nomis_csv({}).row(row({})) == "A1234BC,\n");
}

TEST_CASE("CSV: cells with commas, quotation marks and line ends are quoted, and others are not") {
  const RowsText csv = nomis_csv(fields({"lastName"}));
  const auto cell = [&](const char* name) {
    const std::string line = csv.row(row({{"lastName", name}}));
    return line.substr(8, line.size() - 10);  // between "A1234BC," and ",\n"
  };
  CHECK(cell("Smith, the elder") == "\"Smith, the elder\"");
  CHECK(cell("Ann \"Kit\"") == "\"Ann \"\"Kit\"\"\"");
  CHECK(cell("\"") == "\"\"\"\"");
  CHECK(cell("two\nlines") == "\"two\nlines\"");
  CHECK(cell("two\rlines") == "\"two\rlines\"");
  for (const char* plain : {"Núñez-Łukasz", "O'Neill", "a;b", "=1+1", "李"}) CHECK(cell(plain) == plain);
}

TEST_CASE("CSV: alerts stand in one cell, each with its state and days") {
  const NomisRow of_all_sorts =
      row({}, {{"", "HA", true, false},
               {"P", "P33", true, false, day("2024-01-02"), day("2030-03-04")},
               {"S", "SOR", false, false},
               {"X", "XNR", true, true},
               {"X", "XSA", false, true}});
  CHECK(nomis_csv({}).row(of_all_sorts) ==
        "A1234BC,HA;P:P33:from 2024-01-02:until 2030-03-04;S:SOR:inactive;X:XNR:expired;X:XSA:inactive:expired\n");
}

TEST_CASE("JSON: an array of person objects, one a line, with what the row has a value for") {
  const RowsText json = nomis_json();
  CHECK(json.start + json.row(row({})) + json.between + json.row(row({})) + json.end ==
        "[\n{\"prisonerNumber\":\"A1234BC\",\"alerts\":[]},\n{\"prisonerNumber\":\"A1234BC\",\"alerts\":[]}\n]\n");
  CHECK(json.row(row({{"lastName", "Ann \"Kit\" Núñez, \\ the elder"},
                      {"dateOfBirth", "1980-02-28"},
                      {"bookingId", "1900836"},
                      {"recall", "yes"},
                      {"youthOffender", "no"}})) ==
        R"({"prisonerNumber":"A1234BC","lastName":"Ann \"Kit\" Núñez, \\ the elder","dateOfBirth":"1980-02-28",)"
        R"("bookingId":"1900836","recall":true,"youthOffender":false,"alerts":[]})");
}

TEST_CASE("JSON: an alert says what is known of it, and nothing that contradicts itself") {
  const auto alert = [](const Alert& one) {
    const std::string person = nomis_json().row(row({}, {one})), before = R"({"prisonerNumber":"A1234BC","alerts":[)";
    REQUIRE(person.starts_with(before));
    return person.substr(before.size(), person.size() - before.size() - 2);
  };
  CHECK(alert({"P", "P33", true, false}) == R"({"alertType":"P","alertCode":"P33","active":true,"expired":false})");
  CHECK(alert({"P", "P33", false, false}) == R"({"alertType":"P","alertCode":"P33","active":false,"expired":false})");
  CHECK(alert({"P", "P33", true, true}) == R"({"alertType":"P","alertCode":"P33","active":null,"expired":true})");
  CHECK(alert({"P", "P33", false, true}) == R"({"alertType":"P","alertCode":"P33","active":false,"expired":true})");
  CHECK(alert({"", "HA", true, false}) == R"({"alertType":null,"alertCode":"HA","active":true,"expired":false})");
  CHECK(alert({"P", "P33", true, false, day("2024-01-02"), day("2030-03-04")}) ==
        R"({"alertType":"P","alertCode":"P33","active":true,"expired":false,)"
        R"("dateCreated":"2024-01-02","dateExpires":"2030-03-04"})");
}
