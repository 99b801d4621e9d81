#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "mappa/nomis/lines.hpp"

namespace mappa {

// One row of a CSV file. Its views are valid until the next row is read.
struct CsvRow {
  std::size_t line = 0;  // where it begins, from 1
  std::vector<std::string_view> cells;
  bool torn = false;     // a quotation mark stands in the wrong place or is never closed: no cells then
  std::string_view raw;  // as it came, with its line end
};

// The rows of a CSV text, one at a time. Cells may be quoted and then hold separators, line ends and
// doubled quotation marks; blanks are kept; lines that are blank are no rows. After a torn row, reading
// goes on at the line after the one it began in, so that one stray quotation mark swallows no other row.
class CsvRows {
 public:
  CsvRows(DecodedText& text, char separator);
  ~CsvRows();

  // False at the end of the text.
  bool next(CsvRow& row);
  // Steps over the next row without telling it into cells, where it is one line and `known` says so of it; else
  // false. line: where it begins.
  bool skip(const std::function<bool(std::string_view row, std::size_t line)>& known);
  // Goes back to the start of the row just read, to read it and what follows with another separator.
  void again(char separator);

 private:
  bool skip_blank_lines();
  bool read_row();

  class Parser;
  Lines lines_;
  std::unique_ptr<Parser> parser_;
  std::size_t line_ = 1, lines_of_row_ = 0;
};

}  // namespace mappa
