#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace mappa {

// One row of a CSV file.
struct CsvRow {
  std::size_t line = 0;  // where it begins, from 1
  std::vector<std::string> cells;
  bool torn = false;  // a quotation mark stands in the wrong place or is never closed: no cells then
};

// Hands over the rows of comma-separated text one at a time. Cells may be quoted and then hold
// commas, line ends and doubled quotation marks; blanks are kept; lines that are blank are no rows.
// After a torn row, reading goes on at the line after the one it began in, so that one stray
// quotation mark swallows no other row.
void read_csv_rows(std::string_view text, const std::function<void(CsvRow)>& take);

}  // namespace mappa
