// libsmartcols lays the table out (alignment, wrapping, widths of wide characters): the library behind lsblk and findmnt.
// It is loaded when there is a table to print, and a release check, which prints none, does not wait for it. Where it
// cannot be loaded, tables are plainer: what is in one may have been written to the casebook already.
#include "mappa/report/table.hpp"

#include <algorithm>
#include <clocale>
#include <cstdlib>
#include <memory>

#include <libsmartcols/libsmartcols.h>

#include "mappa/base/fault.hpp"
#include "mappa/base/text.hpp"
#include "mappa/report/late_library.hpp"
#include "mappa/report/text_page.hpp"
#include "mappa/report/words.hpp"

namespace mappa {
namespace {

// The part of the library that is used here.
struct Smartcols {
  LateLibrary library{"libsmartcols.so.1", "libsmartcols1"};
  decltype(scols_new_table)* new_table = library.find<decltype(scols_new_table)>("scols_new_table");
  decltype(scols_unref_table)* unref_table = library.find<decltype(scols_unref_table)>("scols_unref_table");
  decltype(scols_table_enable_colors)* enable_colors = library.find<decltype(scols_table_enable_colors)>("scols_table_enable_colors");
  decltype(scols_table_set_termforce)* set_termforce = library.find<decltype(scols_table_set_termforce)>("scols_table_set_termforce");
  decltype(scols_table_set_termwidth)* set_termwidth = library.find<decltype(scols_table_set_termwidth)>("scols_table_set_termwidth");
  decltype(scols_table_set_column_separator)* set_column_separator = library.find<decltype(scols_table_set_column_separator)>("scols_table_set_column_separator");
  decltype(scols_table_new_column)* new_column = library.find<decltype(scols_table_new_column)>("scols_table_new_column");
  decltype(scols_column_set_safechars)* set_safechars = library.find<decltype(scols_column_set_safechars)>("scols_column_set_safechars");
  decltype(scols_column_set_wrapfunc)* set_wrapfunc = library.find<decltype(scols_column_set_wrapfunc)>("scols_column_set_wrapfunc");
  decltype(scols_wrapnl_chunksize)* wrapnl_chunksize = library.find<decltype(scols_wrapnl_chunksize)>("scols_wrapnl_chunksize");
  decltype(scols_wrapnl_nextchunk)* wrapnl_nextchunk = library.find<decltype(scols_wrapnl_nextchunk)>("scols_wrapnl_nextchunk");
  decltype(scols_table_new_line)* new_line = library.find<decltype(scols_table_new_line)>("scols_table_new_line");
  decltype(scols_line_set_data)* set_data = library.find<decltype(scols_line_set_data)>("scols_line_set_data");
  decltype(scols_print_table_to_string)* print_to_string = library.find<decltype(scols_print_table_to_string)>("scols_print_table_to_string");
};

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

// Each column as wide as its widest cell, however wide the whole becomes.
std::string plain(const Table& table) {
  std::vector<std::size_t> wide;
  for (const auto& name : table.head) wide.push_back(columns(name));
  for (const auto& row : table.rows)
    for (std::size_t i = 0; i < row.size(); ++i) wide[i] = std::max(wide[i], columns(safe(row[i])));
  std::string out;
  const auto add = [&](const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) out += padded(cells[i].empty() ? "-" : safe(cells[i]), wide[i]) + "  ";
    out += "\n";
  };
  add(table.head);
  for (const auto& row : table.rows) add(row);
  return without_trailing_blanks(out);
}

// Nothing where it is not to be had.
const Smartcols* smartcols() {
  static const auto found = []() -> std::unique_ptr<const Smartcols> {
    try {
      return std::make_unique<const Smartcols>();
    } catch (const Fault&) {
      return nullptr;
    }
  }();
  return found.get();
}

std::string laid_out(const Table& table, int width, const Smartcols& scols) {
  const Utf8 utf8;
  const std::unique_ptr<libscols_table, decltype(scols.unref_table)> handle(scols.new_table(), scols.unref_table);
  scols.enable_colors(handle.get(), 0);
  scols.set_termforce(handle.get(), SCOLS_TERMFORCE_ALWAYS);
  scols.set_termwidth(handle.get(), static_cast<std::size_t>(width));
  scols.set_column_separator(handle.get(), "  ");
  const std::size_t gives_way = widest(table);
  const int room = room_for(table, gives_way, width);
  for (std::size_t i = 0; i < table.head.size(); ++i) {
    libscols_column* column = scols.new_column(handle.get(), table.head[i].c_str(), 0, i == gives_way ? SCOLS_FL_WRAP : 0);
    scols.set_safechars(column, "\n");
    scols.set_wrapfunc(column, scols.wrapnl_chunksize, scols.wrapnl_nextchunk, nullptr);
  }
  for (const auto& row : table.rows) {
    libscols_line* line = scols.new_line(handle.get(), nullptr);
    for (std::size_t i = 0; i < row.size(); ++i)
      scols.set_data(line, i, row[i].empty() ? "-" : (i == gives_way ? wrapped(row[i], room, 0) : safe(row[i])).c_str());
  }
  char* printed = nullptr;
  std::string out;
  if (scols.print_to_string(handle.get(), &printed) == 0 && printed) out = printed;
  std::free(printed);
  if (!out.empty() && out.back() != '\n') out += '\n';
  return without_trailing_blanks(out);
}

}  // namespace

std::string text(const Table& table, int width) {
  const Smartcols* scols = smartcols();
  return scols ? laid_out(table, width, *scols) : plain(table);
}

}  // namespace mappa
