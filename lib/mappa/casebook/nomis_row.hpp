#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mappa/calendar/date.hpp"
#include "mappa/casebook/prison_number.hpp"

namespace mappa {

// What a field of a NOMIS export may hold.
enum class NomisType { text, code, date, flag };

// One field that the casebook keeps. Names are those of the prisoner-search API, as are the names
// that prison-api adds; an override's name ends in OverrideDate. They are stored: a test freezes them.
struct NomisField {
  std::string_view name;
  NomisType type;
  std::string_view means;     // a few words, for lists and the manual
  std::string_view override_of = {};  // for an override: the field whose calculated date it beats
};

// Every field that is kept, in the order in which a row is stored.
std::span<const NomisField> nomis_fields();
const NomisField* find_nomis_field(std::string_view name);

// An alert as it came; what it means is worked out when the case is folded, so that a corrected
// table of codes corrects every case.
struct Alert {
  std::string type;      // "P"; may be empty when the export gave the code alone
  std::string code;      // "P33"
  bool active = true;
  bool expired = false;

  bool counts() const { return active && !expired; }
  friend bool operator==(const Alert&, const Alert&) = default;
};

// "P:P33", "P:P33:inactive", "P:P33:expired" and back; several are separated by semicolons. The
// state is also understood in any letter case, with blanks around every part. Nothing when the text
// is no alert.
std::string text(const Alert& alert);
std::optional<Alert> alert_from_text(std::string_view text);

// One person as a NOMIS export describes them, in canonical form: field names of nomis_fields(),
// dates as ISO 8601, flags "yes" or "no", codes in upper case, no empty values.
struct NomisRow {
  PrisonNumber number;
  std::map<std::string, std::string, std::less<>> fields;
  std::vector<Alert> alerts;  // sorted by type and code, each once

  // A field's value; an empty view when absent.
  std::string_view value(std::string_view field) const;
  std::optional<Date> date(std::string_view field) const;

  friend bool operator==(const NomisRow&, const NomisRow&) = default;
};

}  // namespace mappa
