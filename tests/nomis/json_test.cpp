#include "nomis/exports.hpp"

using namespace mappa;

namespace {

// One record that is a person with these further members.
Found read_members(const std::string& members) {
  return read(R"([{"prisonerNumber": "A1234BC", )" + members + "}]");
}

}  // namespace

TEST_CASE("an array of people, or a page whose content is one") {
  const std::string people =
      R"([{"prisonerNumber": "A1234BC", "lastName": "Smith"}, {"prisonerNumber": "A1234BD"}])";
  for (const std::string& json :
       {people, R"({"totalPages": 1, "pageable": {"content": [1]}, "content": )" + people + "}"}) {
    const Found result = read(json);
    CHECK(result.problems.empty());
    REQUIRE(numbers(result) == std::vector<std::string>{"A1234BC", "A1234BD"});
    CHECK(result.people[0].line == 1);
    CHECK(result.people[1].line == 2);
    CHECK(result.people[0].row.value("lastName") == "Smith");
  }
}

TEST_CASE("fields by their prisoner-search names, and other keys are left out without a word") {
  const Found result =
      read_members(R"("bookingId": 1900836, "bookNumber": "V61585", "lastName": "O'Neill",
      "dateOfBirth": "1980-12-31", "recall": false, "indeterminateSentence": true, "prisonId": "mdi",
      "gender": "Male", "aliases": [{"lastName": "CHIEF"}], "csra": {"prisonerNumber": "Z9999ZZ"},
      "additionalDaysAwarded": 27)");
  const NomisRow row = only_person(result);
  CHECK(row.number.text() == "A1234BC");
  CHECK(row.fields.size() == 7);
  CHECK(row.value("bookingId") == "1900836");
  CHECK(row.value("lastName") == "O'Neill");
  CHECK(row.value("recall") == "no");
  CHECK(row.value("indeterminateSentence") == "yes");
  CHECK(row.value("prisonId") == "MDI");
  CHECK(only_problem(result, "nomis.repaired").line == 1);
}

TEST_CASE("null is absent") {
  const Found result =
      read_members(R"("lastName": null, "releaseDate": null, "recall": null, "alerts": null)");
  CHECK(result.problems.empty());
  CHECK(only_person(result).fields.empty());
}

TEST_CASE("a value of the wrong type is a problem of its record") {
  const std::pair<const char*, const char*> wrong[] = {
      {R"("lastName": 5)", "lastName"},
      {R"("lastName": ["Smith"])", "lastName"},
      {R"("lastName": "Smi\u0000th")", "lastName"},
      {R"("dateOfBirth": 19801231)", "dateOfBirth"},
      {R"("prisonId": {"code": "MDI"})", "prisonId"},
      {R"("recall": "Y")", "recall"},
      {R"("recall": 1)", "recall"},
      {R"("bookingId": 1.5)", "bookingId"},
      {R"("alerts": {})", "alerts"},
      {R"("alerts": "P:P33")", "alerts"},
  };
  for (const auto& each : wrong) {
    CAPTURE(each.first);
    const Found result = read_members(each.first);
    CHECK(result.rejected == 1);
    CHECK(only_problem(result, "nomis.type").field == each.second);
  }
  CHECK(only_problem(read(R"([{"prisonerNumber": 12}])"), "nomis.type").value == "12");
}

TEST_CASE("a key that comes twice with different values is not settled by chance") {
  CHECK(only_problem(read_members(R"("lastName": "Smith", "lastName": "Jones")"), "nomis.values-differ")
            .value == "Jones");
  CHECK(only_person(read_members(R"("lastName": "Smith", "lastName": "Smith")")).value("lastName") ==
        "Smith");
}

TEST_CASE("a record that is no object is rejected, and the others are read") {
  const Found result =
      read(R"([1, "A1234BC", null, [{"prisonerNumber": "A1234BC"}], {"prisonerNumber": "A1234BD"}])");
  CHECK(result.records == 5);
  CHECK(result.rejected == 4);
  CHECK(numbers(result) == std::vector<std::string>{"A1234BD"});
  CHECK(ids(result) == std::vector<std::string>(4, "nomis.record"));
  CHECK(result.problems[3].line == 4);
  CHECK(only_problem(read("[{}]"), "nomis.prison-number").what == "The prison number is missing.");
}

TEST_CASE("JSON that is malformed is refused as a whole, with line, column and what was expected") {
  CHECK(fault_of("[{\"prisonerNumber\": \"A1234BC\",\n  \"recall\": tru}]")
            .starts_with("export.csv is not JSON: line 2, column 16: "));
  CHECK(fault_of("[\n{\"prisonerNumber\": \"A1234BC\",}]") ==
        "export.csv is not JSON: line 2, column 30: unexpected '}'; expected string literal.");
  CHECK(fault_of("[{\"prisonerNumber\": \"A1234BC\"") ==
        "export.csv is not JSON: line 1, column 30: unexpected end of input; expected '}'.");
  CHECK(fault_of("[{\"prisonerNumber\": \"A1234BC\"}]\n}") ==
        "export.csv is not JSON: line 2, column 1: unexpected '}'; expected '[', '{', or a literal.");
  CHECK(fault_of(R"([{"lastName": "\ud800"}])").starts_with("export.csv is not JSON: line 1, column "));
  CHECK(fault_of("[1e999]") == "export.csv is not JSON: line 1, column 7: number overflow parsing '1e999'.");
}

TEST_CASE("JSON of another shape is refused, saying which shape is read") {
  CHECK(fault_of("{\"people\": []}") == "export.csv is JSON, but it has no \"content\" and no person.");
  CHECK(fault_of("{\"content\": {}}") == "export.csv is JSON, but it has a \"content\" that is no array.");
  CHECK(fault_of("{\"content\": 5}") == "export.csv is JSON, but it has a \"content\" that is no array.");
}

TEST_CASE("nesting as deep as it likes does no harm") {
  const std::string deep = std::string(200'000, '[') + std::string(200'000, ']');
  CHECK(only_person(read_members("\"aliases\": " + deep)).fields.empty());
}

// The sample of the prisoner-search service holds made-up numbers of both shapes side by side.
TEST_CASE("records whose numbers cannot be are rejected one by one, the others go in") {
  std::string json = "[";
  for (int i = 10; i < 40; ++i)
    json += R"({"prisonerNumber": "A70)" + std::to_string(i) +
            R"(AA", "firstName": "A", "lastName": "B", "alerts": []},)";
  for (char last = 'A'; last < 'A' + 16; ++last)
    json += std::string(R"({"prisonerNumber": "AB1234)") + last + R"(", "licenceExpiryDate": "2026-04-15"},)";
  json.back() = ']';
  const Found result = read(json);
  CHECK(result.records == 46);
  CHECK(result.people.size() == 30);
  CHECK(result.rejected == 16);
  CHECK(ids(result) == std::vector<std::string>(16, "nomis.prison-number"));
  CHECK(result.problems.front().line == 31);
}
