// The mapping that says what would be read anyway.
#include "mappa/nomis/show_map.hpp"

#include <fstream>
#include <iterator>

#include "mappa/base/text.hpp"
#include "nomis/dialects.hpp"
#include "nomis/exports.hpp"

using namespace mappa;

namespace {

Mapping read_map(const std::string& text) {
  Toml file = Toml::parse(text, "map.toml");
  return read_mapping(file);
}

Mapping shown(const std::string& text, const Mapping& given = {}) {
  Input input = Input::of(text, "export.csv");
  return mapping_of(input, survey(input, given.encoding), given);
}

// What a file brings in; notes are left out, since a mapping says on purpose what they tell of.
struct Brought {
  std::vector<NomisRow> rows;
  std::vector<std::string> rejects, problems;
  Told told;

  explicit Brought(const Found& found) : rejects(found.rejects), told(found.told) {
    for (const auto& person : found.people) rows.push_back(person.row);
    for (const Problem& problem : found.problems)
      if (problem.weight != Weight::note) problems.push_back(std::to_string(problem.line) + " " + problem.id);
  }
};

// The map of a file, given back with it, changes nothing, and is its own map then.
void check_given_back(const std::string& text, const Mapping& given = {}) {
  const Mapping map = shown(text, given);
  const std::string file = shown_map(map, "export.csv");
  CAPTURE(file);
  REQUIRE(read_map(file) == map);
  const Brought without(read_named(text, "export.csv", given)), with(read_named(text, "export.csv", map));
  CHECK(with.rows == without.rows);
  CHECK(with.rejects == without.rejects);
  CHECK(with.problems == without.problems);
  CHECK(with.told.fields == without.told.fields);
  CHECK(with.told.alerts == without.told.alerts);
  CHECK(shown(text, map) == map);
}

std::string example_export() {
  std::ifstream file(std::string(MAPPA_SOURCE_DIR) + "/examples/nomis-export.csv", std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

const std::string untidy =
    "offenderNo,LAST_NAME,lastName,\"Shoe \"\"Size\"\"\",BIRTH_DATE,CRD_CALCULATED_DATE,conditionalReleaseDate,"
    "APD_CALCULATED_DATE,apd_overrided_date,Youth_Adult_Code,alerts,MAPPA_ALERTS,\n"
    "A1234BC,Smith,Smith,9,1980-02-28,31/12/2026,31/12/2026,2026-05-01,2026-03-01,A,P:P33,S:SOR,\n"
    "A1234BD,Smith,Smyth,9,1980-02-28,,,,,Y,,,\n"
    "A1234BE,O,O,9,28 Feb 1980,2026-12-31,2026-12-31,,,N,,,x\n"
    "A1234BF,one,cell,short\n"
    "A1234BG,P,P,,1980-02-31,01/02/2026,01/02/2026,2199-12-31,,N,?,,\n";

}  // namespace

TEST_CASE("a file's own map, given back with it, gives the same import") {
  std::vector<std::string> files{plain,
                                 in_windows_1252(plain),
                                 "\xef\xbb\xbf" + replaced(plain, "\n", "\r\n"),
                                 in_utf16(plain_wide, true),
                                 in_utf16(plain_wide, false),
                                 example_export(),
                                 untidy};
  for (const char* separator : {";", "\t"}) files.push_back(replaced(plain, ",", separator));
  for (const char* separator : {";", "\t"}) files.push_back(replaced(example_export(), ",", separator));
  files.push_back("prisonerNumber;\"note, with, commas, in, it\";lastName\nA1234BC;;Smith\n");
  files.push_back("prisonerNumber,\"note\nin \"\"two\"\" lines\",Note,NOTE\nA1234BC,,,\n");
  files.push_back("prisonerNumber,lastName,lastName,releaseDate\nA1234BC,Smith,Smith,NULL\n");
  files.push_back("prisonerNumber,releaseDate,tariffDate\nA1234BC,01/02/2026,31/12/2026\nA1234BD,03/04/2026,\n");
  for (const std::string& file : files) check_given_back(file);
}

TEST_CASE("the same holds of what somebody says of a file already") {
  const Mapping given = read_map(
      "separator = ';'\nencoding = 'windows-1252'\n[columns]\n'Prison No' = 'prisonerNumber'\n'Not there' = "
      "'tariffDate'\n"
      "offenderNo = ''\n'Out' = 'confirmedReleaseDate'\n[dates]\n'Out' = 'mm/dd/yyyy'\n'Not there' = 'yyyymmdd'\n"
      "[constants]\nprisonId = 'HAR'\n[alerts]\nbetween = ','\nparts = '-'\n");
  const std::string text =
      "offenderNo;Prison No;lastName;Out;releaseDate;alerts\nx;A1234BC;M\xfcller;12/31/2026;2026-01-02;P-P33,S-SOR\n"
      "y;A1234BD;x;1/2/2026;2026-01-02;\n";
  check_given_back(text, given);
  const Mapping map = shown(text, given);
  CHECK(map.constants == given.constants);
  CHECK(map.alerts == given.alerts);
  CHECK(map.separator == ';');
  REQUIRE(map.columns.size() == 7);
  CHECK(map.columns[0] == Mapping::Column{"offenderNo", ""});
  CHECK(map.columns[1] == Mapping::Column{"Prison No", "prisonerNumber"});
  CHECK(map.columns[6] == Mapping::Column{"Not there", "tariffDate"});
  REQUIRE(map.dates.size() == 3);
  CHECK(map.dates[2] == Mapping::Dates{"releaseDate", DateFormat::year_month_day});
}

TEST_CASE("a map says separator, encoding, each column with its meaning, and the syntax of the alerts") {
  CHECK(
      shown_map(shown("offenderNo;LAST_NAME;Shoe size;youth_adult_code;alerts\nA1234BC;Smith;9;N;\n"), "export.csv") ==
      "# How export.csv is read: a mapping file to go on from, see mappa-mapping(5).\n"
      "separator = \";\"\nencoding = \"utf-8\"\n\n[columns]\n\"offenderNo\" = \"prisonerNumber\"\n"
      "\"LAST_NAME\" = \"lastName\"\n\"Shoe size\" = \"\"\n\"youth_adult_code\" = \"YOUTH_ADULT_CODE\"\n"
      "\"alerts\" = \"alerts\"\n\n[alerts]\nbetween = \";\"\nparts = \":\"\n");
  CHECK(shown(in_windows_1252(plain)).encoding == Encoding::windows_1252);
  CHECK_FALSE(shown(in_utf16(plain_wide, true)).encoding);
  CHECK(shown(replaced(plain, ",", "\t")).separator == '\t');
}

TEST_CASE("a column's dates have a format where all of them fit exactly one") {
  const auto format_of = [](const std::string& cells, const std::string& header = "releaseDate") {
    std::string text = "prisonerNumber," + header + "\n";
    for (const auto cell : split(cells, '|')) text += "A1234BC," + std::string(cell) + "\n";
    const Mapping map = shown(text);
    return map.dates.empty() ? std::string() : std::string(name(map.dates.at(0).format));
  };
  CHECK(format_of("2026-01-02|2026-01-03 00:00:00|NULL|") == "yyyy-mm-dd");
  CHECK(format_of("31/12/2026|01/02/2026|31/12/2199") == "dd/mm/yyyy");
  CHECK(format_of("12/31/2026|01/02/2026") == "mm/dd/yyyy");
  CHECK(format_of("20261231") == "yyyymmdd");
  CHECK(format_of("2 Jan 2026") == "dd mmm yyyy");
  CHECK(format_of("31/12/26") == "dd/mm/yy");
  CHECK(format_of("01/02/2026").empty());             // two ways
  CHECK(format_of("31/12/2026|2026-12-31").empty());  // two formats
  CHECK(format_of("31/12/2026|soon").empty());
  CHECK(format_of("2026-01-02|31/12/2026,one cell too many") == "yyyy-mm-dd");
  CHECK(format_of("|NULL").empty());
  CHECK(format_of("31/12/80", "dateOfBirth").empty());  // the century is open
  CHECK(format_of("31/12/1980", "BIRTH_DATE") == "dd/mm/yyyy");
}

TEST_CASE("two columns of one field have one format, or none is said") {
  CHECK(shown("prisonerNumber,releaseDate,ReleaseDate\nA1234BC,2026-01-02,2026-01-02\n").dates.size() == 1);
  CHECK(shown("prisonerNumber,conditionalReleaseDate,CRD_CALCULATED_DATE\nA1234BC,2026-01-02,2026-01-02\n")
            .dates.size() == 2);
  CHECK(shown("prisonerNumber,conditionalReleaseDate,CRD_CALCULATED_DATE\nA1234BC,2026-01-02,2 Jan 2026\n")
            .dates.empty());
}

TEST_CASE("a file whose headers nobody knows has a map all the same, to go on from") {
  const Mapping map = shown("Prison No;Surname\nA1234BC;Smith\n");
  CHECK(map.separator == ';');
  CHECK(shown_map(map, "export.csv").find("# No column is known to hold the prison number:") != std::string::npos);
  CHECK(shown_map(shown(plain), "export.csv").find("# No column") == std::string::npos);
}

TEST_CASE("JSON has no map, and a constant for a column's field is refused as an import would") {
  const auto cause = [](const std::string& text, const Mapping& given) {
    try {
      shown(text, given);
    } catch (const Fault& fault) {
      return fault.cause();
    }
    return Cause::unexpected;
  };
  CHECK(cause("[{\"prisonerNumber\": \"A1234BC\"}]", {}) == Cause::usage);
  CHECK(cause(plain, read_map("[constants]\nlastName = 'Smith'\n")) == Cause::configuration);
  CHECK(cause("\"a\"b,c\n", {}) == Cause::unreadable);
}
