#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mappa/base/toml.hpp"
#include "mappa/nomis/aliases.hpp"
#include "mappa/nomis/date_format.hpp"
#include "mappa/nomis/encoding.hpp"

namespace mappa {

// How the alerts of one person stand in their cell: "P:P33;S:SOR".
struct AlertSyntax {
  char between = ';';  // between alerts
  char parts = ':';    // between type, code and state within one

  friend bool operator==(const AlertSyntax&, const AlertSyntax&) = default;
};

// What somebody says of a file whose headers, dates or alerts are not those of NOMIS. Headers are kept
// without surrounding blanks and are equal in any case of ASCII letters. What is not said is as without
// a mapping.
struct Mapping {
  // A header of the file and what it means: a header that find_alias() knows, or "", left out on purpose.
  struct Column {
    std::string header;
    std::string means;
    friend bool operator==(const Column&, const Column&) = default;
  };
  // How a column writes its dates. column: a header of the file, or a field of nomis_fields().
  struct Dates {
    std::string column;
    DateFormat format = DateFormat::year_month_day;
    friend bool operator==(const Dates&, const Dates&) = default;
  };

  std::optional<char> separator;
  std::optional<Encoding> encoding;       // UTF-8 or Windows-1252
  std::vector<Column> columns;            // no header twice, no meaning twice
  std::vector<Dates> dates;               // no column twice, none called "default"
  std::optional<DateFormat> other_dates;  // of all other columns with dates
  // alerts_field or a field of nomis_fields(), and its value for every row: not blank, else not checked
  // yet. Dates in it are not in the format of any column.
  std::map<std::string, std::string, std::less<>> constants;
  AlertSyntax alerts;

  friend bool operator==(const Mapping&, const Mapping&) = default;
};

// Reads all of a mapping file. Throws Fault (configuration) with file, line and column on keys, fields and
// formats that are not known, naming the nearest; on two headers of one meaning; on a constant that a
// column holds too; on dates for columns that hold none; and on two-digit years for the date of birth.
// Whether the columns are there, and which of the others mean the same, only the file's reader can tell.
Mapping read_mapping(Toml& file);

// A mapping file that says the same: read_mapping() of it gives an equal mapping. Headers and values must
// be UTF-8. The usual syntax of alerts is said where a column or constant holds some.
std::string as_toml(const Mapping& mapping);

// What a header of the file means: what the mapping says, else what find_alias() knows. Nothing when it is
// unknown or left out.
std::optional<Alias> meaning(const Mapping& mapping, std::string_view header);

// The word by which a mapping says what a header means: find_alias() of it gives the same meaning. header: one of
// that meaning. Empty for no meaning.
std::string meaning_word(const Alias& means, std::string_view header);

// Whether two headers are the same to a mapping, and whether two columns mean the same. NOMIS keeps an override
// in a column of its own, which is no second one of the same meaning.
bool same_header(std::string_view a, std::string_view b);
bool same_meaning(const Mapping::Column& a, const Mapping::Column& b);

// Whether the mapping leaves the column out, so that nobody needs to be told.
bool is_left_out(const Mapping& mapping, std::string_view header);

// The format of the dates below this header: its own, else its field's, else that of all others. Nothing
// where none is given, or the column holds no dates. The date of birth never has two digits for the year:
// where those of all others have, it has four in the same order, for its century cannot be told.
std::optional<DateFormat> date_format(const Mapping& mapping, std::string_view header);

// Whether any column has the month first. Dates of columns without a format that read two ways are then
// not to be trusted.
bool has_month_first(const Mapping& mapping);

}  // namespace mappa
