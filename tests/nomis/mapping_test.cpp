#include "mappa/nomis/mapping.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "base/random_text.hpp"
#include "mappa/base/fault.hpp"
#include "mappa/base/text.hpp"
#include "mappa/casebook/nomis_row.hpp"
#include "nomis/exports.hpp"

using namespace mappa;

namespace {

Mapping mapping(std::string_view text) {
  Toml file = Toml::parse(text, "map.toml");
  return read_mapping(file);
}

// What the fault that reading `text` ends with says, and what it advises.
std::string fault(std::string_view text) {
  try {
    mapping(text);
  } catch (const Fault& fault) {
    CHECK(fault.cause() == Cause::configuration);
    CHECK_FALSE(fault.remedy().empty());
    return fault.happened() + " | " + fault.remedy();
  }
  return "no fault";
}

// Whether the fault of `text` begins with `words`.
bool faulty(std::string_view text, std::string_view words) {
  const std::string said = fault(text);
  CAPTURE(said);
  CHECK(said.substr(0, words.size()) == words);
  return said.starts_with(words);
}

std::string field_of(const Mapping& map, std::string_view header) {
  const auto means = meaning(map, header);
  return means ? std::string(means->field) : "nothing";
}

std::string format_of(const Mapping& map, std::string_view header) {
  const auto format = date_format(map, header);
  return format ? std::string(name(*format)) : "any";
}

}  // namespace

TEST_CASE("an empty mapping changes nothing") {
  const Mapping map = mapping("");
  CHECK(map == Mapping{});
  CHECK(as_toml(map).empty());
  CHECK(field_of(map, "offenderNo") == "prisonerNumber");
  CHECK(field_of(map, "Prison No") == "nothing");
  CHECK_FALSE(is_left_out(map, "Prison No"));
  CHECK(format_of(map, "releaseDate") == "any");
  CHECK_FALSE(has_month_first(map));
}

TEST_CASE("a separator is a character or its word") {
  CHECK(mapping("separator = ','").separator == ',');
  CHECK(mapping("separator = ';'").separator == ';');
  CHECK(mapping("separator = '|'").separator == '|');
  CHECK(mapping("separator = \"\\t\"").separator == '\t');
  CHECK(mapping("separator = 'comma'").separator == ',');
  CHECK(mapping("separator = 'Semicolon'").separator == ';');
  CHECK(mapping("separator = 'tab'").separator == '\t');
  CHECK(faulty("\nseparator = 'semicolons'",
               "map.toml:2:1: \"semicolons\" is no separator; did you mean \"semicolon\"?"));
  CHECK(faulty("separator = ':'", "map.toml:1:1: \":\" is no separator"));
  CHECK(faulty("separator = ''", "map.toml:1:1: \"\" is no separator"));
  CHECK(faulty("separator = 1", "map.toml:1:1: \"separator\" must be a text, but it is a whole number"));
}

TEST_CASE("an encoding is one of two") {
  CHECK(mapping("encoding = 'utf-8'").encoding == Encoding::utf8);
  CHECK(mapping("encoding = 'Windows-1252'").encoding == Encoding::windows_1252);
  CHECK(faulty("encoding = 'utf8'",
               "map.toml:1:1: \"utf8\" is no encoding that can be read; did you mean \"utf-8\"?"));
}

TEST_CASE("headers mean what the mapping says, in any letter case and with blanks around them") {
  const Mapping map = mapping(
      "[columns]\n\"Prison No\" = 'prisonerNumber'\n' Release ' = 'CRD_CALCULATED_DATE'\n"
      "Flags = 'alerts'\n\"Prénom\" = 'FIRSTNAME'\nreleaseDate = 'confirmedReleaseDate'\n"
      "Youth = 'youth_adult_code'\nAPD1 = 'actualParoleDate'\nAPD2 = 'apd_overrided_date'\n");
  CHECK(field_of(map, "prison no ") == "prisonerNumber");
  CHECK(field_of(map, "RELEASE") == "conditionalReleaseDate");
  CHECK(field_of(map, "flags") == "alerts");
  CHECK(field_of(map, "Prénom") == "firstName");
  CHECK(field_of(map, "releaseDate") == "confirmedReleaseDate");  // whatever it means elsewhere
  CHECK(meaning(map, "youth")->youth_code);
  CHECK_FALSE(meaning(map, "APD1")->beats);
  CHECK(meaning(map, "APD2")->beats);
  CHECK(field_of(map, "lastName") == "lastName");  // as without a mapping
  CHECK(field_of(map, "Surname") == "nothing");
  CHECK(map.columns[1] == Mapping::Column{"Release", "conditionalReleaseDate"});
}

TEST_CASE("a column is left out on purpose, even one that would be known") {
  const Mapping map = mapping("[columns]\nRemarks = ''\nlastName = ''\nfirstName = 'firstName'\n");
  for (const std::string_view header : {"remarks", "lastName", " LASTNAME"}) {
    CHECK(is_left_out(map, header));
    CHECK(field_of(map, header) == "nothing");
  }
  CHECK_FALSE(is_left_out(map, "firstName"));
}

TEST_CASE("columns that cannot be meant are faults") {
  CHECK(faulty("[columns]\nA = 'prisonId'\n\"Prison No\" = 'prisonerNumbr'\n",
               "map.toml:3:1: \"prisonerNumbr\" is no field; did you mean \"prisonerNumber\"? | Use a name"));
  CHECK(faulty("[columns]\nA = 'LED_OVERRIDE_DATE'\n",
               "map.toml:2:1: \"LED_OVERRIDE_DATE\" is no field; did you mean \"LED_OVERRIDED_DATE\"?"));
  CHECK(faulty("[columns]\nA = 'something else'\n", "map.toml:2:1: \"something else\" is no field. |"));
  CHECK(faulty("[columns]\nA = 'prisonId'\nB = 'AGY_LOC_ID'\n",
               "map.toml:3:1: \"A\" and \"B\" both mean prisonId. | Leave one"));
  CHECK(faulty("[columns]\nA = 'youthOffender'\nB = 'YOUTH_ADULT_CODE'\n",
               "map.toml:3:1: \"A\" and \"B\" both mean YOUTH_ADULT_CODE."));
  CHECK(faulty("[columns]\nA = 'alerts'\nB = 'alerts'\n", "map.toml:3:1: \"A\" and \"B\" both mean alerts."));
  CHECK(faulty("[columns]\nNo = 'prisonId'\n' NO' = ''\n",
               "map.toml:3:1: the header \"NO\" stands here twice. | Remove one"));
  CHECK(faulty("[columns]\nA = 1\n", "map.toml:2:1: \"A\" must be a text, but it is a whole number"));
  CHECK(faulty("columns = 'A'\n", "map.toml:1:1: \"columns\" must be a table, but it is a text"));
  CHECK(faulty("[columns]\n\"\\u001b[1m\" = 'x'\n", "map.toml:2:1: \"x\" is no field."));
}

TEST_CASE("keys that no mapping has are faults") {
  CHECK(faulty("seperator = ','\n", "map.toml:1:1: unknown key \"seperator\"; did you mean \"separator\"?"));
  CHECK(faulty("[column]\nA = 'prisonId'\n",
               "map.toml:1:2: unknown key \"column\"; did you mean \"columns\"?"));
  CHECK(
      faulty("[alerts]\nbetwen = ','\n", "map.toml:2:1: unknown key \"betwen\"; did you mean \"between\"?"));
}

TEST_CASE("a column's own date format beats its field's, and that beats the one of all others") {
  const Mapping map = mapping(
      "[columns]\nRelease = 'releaseDate'\nEnd = 'licenceExpiryDate'\nBorn = 'dateOfBirth'\nName = "
      "'lastName'\n"
      "[dates]\ndefault = 'dd/mm/yy'\nreleaseDate = 'yyyymmdd'\n' RELEASE' = 'dd mmm yyyy'\n"
      "LED_OVERRIDED_DATE = 'DD/MM/YYYY'\n");
  CHECK(format_of(map, "release") == "dd mmm yyyy");
  CHECK(format_of(map, "releaseDate") == "yyyymmdd");
  CHECK(format_of(map, "End") == "dd/mm/yy");
  CHECK(format_of(map, "led_overrided_date") == "dd/mm/yyyy");
  CHECK(format_of(map, "tariffDate") == "dd/mm/yy");
  CHECK(format_of(map, "Name") == "any");
  CHECK(format_of(map, "what") == "any");
  CHECK(format_of(mapping("[dates]\nreleaseDate = 'yyyymmdd'\n"), "tariffDate") == "any");
}

TEST_CASE("a date of birth is never read with two digits for its year") {
  CHECK(faulty("[dates]\ndateOfBirth = 'dd/mm/yy'\n",
               "map.toml:2:1: dd/mm/yy leaves the century of a date of birth open"));
  CHECK(faulty("[columns]\nBorn = 'BIRTH_DATE'\n[dates]\nBorn = 'mm/dd/yy'\n",
               "map.toml:4:1: mm/dd/yy leaves the century of a date of birth open"));
  CHECK(faulty("[dates]\nBIRTH_DATE = 'mm/dd/yy'\n", "map.toml:2:1: mm/dd/yy leaves"));
  CHECK(format_of(mapping("[dates]\ndefault = 'dd/mm/yy'\n"), "BIRTH_DATE") == "dd/mm/yyyy");
  CHECK(format_of(mapping("[dates]\ndefault = 'mm/dd/yy'\n"), "BIRTH_DATE") == "mm/dd/yyyy");
  CHECK(format_of(mapping("[dates]\ndefault = 'mm/dd/yy'\ndateOfBirth = 'yyyymmdd'\n"), "BIRTH_DATE") ==
        "yyyymmdd");
}

TEST_CASE("dates that cannot be meant are faults") {
  CHECK(faulty("[dates]\nreleaseDate = 'dd-mm-yyyy'\n",
               "map.toml:2:1: \"dd-mm-yyyy\" is no date format; did you mean \"dd/mm/yyyy\"? | "
               "Use one of yyyy-mm-dd, yyyymmdd, dd/mm/yyyy, mm/dd/yyyy, dd/mm/yy, mm/dd/yy, dd mmm yyyy."));
  CHECK(faulty("[dates]\nreleaseDat = 'dd/mm/yyyy'\n",
               "map.toml:2:1: \"releaseDat\" is no column with dates; did you mean \"releaseDate\"?"));
  CHECK(faulty("[dates]\nlastName = 'dd/mm/yyyy'\n", "map.toml:2:1: \"lastName\" is no column with dates"));
  CHECK(faulty("[columns]\nreleaseDate = ''\n[dates]\nreleaseDate = 'dd/mm/yyyy'\n",
               "map.toml:4:1: \"releaseDate\" is no column with dates"));
  CHECK(faulty("[dates]\nreleaseDate = 'yyyymmdd'\n\"RELEASEDATE\" = 'yyyymmdd'\n",
               "map.toml:3:1: the column \"RELEASEDATE\" stands here twice."));
  CHECK(faulty("[dates]\ndefault = 'yyyymmdd'\nDefault = 'yyyymmdd'\n",
               "map.toml:3:1: \"default\" stands here twice."));
  CHECK(faulty("[dates]\nreleaseDate = 2022-12-31\n", "map.toml:2:1: \"2022-12-31\" is no date format"));
}

TEST_CASE("whether some column has the month first") {
  CHECK(has_month_first(mapping("[dates]\ndefault = 'mm/dd/yyyy'\n")));
  CHECK(has_month_first(mapping("[dates]\nreleaseDate = 'mm/dd/yy'\n")));
  CHECK_FALSE(has_month_first(mapping("[dates]\ndefault = 'dd/mm/yyyy'\nreleaseDate = 'yyyymmdd'\n")));
}

TEST_CASE("a constant is a field's value in every row") {
  const Mapping map = mapping(
      "[constants]\nprisonId = 'HAR'\nreleaseDate = 2026-11-25\nalerts = 'P:P33'\nlastname = ' x '\n");
  CHECK(map.constants.size() == 4);
  CHECK(map.constants.at("prisonId") == "HAR");
  CHECK(map.constants.at("releaseDate") == "2026-11-25");
  CHECK(map.constants.at("lastName") == " x ");
}

TEST_CASE("constants that cannot be meant are faults") {
  CHECK(faulty("[columns]\nPrison = 'prisonId'\n[constants]\nprisonId = 'HAR'\n",
               "map.toml:4:1: the column \"Prison\" holds prisonId already. | Remove the constant"));
  CHECK(faulty("[columns]\nAPD = 'APD_OVERRIDED_DATE'\n[constants]\nactualParoleDate = 2026-11-25\n",
               "map.toml:4:1: the column \"APD\" holds actualParoleDate already."));
  CHECK(faulty("[constants]\nprisonID = 'HAR'\nAGY_LOC_ID = 'HAR'\n",
               "map.toml:3:1: prisonId stands here twice."));
  CHECK(faulty("[constants]\nprisonId = ' '\n", "map.toml:2:1: prisonId has no value."));
  CHECK(faulty("[constants]\nprisonId = true\n",
               "map.toml:2:1: \"prisonId\" must be a text, but it is true or false"));
  CHECK(faulty("[constants]\nprisonerNumber = 'A1234BC'\n",
               "map.toml:2:1: a prison number cannot be the same"));
  CHECK(faulty("[constants]\nprisonIds = 'HAR'\n",
               "map.toml:2:1: \"prisonIds\" is no field; did you mean \"prisonId\"?"));
  CHECK(faulty("[constants]\nYOUTH_ADULT_CODE = 'Y'\n", "map.toml:2:1: \"YOUTH_ADULT_CODE\" is no field"));
}

TEST_CASE("the syntax of alerts") {
  CHECK(mapping("[alerts]\n").alerts == AlertSyntax{';', ':'});
  CHECK(mapping("[alerts]\nbetween = ','\nparts = '-'\n").alerts == AlertSyntax{',', '-'});
  CHECK(mapping("[alerts]\nbetween = 'tab'\n").alerts == AlertSyntax{'\t', ':'});
  CHECK(mapping("[alerts]\nparts = 'semicolon'\nbetween = \"\\n\"\n").alerts == AlertSyntax{'\n', ';'});
  CHECK(faulty("[alerts]\nbetween = ', '\n",
               "map.toml:2:1: \", \" is no separator of alerts. | Use one character"));
  for (const std::string character : {"A", "7", ".", "", "\\u0000", "\u00b7", "commas"})
    CHECK(fault("[alerts]\nparts = \"" + character + "\"\n").find("is no separator of alerts") !=
          std::string::npos);
  CHECK(faulty("[alerts]\nbetween = ':'\n", "map.toml:2:1: the same character stands between alerts"));
  CHECK(faulty("[alerts]\nbetween = ','\nparts = 'comma'\n", "map.toml:3:1: the same character stands"));
}

TEST_CASE("a mapping is printed as a file that people can go on with") {
  const std::string text =
      "separator = \"\\t\"\nencoding = \"windows-1252\"\n"
      "\n[columns]\n\"Prison \\\"No\\\"\" = \"prisonerNumber\"\n\"C:\\\\x\" = \"\"\n\"Né\" = "
      "\"dateOfBirth\"\n"
      "\n[dates]\ndefault = \"dd/mm/yy\"\n\"Né\" = \"yyyymmdd\"\n"
      "\n[constants]\nlastPrisonId = \"LEI\"\nprisonId = \"HAR\"\n"
      "\n[alerts]\nbetween = \",\"\nparts = \"-\"\n";
  CHECK(as_toml(mapping(text)) == text);
}

TEST_CASE("the example of a mapping can be read, and shows everything") {
  Toml file = Toml::load(std::string(MAPPA_SOURCE_DIR) + "/examples/mapping.toml");
  const Mapping map = read_mapping(file);
  CHECK(map.separator);
  CHECK(map.encoding);
  CHECK_FALSE(map.columns.empty());
  CHECK_FALSE(map.dates.empty());
  CHECK(map.other_dates);
  CHECK_FALSE(map.constants.empty());
  CHECK(map.alerts != AlertSyntax{});
}

namespace {

// Mappings made at random, with headers and values that are hard to quote.
class RandomMapping {
  bool maybe() { return random_.below(2) == 0; }

  template <class List>
  auto one_of(const List& list) {
    return list[random_.below(list.size())];
  }

 public:
  explicit RandomMapping(unsigned seed) : random_(seed) {}

  Mapping next() {
    Mapping map;
    if (maybe()) map.separator = one_of(std::string_view(",;\t|"));
    if (maybe()) map.encoding = maybe() ? Encoding::utf8 : Encoding::windows_1252;
    for (auto count = random_.below(8); count > 0; --count) add_column(map);
    if (maybe()) map.other_dates = one_of(date_formats());
    for (auto count = random_.below(4); count > 0; --count) add_dates(map);
    for (auto count = random_.below(4); count > 0; --count) add_constant(map);
    if (maybe()) map.alerts = {one_of(std::string_view(";,\n\t ")), one_of(std::string_view(":-\"\\'#="))};
    return map;
  }

 private:
  std::string text() {
    const std::string hard = random_.of("\"\\'#=[]\t\n\r\b\x7f\x1b .aA", 4);
    return maybe() ? hard : hard + random_.code_points(4) + random_.of("\"\\u", 3);
  }

  void add_column(Mapping& map) {
    const std::string header(trimmed(text()));
    std::string means = maybe() ? std::string(one_of(nomis_fields()).name) : "";
    if (random_.below(8) == 0) means = maybe() ? "alerts" : maybe() ? "prisonerNumber" : "APD_OVERRIDED_DATE";
    for (const auto& column : map.columns)
      if (lower(column.header) == lower(header) || (column.means == means && !means.empty())) return;
    if (lower(header) != "default") map.columns.push_back({header, means});
  }

  void add_dates(Mapping& map) {
    const DateFormat format = with_full_year(one_of(date_formats()));
    std::string column(one_of(nomis_fields()).name);
    if (maybe() && !map.columns.empty()) column = one_of(map.columns).header;
    const auto means = meaning(map, column);
    if (!means) return;
    const NomisField* field = find_nomis_field(means->field);
    if (field == nullptr || field->type != NomisType::date) return;
    for (const auto& other : map.dates)
      if (lower(other.column) == lower(column)) return;
    map.dates.push_back({column, format});
  }

  void add_constant(Mapping& map) {
    const std::string field(one_of(nomis_fields()).name);
    for (const auto& column : map.columns)
      if (const auto means = find_alias(column.means); means && means->field == field) return;
    const std::string value = text();
    if (!trimmed(value).empty()) map.constants.emplace(field, value);
  }

  RandomText random_;
};

}  // namespace

TEST_CASE("any mapping that is printed and read again is the same") {
  RandomMapping random(22);
  std::size_t columns = 0;
  std::size_t dates = 0;
  for (int i = 0; i < 3000; ++i) {
    const Mapping map = random.next();
    columns += map.columns.size();
    dates += map.dates.size();
    const std::string text = as_toml(map);
    CAPTURE(text);
    REQUIRE(mapping(text) == map);
  }
  CHECK(columns > 3000);
  CHECK(dates > 300);
}

TEST_CASE("the remedy of a date in a column with a format is to write it in that format") {
  const std::pair<const char*, const char*> formats[] = {
      {"yyyy-mm-dd", "2026-11-25 (year-month-day)"},
      {"yyyymmdd", "20261125 (year, month and day in eight digits)"},
      {"dd/mm/yyyy", "25/11/2026 (day/month/year)"},
      {"mm/dd/yyyy", "11/25/2026 (month/day/year)"},
      {"dd/mm/yy", "25/11/26 (day/month/two-digit year)"},
      {"mm/dd/yy", "11/25/26 (month/day/two-digit year)"},
      {"dd mmm yyyy", "25 Nov 2026 (day, name of the month, year)"},
  };
  for (const auto& each : formats) {
    const std::string written = each.second, date = written.substr(0, written.find(" ("));
    const Mapping map = mapping("[dates]\ndefault = '" + std::string(each.first) + "'\n");
    const Found found = read_named("prisonerNumber,releaseDate\nA1234BC,soon\n", "export.csv", map);
    CHECK(only_problem(found, "nomis.date").remedy ==
          "Look the date up and write it as " + written + ", or correct the format in the mapping file.");
    // And it can be read so.
    const Found mended = read_named("prisonerNumber,releaseDate\nA1234BC," + date + "\n", "export.csv", map);
    CHECK(only_person(mended).value("releaseDate") == "2026-11-25");
  }
  CHECK(only_problem(read_column("releaseDate", "soon"), "nomis.date").remedy ==
        "Look the date up and write it as 2026-11-25 (year, month, day).");
}
