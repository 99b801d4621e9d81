#include "mappa/nomis/csv_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "mappa/base/fault.hpp"
#include "mappa/base/nearest.hpp"
#include "mappa/base/text.hpp"
#include "mappa/casebook/prison_number.hpp"
#include "mappa/nomis/encoding.hpp"
#include "mappa/nomis/problem_ids.hpp"

namespace mappa {
namespace {

constexpr std::array separators{',', ';', '\t'};

using Known = std::function<std::size_t(const CsvRow&)>;

char best_separator(CsvRows& rows, CsvRow& row, const Known& known) {
  char best = separators.front();
  std::pair<std::size_t, std::size_t> most{0, 0};
  for (const char separator : separators) {
    rows.again(separator);
    rows.next(row);
    const std::pair found{known(row), row.cells.size()};
    if (found > most) {
      most = found;
      best = separator;
    }
  }
  return best;
}

bool holds_a_number(const CsvRow& row) {
  return std::ranges::any_of(row.cells,
                             [](std::string_view cell) { return PrisonNumber::read(cell).has_value(); });
}

std::string what_it_looks_like(const CsvRow& row, const std::vector<std::string>& wanted,
                               const std::vector<std::string>& candidates) {
  if (holds_a_number(row)) return " The line holds a prison number: the headers seem to be missing.";
  for (const std::string& header : wanted)
    if (const auto found = nearest(header, candidates))
      return fmt::format(" The nearest is \"{}\".", safe(*found));
  return "";
}

}  // namespace

std::optional<char> read_headers(CsvRows& rows, CsvRow& row, std::optional<char> said, const Known& known,
                                 const std::string& file) {
  if (!rows.next(row)) return std::nullopt;
  const char separator = said ? *said : best_separator(rows, row, known);
  rows.again(separator);
  rows.next(row);
  if (row.torn)
    throw Fault(Cause::unreadable,
                fmt::format("{} has a quotation mark in the wrong place in its headers (line {}).",
                            input_name(file), row.line),
                "Correct the line of headers.");
  return separator;
}

std::optional<Problem> misfit(const CsvRow& row, std::size_t headers) {
  if (row.torn)
    return make_problem(nomis_problem::quotes, "", "",
                        "A quotation mark stands inside a cell or is never closed.");
  const std::size_t cells = row.cells.size();
  if (cells == headers) return std::nullopt;
  return make_problem(
      nomis_problem::cells, "", "",
      fmt::format("The row has {} cell{}, but there are {} headers.", cells, cells == 1 ? "" : "s", headers));
}

Problem columns_ignored(std::vector<std::string> names) {
  for (std::string& name : names) name = name.empty() ? "(no name)" : safe(name);
  return make_problem(nomis_problem::column_ignored, "", fmt::format("{}", fmt::join(names, ", ")),
                      names.size() == 1
                          ? "A column is not known and was not read."
                          : fmt::format("{} columns are not known and were not read.", names.size()));
}

void no_header(const CsvRow& row, const std::string& file, const std::string& missing,
               const std::vector<std::string>& wanted, const std::vector<std::string>& candidates) {
  throw Fault(Cause::unreadable,
              fmt::format("{} has no header for {} in line {}.{}", input_name(file), missing, row.line,
                          what_it_looks_like(row, wanted, candidates)),
              fmt::format("Name that column {}.", fmt::join(wanted, " or ")));
}

}  // namespace mappa
