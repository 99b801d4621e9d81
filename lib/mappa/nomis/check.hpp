#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "mappa/base/problem.hpp"
#include "mappa/casebook/nomis_row.hpp"
#include "mappa/casebook/prison_number.hpp"
#include "mappa/nomis/raw_record.hpp"

namespace mappa {

struct AlertsFile;

// What became of one record.
struct Checked {
  std::size_t line = 0;
  std::optional<PrisonNumber> number;  // also when the rest is wrong
  std::string number_named;            // what the file calls it
  std::optional<NomisRow> row;         // absent when anything is wrong with it
  Problems problems;                   // all of them, with their line
  bool month_first = false;            // a date shows that the file writes the month first
  Problems if_month_first;             // errors, should any record of the file show that
};

// Checks one record and puts it into canonical form. Every problem is reported, not only the first;
// one error keeps the whole record out. exported_on: the day of the export, by which an alert that ended
// before it has expired, and on which two-digit years pivot. alerts: more alerts, in a file of their own; one
// that cannot be read keeps the record of its person out as well.
Checked check(const RawRecord& record, Date exported_on, const AlertsFile* alerts = nullptr);

// Whether any of them is an error.
bool has_error(const Problems& problems);

}  // namespace mappa
