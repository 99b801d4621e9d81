#pragma once

#include <string>
#include <vector>

#include "mappa/base/problem.hpp"
#include "mappa/casebook/nomis_row.hpp"
#include "mappa/nomis/aliases.hpp"
#include "mappa/nomis/csv_rows.hpp"
#include "mappa/nomis/mapping.hpp"

namespace mappa {

struct CsvColumn {
  std::string name;                   // as the file has it, without surrounding blanks
  Alias means;                        // its field is empty when the column is not read
  const NomisField* field = nullptr;  // null for the prison number, the alerts and what is not read
  std::optional<DateFormat> format = {};  // of its dates, where the mapping says it
  bool left_out = false;  // on purpose: nobody needs to be told
};

// What the columns of a CSV export mean.
struct CsvHeader {
  std::vector<CsvColumn> columns;
  Problems problems;  // columns that are not read, and fields that have two columns
  std::string text;   // the line of headers as it came, with its line end
  char separator = ',';
};

// How many of the cells are headers that are known.
std::size_t headers_known(const CsvRow& row, const Mapping& mapping);

// The columns of a row of headers, whether or not they can be used.
std::vector<CsvColumn> csv_columns(const CsvRow& row, const Mapping& mapping);

// Throws Fault (configuration) when the mapping has a constant for a field that a column holds too.
void refuse_constants(const std::vector<CsvColumn>& columns, const Mapping& mapping);

// separator: between the cells. mapping: what somebody says of the file. file: its name for messages. Throws
// Fault: unreadable when no column holds the prison number, naming the nearest header and what the line looks
// like instead; configuration as refuse_constants() does.
CsvHeader read_csv_header(const CsvRow& row, char separator, const Mapping& mapping, const std::string& file);

}  // namespace mappa
