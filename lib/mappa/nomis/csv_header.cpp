#include "mappa/nomis/csv_header.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "mappa/base/fault.hpp"
#include "mappa/base/text.hpp"
#include "mappa/nomis/csv_table.hpp"
#include "mappa/nomis/problem_ids.hpp"
#include "mappa/nomis/raw_record.hpp"

namespace mappa {
namespace {

bool is_reject_column(std::string_view header) {
  return std::ranges::find(reject_columns, trimmed(header)) != reject_columns.end();
}

bool has_prison_number(const std::vector<CsvColumn>& columns) {
  return std::ranges::any_of(columns,
                             [](const CsvColumn& c) { return c.means.field == prison_number_field; });
}

void note_ignored(CsvHeader& header) {
  std::vector<std::string> names;
  for (const CsvColumn& column : header.columns)
    if (column.means.field.empty() && !column.left_out) names.push_back(column.name);
  if (!names.empty()) header.problems.push_back(columns_ignored(std::move(names)));
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

}  // namespace

std::vector<CsvColumn> csv_columns(const CsvRow& row, const Mapping& mapping) {
  std::vector<CsvColumn> columns;
  for (const std::string_view cell : row.cells) {
    const Alias means = meaning(mapping, cell).value_or(Alias{});
    columns.push_back({std::string(trimmed(cell)), means, find_nomis_field(means.field),
                       date_format(mapping, cell), is_left_out(mapping, cell) || is_reject_column(cell)});
  }
  return columns;
}

std::size_t headers_known(const CsvRow& row, const Mapping& mapping) {
  return static_cast<std::size_t>(std::ranges::count_if(
      row.cells, [&](std::string_view cell) { return meaning(mapping, cell).has_value(); }));
}

void refuse_constants(const std::vector<CsvColumn>& columns, const Mapping& mapping) {
  for (const CsvColumn& column : columns)
    if (mapping.constants.contains(column.means.field))
      throw Fault(Cause::configuration,
                  fmt::format("The mapping gives a constant for {}, and the column \"{}\" holds it too.",
                              column.means.field, safe(column.name)),
                  "Take the constant away, or leave the column out: \"" + safe(column.name) + "\" = \"\".");
}

CsvHeader read_csv_header(const CsvRow& row, char separator, const Mapping& mapping,
                          const std::string& file) {
  CsvHeader header{csv_columns(row, mapping), {}, std::string(row.raw), separator};
  if (!has_prison_number(header.columns))
    no_header(row, file, "the prison number", prison_number_headers(), {row.cells.begin(), row.cells.end()});
  refuse_constants(header.columns, mapping);
  note_ignored(header);
  warn_of_second_columns(header);
  for (Problem& problem : header.problems) problem.line = row.line;
  return header;
}

}  // namespace mappa
