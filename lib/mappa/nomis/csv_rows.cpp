#include "mappa/nomis/csv_rows.hpp"

#include <csv.h>

#include <algorithm>
#include <new>
#include <utility>

#include "mappa/base/text.hpp"

namespace mappa {
namespace {

// A quotation mark that is still open after so much is taken for a stray one.
constexpr std::size_t longest_row = 1024 * 1024;

}  // namespace

// libcsv, which reports through callbacks in C: they only store, so that nothing throws through it
// but a lack of memory.
class CsvRows::Parser {
 public:
  explicit Parser(char separator) : separator_(separator) { begin(); }
  ~Parser() { csv_free(&csv_); }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;

  // Forgets what was read of a row that turned out torn.
  void begin_again(char separator) {
    csv_free(&csv_);
    separator_ = separator;
    begin();
  }
  void begin_again() { begin_again(separator_); }

  // False when a quotation mark stands in the wrong place.
  bool feed(std::string_view bytes) {
    return csv_parse(&csv_, bytes.data(), bytes.size(), on_cell, on_row, this) == bytes.size();
  }
  // Ends a last row that has no line end. False when a quotation mark is never closed.
  bool finish() { return csv_fini(&csv_, on_cell, on_row, this) == 0 && row_ended_; }

  bool row_ended() const { return row_ended_; }
  void new_row() {
    row_ended_ = false;
    text_.clear();
    ends_.clear();
  }
  void take_cells(std::vector<std::string_view>& cells) const {
    cells.clear();
    std::size_t from = 0;
    for (const std::size_t end : ends_) {
      cells.push_back(std::string_view(text_).substr(from, end - from));
      from = end;
    }
  }

 private:
  void begin() {
    if (csv_init(&csv_, CSV_STRICT | CSV_STRICT_FINI) != 0) throw std::bad_alloc();
    csv_set_space_func(&csv_, [](unsigned char) { return 0; });  // blanks are part of a cell
    csv_set_delim(&csv_, static_cast<unsigned char>(separator_));
    new_row();
  }

  static void on_cell(void* text, std::size_t size, void* self) {
    auto& parser = *static_cast<Parser*>(self);
    if (text != nullptr) parser.text_.append(static_cast<const char*>(text), size);
    parser.ends_.push_back(parser.text_.size());
  }
  static void on_row(int, void* self) { static_cast<Parser*>(self)->row_ended_ = true; }

  csv_parser csv_{};
  char separator_;
  std::string text_;               // of all cells, one behind the other
  std::vector<std::size_t> ends_;  // where each cell ends in it
  bool row_ended_ = false;
};

CsvRows::CsvRows(DecodedText& text, char separator) : lines_(text), parser_(std::make_unique<Parser>(separator)) {}
CsvRows::~CsvRows() = default;

bool CsvRows::skip_blank_lines() {
  for (;;) {
    lines_.mark();
    if (lines_.at_end()) return false;
    if (!trimmed(lines_.next()).empty()) {
      lines_.back_to_mark();
      return true;
    }
    ++line_;
  }
}

// Whether the row that begins here could be told into cells.
bool CsvRows::read_row() {
  parser_->new_row();
  lines_of_row_ = 0;
  while (!parser_->row_ended()) {
    const auto line = lines_.next();
    ++lines_of_row_;
    if (!parser_->feed(line) || lines_.since_mark().size() > longest_row) return false;
    if (!parser_->row_ended() && lines_.at_end() && !parser_->finish()) return false;
  }
  return true;
}

bool CsvRows::next(CsvRow& row) {
  line_ += std::exchange(lines_of_row_, 0);
  if (!skip_blank_lines()) return false;
  row.line = line_;
  row.torn = !read_row();
  if (row.torn) {
    parser_->begin_again();
    lines_.back_to_mark();
    lines_.next();
    lines_of_row_ = 1;
  }
  parser_->take_cells(row.cells);
  row.raw = lines_.since_mark();
  return true;
}

bool CsvRows::skip(const std::function<bool(std::string_view, std::size_t)>& known) {
  line_ += std::exchange(lines_of_row_, 0);
  lines_.mark();
  const auto line = lines_.next();
  // Quotation marks in pairs: no line end stands between them. A blank line is nobody's.
  const bool whole = !line.empty() && std::ranges::count(line, '"') % 2 == 0;
  if (whole && known(line, line_)) {
    lines_of_row_ = 1;
    return true;
  }
  lines_.back_to_mark();
  return false;
}

void CsvRows::again(char separator) {
  parser_->begin_again(separator);
  lines_.back_to_mark();
  lines_of_row_ = 0;
}

}  // namespace mappa
