// libsmartcols lays the table out (alignment, wrapping, widths of wide characters): the library behind lsblk
// and findmnt.
#include "mappa/report/table.hpp"

#include <algorithm>
#include <clocale>
#include <cstdlib>
#include <memory>

#include <libsmartcols/libsmartcols.h>

#include "mappa/base/text.hpp"
#include "mappa/report/text_page.hpp"

namespace mappa {
namespace {

struct Unref {
  void operator()(libscols_table* table) const { scols_unref_table(table); }
};
using Handle = std::unique_ptr<libscols_table, Unref>;

// libsmartcols asks the C library how wide characters are; it must not depend on the user's locale.
class Utf8 {
 public:
  Utf8() : before_(std::setlocale(LC_CTYPE, nullptr)) { std::setlocale(LC_CTYPE, "C.UTF-8"); }
  ~Utf8() { std::setlocale(LC_CTYPE, before_.c_str()); }
  Utf8(const Utf8&) = delete;
  Utf8& operator=(const Utf8&) = delete;

 private:
  std::string before_;
};

// The column that gives way where the whole is too wide: the others hold numbers and dates.
std::size_t widest(const Table& table) {
  std::size_t at = 0, most = 0;
  for (std::size_t i = 0; i < table.head.size(); ++i)
    for (const auto& row : table.rows)
      if (const auto wide = columns(row[i]); wide > most) {
        most = wide;
        at = i;
      }
  return at;
}

// What the other columns leave for one, two blanks between each.
int room_for(const Table& table, std::size_t column, int width) {
  int taken = 0;
  for (std::size_t i = 0; i < table.head.size(); ++i) {
    if (i == column) continue;
    std::size_t widest_here = columns(table.head[i]);
    for (const auto& row : table.rows) widest_here = std::max(widest_here, columns(row[i]));
    taken += static_cast<int>(widest_here) + 2;
  }
  return std::max(width - taken - 1, 10);
}

std::string without_trailing_blanks(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n')
      while (!out.empty() && out.back() == ' ') out.pop_back();
    out += c;
  }
  return out;
}

}  // namespace

std::string text(const Table& table, int width) {
  const Utf8 utf8;
  const Handle handle(scols_new_table());
  scols_table_enable_colors(handle.get(), 0);
  scols_table_set_termforce(handle.get(), SCOLS_TERMFORCE_ALWAYS);
  scols_table_set_termwidth(handle.get(), static_cast<std::size_t>(width));
  scols_table_set_column_separator(handle.get(), "  ");
  const std::size_t gives_way = widest(table);
  const int room = room_for(table, gives_way, width);
  for (std::size_t i = 0; i < table.head.size(); ++i) {
    libscols_column* column = scols_table_new_column(handle.get(), table.head[i].c_str(), 0, i == gives_way ? SCOLS_FL_WRAP : 0);
    scols_column_set_safechars(column, "\n");
    scols_column_set_wrapfunc(column, scols_wrapnl_chunksize, scols_wrapnl_nextchunk, nullptr);
  }
  for (const auto& row : table.rows) {
    libscols_line* line = scols_table_new_line(handle.get(), nullptr);
    for (std::size_t i = 0; i < row.size(); ++i)
      scols_line_set_data(line, i, row[i].empty() ? "-" : (i == gives_way ? wrapped(row[i], room, 0) : safe(row[i])).c_str());
  }
  char* printed = nullptr;
  std::string out;
  if (scols_print_table_to_string(handle.get(), &printed) == 0 && printed) out = printed;
  std::free(printed);
  if (!out.empty() && out.back() != '\n') out += '\n';
  return without_trailing_blanks(out);
}

}  // namespace mappa
