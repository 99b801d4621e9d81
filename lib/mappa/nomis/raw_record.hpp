#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "mappa/base/problem.hpp"
#include "mappa/casebook/nomis_row.hpp"

namespace mappa {

// The two things a record holds that are no field of nomis_fields().
inline constexpr std::string_view prison_number_field = "prisonerNumber";
inline constexpr std::string_view alerts_field = "alerts";

// What a value was in the file: a cell may be meant as anything, JSON says what it is.
enum class RawType { cell, string, integer, boolean, other };

// One value as the file has it, and the field it belongs to.
struct RawField {
  const NomisField* field = nullptr;  // of nomis_fields(); null for the prison number
  std::string_view named;             // what the file calls it; lives until it was handed over
  std::string value;
  RawType type = RawType::cell;
  bool beats = false;  // an override, which beats another value of the same field
};

// One alert in the form of alert_from_text(), or why it cannot be one.
struct RawAlert {
  std::string text;
  std::string wrong;  // a sentence; empty when the reader found nothing wrong
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
};

using TakeRecord = std::function<void(RawRecord)>;

}  // namespace mappa
