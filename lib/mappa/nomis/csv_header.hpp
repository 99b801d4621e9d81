#pragma once

#include <string>
#include <vector>

#include "mappa/base/problem.hpp"
#include "mappa/casebook/nomis_row.hpp"
#include "mappa/nomis/aliases.hpp"
#include "mappa/nomis/csv_rows.hpp"

namespace mappa {

struct CsvColumn {
  std::string name;                   // as the file has it, without surrounding blanks
  Alias means;                        // its field is empty when the column is not read
  const NomisField* field = nullptr;  // null for the prison number, the alerts and what is not read
};

// What the columns of a CSV export mean.
struct CsvHeader {
  std::vector<CsvColumn> columns;
  Problems problems;  // columns that are not read, and fields that have two columns
};

// file: its name for messages. Throws Fault (unreadable) when no column holds the prison number,
// naming the nearest header and what the line looks like instead.
CsvHeader read_csv_header(const CsvRow& row, const std::string& file);

}  // namespace mappa
