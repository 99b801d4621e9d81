#include "mappa/nomis/csv_header.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>

#include "mappa/base/fault.hpp"
#include "mappa/base/nearest.hpp"
#include "mappa/base/text.hpp"
#include "mappa/casebook/prison_number.hpp"
#include "mappa/nomis/encoding.hpp"
#include "mappa/nomis/problem_ids.hpp"
#include "mappa/nomis/raw_record.hpp"

namespace mappa {
namespace {

bool is_reject_column(std::string_view header) { return std::ranges::find(reject_columns, trimmed(header)) != reject_columns.end(); }

std::vector<CsvColumn> columns_of(const CsvRow& row, const Mapping& mapping) {
  std::vector<CsvColumn> columns;
  for (const std::string_view cell : row.cells) {
    const Alias means = meaning(mapping, cell).value_or(Alias{});
    columns.push_back({std::string(trimmed(cell)), means, find_nomis_field(means.field), date_format(mapping, cell), is_left_out(mapping, cell) || is_reject_column(cell)});
  }
  return columns;
}

bool has_prison_number(const std::vector<CsvColumn>& columns) {
  return std::ranges::any_of(columns,
                             [](const CsvColumn& c) { return c.means.field == prison_number_field; });
}

// The header that was most likely meant as the prison number's.
std::optional<std::string> nearest_header(const CsvRow& row) {
  const std::vector<std::string> cells(row.cells.begin(), row.cells.end());
  for (const std::string& wanted : prison_number_headers())
    if (auto found = nearest(wanted, cells)) return found;
  return std::nullopt;
}

bool holds_a_number(const CsvRow& row) {
  return std::ranges::any_of(row.cells,
                             [](std::string_view c) { return PrisonNumber::read(c).has_value(); });
}

std::string what_it_looks_like(const CsvRow& row) {
  if (holds_a_number(row)) return " The line holds a prison number: the headers seem to be missing.";
  if (const auto header = nearest_header(row)) return fmt::format(" The nearest is \"{}\".", safe(*header));
  return "";
}

[[noreturn]] void no_prison_number(const CsvRow& row, const std::string& file) {
  throw Fault(Cause::unreadable,
              fmt::format("{} has no header for the prison number in line {}.{}", input_name(file), row.line,
                          what_it_looks_like(row)),
              fmt::format("Name that column {}.", fmt::join(prison_number_headers(), " or ")));
}

std::string shown(const CsvColumn& column) { return column.name.empty() ? "(no name)" : safe(column.name); }

void note_ignored(CsvHeader& header) {
  std::vector<std::string> names;
  for (const CsvColumn& column : header.columns)
    if (column.means.field.empty() && !column.left_out) names.push_back(shown(column));
  if (names.empty()) return;
  header.problems.push_back(make_problem(
      nomis_problem::column_ignored, "", fmt::format("{}", fmt::join(names, ", ")),
      names.size() == 1 ? "A column is not known and was not read."
                        : fmt::format("{} columns are not known and were not read.", names.size())));
}

bool same_meaning(const CsvColumn& a, const CsvColumn& b) {
  return !a.means.field.empty() && a.means.field == b.means.field && a.means.beats == b.means.beats;
}

void warn_of_second_columns(CsvHeader& header) {
  const auto& columns = header.columns;
  for (auto second = columns.begin(); second != columns.end(); ++second) {
    const auto first = std::find_if(columns.begin(), second,
                                    [&](const CsvColumn& column) { return same_meaning(column, *second); });
    if (first == second) continue;
    header.problems.push_back(make_problem(
        nomis_problem::column_twice, second->name, second->name,
        fmt::format("The column \"{}\" already holds {}; {}.", safe(first->name), second->means.field,
                    second->means.field == alerts_field ? "the alerts of both are taken"
                                                        : "rows in which the two differ are not taken")));
  }
}

// A constant for what a column holds too.
void refuse_constants(const CsvHeader& header, const Mapping& mapping) {
  for (const CsvColumn& column : header.columns)
    if (mapping.constants.contains(column.means.field))
      throw Fault(Cause::configuration,
                  fmt::format("The mapping gives a constant for {}, and the column \"{}\" holds it too.", column.means.field, safe(column.name)),
                  "Take the constant away, or leave the column out: \"" + safe(column.name) + "\" = \"\".");
}

[[noreturn]] void torn_header(const CsvRow& row, const std::string& file) {
  throw Fault(Cause::unreadable,
              fmt::format("{} has a quotation mark in the wrong place in its headers (line {}).",
                          input_name(file), row.line),
              "Correct the line of headers.");
}

}  // namespace

std::size_t headers_known(const CsvRow& row, const Mapping& mapping) {
  return static_cast<std::size_t>(std::ranges::count_if(row.cells, [&](std::string_view cell) { return meaning(mapping, cell).has_value(); }));
}

CsvHeader read_csv_header(const CsvRow& row, char separator, const Mapping& mapping, const std::string& file) {
  if (row.torn) torn_header(row, file);
  CsvHeader header{columns_of(row, mapping), {}, std::string(row.raw), separator};
  if (!has_prison_number(header.columns)) no_prison_number(row, file);
  refuse_constants(header, mapping);
  note_ignored(header);
  warn_of_second_columns(header);
  for (Problem& problem : header.problems) problem.line = row.line;
  return header;
}

}  // namespace mappa
