#include "mappa/nomis/csv_rows.hpp"

#include <csv.h>

#include <algorithm>
#include <new>
#include <utility>

#include "mappa/base/text.hpp"

namespace mappa {
namespace {

// libcsv, which reports through callbacks in C: they only store, so that nothing throws through it
// but a lack of memory.
class Parser {
 public:
  Parser() {
    if (csv_init(&csv_, CSV_STRICT | CSV_STRICT_FINI) != 0) throw std::bad_alloc();
    csv_set_space_func(&csv_, [](unsigned char) { return 0; });  // blanks are part of a cell
  }
  ~Parser() { csv_free(&csv_); }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;

  // False when a quotation mark stands in the wrong place.
  bool feed(std::string_view bytes) {
    return csv_parse(&csv_, bytes.data(), bytes.size(), on_cell, on_row, this) == bytes.size();
  }
  // Ends a last row that has no line end. False when a quotation mark is never closed.
  bool finish() { return csv_fini(&csv_, on_cell, on_row, this) == 0 && row_ended_; }

  bool row_ended() const { return row_ended_; }
  std::vector<std::string> take_cells() {
    row_ended_ = false;
    return std::exchange(cells_, {});
  }

 private:
  static void on_cell(void* text, std::size_t size, void* self) {
    const auto* bytes = static_cast<const char*>(text);
    static_cast<Parser*>(self)->cells_.emplace_back(bytes == nullptr ? "" : bytes, size);
  }
  static void on_row(int, void* self) { static_cast<Parser*>(self)->row_ended_ = true; }

  csv_parser csv_{};
  std::vector<std::string> cells_;
  bool row_ended_ = false;
};

// The first line of `text` with its end: a newline, or a carriage return with or without one.
std::string_view first_line(std::string_view text) {
  const auto is_end = [](char c) { return c == '\r' || c == '\n'; };
  const auto size = static_cast<std::size_t>(std::ranges::find_if(text, is_end) - text.begin());
  return text.substr(0, size + (text.substr(size).starts_with("\r\n") ? 2 : 1));
}

struct Taken {
  CsvRow row;
  std::size_t lines = 0;  // how far it reaches
  std::size_t bytes = 0;
};

// The row that begins at the start of `text`.
Taken first_row(std::string_view text) {
  Parser parser;
  Taken taken;
  const std::string_view first = first_line(text);
  while (!parser.row_ended()) {
    const std::string_view line = first_line(text.substr(taken.bytes));
    taken.bytes += line.size();
    ++taken.lines;
    const bool last = taken.bytes == text.size();
    if (!parser.feed(line) || (last && !parser.row_ended() && !parser.finish()))
      return {{.line = 0, .cells = {}, .torn = true}, 1, first.size()};
  }
  taken.row.cells = parser.take_cells();
  return taken;
}

}  // namespace

void read_csv_rows(std::string_view text, const std::function<void(CsvRow)>& take) {
  std::size_t line = 1;
  while (!text.empty()) {
    const std::string_view blank = first_line(text);
    if (trimmed(blank).empty()) {
      text.remove_prefix(blank.size());
      ++line;
      continue;
    }
    Taken taken = first_row(text);
    taken.row.line = line;
    text.remove_prefix(taken.bytes);
    line += taken.lines;
    take(std::move(taken.row));
  }
}

}  // namespace mappa
