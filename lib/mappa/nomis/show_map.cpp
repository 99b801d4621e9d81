#include "mappa/nomis/show_map.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "mappa/base/fault.hpp"
#include "mappa/base/text.hpp"
#include "mappa/nomis/csv_header.hpp"
#include "mappa/nomis/csv_rows.hpp"
#include "mappa/nomis/csv_table.hpp"
#include "mappa/nomis/date_value.hpp"
#include "mappa/nomis/raw_record.hpp"
#include "mappa/nomis/values.hpp"

namespace mappa {
namespace {

using Columns = std::vector<CsvColumn>;

const Mapping::Column* line_of(const std::vector<Mapping::Column>& lines, std::string_view header) {
  const auto found = std::ranges::find_if(
      lines, [header](const Mapping::Column& line) { return same_header(line.header, header); });
  return found == lines.end() ? nullptr : &*found;
}

// A line for each header of the file, in its order, then what was said of others. A second column of one
// meaning has none: a mapping cannot say that twice, and its header is known without.
void add_columns(const Columns& columns, Mapping& map) {
  std::vector<Mapping::Column> lines;
  const auto said_by = [](const std::vector<Mapping::Column>& others, const Mapping::Column& line) {
    return std::ranges::any_of(others,
                               [&](const Mapping::Column& other) { return same_meaning(other, line); });
  };
  for (const CsvColumn& column : columns) {
    if (line_of(lines, column.name)) continue;
    if (const auto* given = line_of(map.columns, column.name)) {
      lines.push_back(*given);
      continue;
    }
    Mapping::Column line{column.name, meaning_word(column.means, column.name)};
    if (!said_by(map.columns, line) && !said_by(lines, line)) lines.push_back(std::move(line));
  }
  for (const Mapping::Column& given : map.columns)
    if (!line_of(lines, given.header)) lines.push_back(given);
  map.columns = std::move(lines);
}

// The formats that all dates of one field fit, in whichever of its columns they stand.
struct Fitting {
  const NomisField* field = nullptr;
  std::vector<DateFormat> formats;
  bool any = false;  // there are dates at all

  void look_at(std::string_view cell) {
    any = true;
    std::erase_if(formats,
                  [cell](DateFormat format) { return !read_date_value(cell, format).error.empty(); });
  }
};

// Two digits leave the century of a date of birth open.
Fitting any_format_of(const NomisField* field) {
  Fitting out{field, {date_formats().begin(), date_formats().end()}};
  if (field->name == "dateOfBirth") std::erase_if(out.formats, has_short_year);
  return out;
}

bool lacks_format(const CsvColumn& column) {
  return column.field && column.field->type == NomisType::date && !column.format;
}

class DateColumns {
 public:
  explicit DateColumns(const Columns& columns) : columns_(columns) {
    for (const CsvColumn& column : columns)
      if (lacks_format(column) && !of(column)) fields_.push_back(any_format_of(column.field));
  }

  void look_at(const CsvRow& row) {
    if (misfit(row, columns_.size())) return;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const auto cell = trimmed(row.cells[i]);
      if (!lacks_format(columns_[i]) || is_absent(cell, NomisType::date)) continue;
      of(columns_[i])->look_at(cell);
    }
  }

  void add_to(Mapping& map) {
    for (const CsvColumn& column : columns_) {
      if (!lacks_format(column) || same_header(column.name, "default")) continue;
      const Fitting& fitting = *of(column);
      const bool said = std::ranges::any_of(
          map.dates, [&](const Mapping::Dates& dates) { return same_header(dates.column, column.name); });
      if (!said && fitting.any && fitting.formats.size() == 1)
        map.dates.push_back({column.name, fitting.formats.front()});
    }
  }

 private:
  Fitting* of(const CsvColumn& column) {
    const auto found = std::ranges::find(fields_, column.field, &Fitting::field);
    return found == fields_.end() ? nullptr : &*found;
  }

  const Columns& columns_;
  std::vector<Fitting> fields_;
};

}  // namespace

Mapping mapping_of(Input& input, const Survey& look, const Mapping& given) {
  if (look.json)
    throw Fault(Cause::usage, input_name(input.name()) + " is JSON, and mapping files are for CSV.",
                "Import it without one: the names in it are those of NOMIS.");
  Mapping map = given;
  // A file says of itself that it is in UTF-16, and no mapping can.
  if (look.encoding == Encoding::utf8 || look.encoding == Encoding::windows_1252)
    map.encoding = look.encoding;
  DecodedText text(input, look.encoding);
  CsvRows rows(text, ',');
  CsvRow row;
  map.separator = read_headers(
      rows, row, given.separator, [&](const CsvRow& headers) { return headers_known(headers, given); },
      input.name());
  const Columns columns = csv_columns(row, given);
  refuse_constants(columns, given);
  add_columns(columns, map);
  DateColumns dates(columns);
  while (rows.next(row)) dates.look_at(row);
  dates.add_to(map);
  return map;
}

std::string shown_map(const Mapping& mapping, const std::string& file) {
  const bool numbered = std::ranges::any_of(mapping.columns, [](const Mapping::Column& column) {
    const auto means = find_alias(column.means);
    return means && means->field == prison_number_field;
  });
  return fmt::format(
      "# How {} is read: a mapping file to go on from, see mappa-mapping(5).\n{}{}", safe(file),
      numbered ? "" : "# No column is known to hold the prison number: give one \"prisonerNumber\".\n",
      as_toml(mapping));
}

}  // namespace mappa
