#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mappa/base/problem.hpp"
#include "mappa/casebook/nomis_row.hpp"
#include "mappa/nomis/date_format.hpp"

namespace mappa {

// The two things a record holds that are no field of nomis_fields().
inline constexpr std::string_view prison_number_field = "prisonerNumber";
inline constexpr std::string_view alerts_field = "alerts";

// The columns in front of each row of a file of rejected records: its line, the rules that it breaks, the reasons.
// When such a file is read they are left out without a word.
inline constexpr std::array reject_columns{"mappaLine", "mappaRule", "mappaReason"};

// What a value was in the file: a cell may be meant as anything, JSON says what it is.
enum class RawType { cell, string, integer, boolean, other };

// One value as the file has it, and the field it belongs to. Views live until the record was handed over.
struct RawField {
  const NomisField* field = nullptr;  // of nomis_fields(); null for the prison number
  std::string_view named;             // what the file calls it
  std::string_view value;
  RawType type = RawType::cell;
  bool beats = false;  // an override, which beats another value of the same field
  std::optional<DateFormat> format = {};  // of a date, where somebody said it
};

// One alert in the form of alert_from_text(), or why it cannot be one.
struct RawAlert {
  std::string text;
  std::string wrong = {};    // a sentence; empty when the reader found nothing wrong
  bool far_away = false;     // a day of it that stands for none was left out
  bool month_first = false;  // a day of it shows that the file writes the month first; it is wrong then
  bool either_way = false;   // a day of it is right only if the file does not
  std::string_view named = {};  // what the file calls it, where that is not what the record calls all its alerts
  std::string place = {};       // "line 7 of alerts.csv", where it stands in another file than the record
};

// One row or record as it came, before anything was checked: what every reader hands over.
struct RawRecord {
  std::size_t line = 0;          // line of the CSV file, or number of the JSON record, from 1
  std::vector<RawField> fields;  // those that came, in the order of the file; a field may come twice
  std::vector<RawAlert> alerts;
  bool tells_alerts = false;     // it has a place for alerts, if an empty one
  std::string_view alerts_named = alerts_field;  // what the file calls them
  bool whole = true;  // false when it could not be told into fields; the problems then say why
  Problems problems;  // what the reader itself found wrong with it
  std::vector<std::string> merged;  // prison numbers that were merged into this one
  std::string_view text;            // the row or record as it stands in the file
};

using TakeRecord = std::function<void(const RawRecord&)>;

}  // namespace mappa
