#include <array>
#include <cstdint>
#include <random>
#include <string>

#include "mappa/nomis/show_map.hpp"
#include "nomis/exports.hpp"
#include "nomis/promises.hpp"

using namespace mappa;

namespace {

const std::string valid_csv =
    "prisonerNumber,lastName,firstName,dateOfBirth,prisonId,recall,pncNumber,releaseDate,APD_CALCULATED_DATE,"
    "APD_OVERRIDED_DATE,alerts\r\n"
    "A1234BC,\"Smith, the elder\",Ann,"
    "1980-02-28,MDI,N,12/394773H,2026-11-25,2026-05-01,,P:P33;S:SOR:inactive\r\n"
    "A1234BD,Núñez,\"Ben\nJo\",31/12/1979,OUT,true,,25 Nov 2026,,2026-03-01,X:XNR:expired\r\n"
    "A1234BE,O’Neill,\"C \"\"Kit\"\"\",1 Jan 1990,lei.,0,NULL,2199-12-31,2026-05-01 00:00:00,,\r\n"
    "A1234BC,\"Smith, the elder\",Ann,"
    "1980-02-28,MDI,N,12/394773H,2026-11-25,2026-05-01,,P:P33;S:SOR:inactive\r\n";

const std::string valid_json = R"({"totalPages": 1, "content": [
  {"prisonerNumber": "A1234BC", "lastName": "Smith", "dateOfBirth": "1980-02-28", "prisonId": "MDI",
   "recall": false, "bookingId": 1900836, "releaseDate": "2026-11-25", "aliases": [{"lastName": "Other"}],
   "alerts": [{"alertType": "P", "alertCode": "P33", "active": true, "expired": false}]},
  {"prisonerNumber": "A1234BD", "lastName": "Núñez", "releaseDate": null, "alerts": null},
  {"prisonerNumber": "A1234BD", "lastName": "Núñez"}]})";

void check_promises(const Found& result) {
  for (const std::string& broken : broken_promises(result)) FAIL_CHECK(broken);
}

// Small numbers from a generator that gives the same ones on every machine.
class Chance {
 public:
  explicit Chance(std::uint32_t seed) : numbers_(seed) {}
  std::size_t below(std::size_t limit) { return numbers_() % limit; }

 private:
  std::mt19937 numbers_;
};

std::string mutated(std::string text, Chance& chance) {
  static const std::array<std::string, 22> pieces{
      ",", "\"", "\n", "\r\n", ";", ":",    " ",       ".",    "null",  "{",      "}",
      "[", "]",  "\\", "/",    "é", "\x1b", "A1234BC", "2026", "today", "\u00a0", "12/31/2022"};
  for (std::size_t times = 1 + chance.below(4); times > 0; --times) {
    const std::size_t at = chance.below(text.size());
    const std::size_t length = std::min(1 + chance.below(8), text.size() - at);
    switch (chance.below(4)) {
      case 0:
        text.erase(at, length);
        break;
      case 1:
        text.insert(at, pieces[chance.below(pieces.size())]);
        break;
      case 2:
        text.insert(chance.below(text.size()), text.substr(at, length));
        break;
      default:
        text[at] = static_cast<char>(chance.below(256));
        break;
    }
  }
  return text;
}

// How many of the mutated texts could be read at all; the others end in a fault.
int read_mutations(const std::string& valid, std::uint32_t seed, int times) {
  Chance chance(seed);
  int readable = 0;
  for (int i = 0; i < times; ++i) {
    const std::string text = mutated(valid, chance);
    CAPTURE(text);
    try {
      check_promises(read(text));
      ++readable;
    } catch (const Fault& fault) {
      for (const std::string& broken : broken_promises(fault)) FAIL_CHECK(broken);
    }
  }
  return readable;
}

}  // namespace

TEST_CASE("the texts that are mutated are valid to begin with") {
  for (const std::string& valid : {valid_csv, valid_json}) {
    const Found result = read(valid);
    CHECK(result.rejected == 0);
    CHECK(count(result, "nomis.repeated") == 1);
    check_promises(result);
  }
}

TEST_CASE("whatever happens to a CSV file, every record is accounted for") {
  CHECK(read_mutations(valid_csv, 20260312, 4000) > 1000);
}

TEST_CASE("whatever happens to a CSV file, to know the rows of the one before changes nothing") {
  Chance chance(20261128);
  const Found before = read(valid_csv);
  int readable = 0;
  for (int i = 0; i < 1000; ++i) {
    const std::string text = mutated(valid_csv, chance);
    CAPTURE(text);
    try {
      for (const std::string& broken : broken_by_known_rows(before, text)) FAIL_CHECK(broken);
      ++readable;
    } catch (const Fault&) {
    }
  }
  CHECK(readable > 500);
}

TEST_CASE("whatever happens to a JSON file, every record is accounted for") {
  CHECK(read_mutations(valid_json, 20260313, 4000) > 500);
}

TEST_CASE("whatever happens to a file of alerts, every person of the export is accounted for") {
  const std::string valid =
      "OFFENDER_ID_DISPLAY;ALERT_TYPE;ALERT_CODE;ALERT_STATUS;ALERT_DATE;EXPIRY_DATE;COMMENT\n"
      "A1234BC;P;P33;ACTIVE;2024-01-02;31/12/2199;\"of; two\nlines\"\nA1234BC;S;SOR;INACTIVE;02/01/2024;;\n"
      "A1234BE;X;XNR;ACTIVE;2024-01-02 10:11:12;2026-01-01;\nA1234BD;NULL;;;;;\n";
  Chance chance(20260314);
  int readable = 0;
  for (int i = 0; i < 4000; ++i) {
    const std::string text = mutated(valid, chance);
    CAPTURE(text);
    try {
      Input input = Input::of(text, "alerts.csv");
      const AlertsFile file = read_alerts_file(input);
      check_promises(read_named(valid_csv, "export.csv", {}, &file));
      ++readable;
    } catch (const Fault& fault) {
      if (fault.cause() != Cause::unreadable || fault.remedy().empty()) FAIL_CHECK(fault.happened());
    }
  }
  CHECK(readable > 1000);
}

TEST_CASE("whatever happens to a CSV file, nothing reads worse or otherwise with its own map") {
  Chance chance(20260315);
  int readable = 0;
  for (int i = 0; i < 4000; ++i) {
    const std::string text = mutated(valid_csv, chance);
    CAPTURE(text);
    try {
      Input input = Input::of(text, "export.csv");
      const Mapping map = mapping_of(input, survey(input), {});
      Toml toml = Toml::parse(shown_map(map, "export.csv"), "map.toml");
      if (read_mapping(toml) != map) FAIL_CHECK("the map says something else: " << shown_map(map, "export.csv"));
      const Found without = read(text), with = read_named(text, "export.csv", map);
      if (with.rejected > without.rejected) FAIL_CHECK("more is rejected with the map");
      for (const auto& person : without.people)
        if (std::ranges::none_of(with.people, [&](const auto& other) { return other.row == person.row; }))
          FAIL_CHECK(person.row.number.text() << " reads otherwise with the map");
      ++readable;
    } catch (const Fault& fault) {
      if (fault.cause() != Cause::unreadable && fault.cause() != Cause::usage) FAIL_CHECK(fault.happened());
    }
  }
  CHECK(readable > 1000);
}

TEST_CASE("ten thousand bad rows are all reported") {
  std::string csv = "prisonerNumber,dateOfBirth,recall\n";
  std::string json = "[";
  for (int i = 0; i < 10'000; ++i) {
    csv += "nobody,31/02/2020,perhaps\n";
    json += R"({"prisonerNumber": "nobody", "dateOfBirth": "31/02/2020", "recall": 5},)";
  }
  json.back() = ']';
  for (const std::string& text : {csv, json}) {
    const Found result = read(text);
    CHECK(result.records == 10'000);
    CHECK(result.rejected == 10'000);
    CHECK(result.problems.size() == 30'000);
    check_promises(result);
  }
}

TEST_CASE("ten thousand rows of one number that do not agree are all rejected") {
  std::string csv = "prisonerNumber,lastName\n";
  for (int i = 0; i < 10'000; ++i) csv += "A1234BC,Smith" + std::to_string(i) + "\n";
  CHECK(count(read(csv), "nomis.duplicate") == 10'000);
}
