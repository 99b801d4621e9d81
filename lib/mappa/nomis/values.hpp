#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "mappa/casebook/nomis_row.hpp"
#include "mappa/nomis/raw_record.hpp"

namespace mappa {

// Whether a value says that there is none: empty or blank, or NULL, N/A or NONE in any letter case.
// In text only wholly in capitals or wholly in small letters, because Null is a surname.
bool is_absent(std::string_view value, NomisType type);

// Whether JSON's type of value is the one for this field; cells of a CSV file fit everything. What holds the
// character NUL fits nothing.
bool fits(const RawField& raw, NomisType type);

// Each reads one value into canonical form and adds what is to be said about it. Nothing when the
// value stands for none, or cannot be read, which is then among the problems as an error.
// raw: not absent, of a fitting type.

// Text: blanks trimmed and runs of them made one, a note; else kept as it came.
std::optional<std::string> read_text(const RawField& raw, Problems& problems);
// A code: also upper case and without full stops at its end, a note. An error when nothing is left or
// it has control characters.
std::optional<std::string> read_code(const RawField& raw, Problems& problems);
// A flag: "yes" or "no".
std::optional<std::string> read_flag(const RawField& raw, Problems& problems);

// A date as ISO 8601 (see read_date_value), and what it shows about the way the file writes dates.
struct ReadDate {
  std::optional<std::string> value;
  bool month_first = false;  // the file writes the month first
  bool either_way = false;   // the value is right only if it does not
};
ReadDate read_date(const RawField& raw, Problems& problems);

// A value that was put into canonical form: says so with both forms in the sentence.
Problem repaired(std::string_view named, std::string_view before, std::string_view after);

}  // namespace mappa
