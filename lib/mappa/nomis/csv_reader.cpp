#include "mappa/nomis/csv_reader.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "mappa/base/text.hpp"
#include "mappa/nomis/csv_rows.hpp"
#include "mappa/nomis/csv_table.hpp"

namespace mappa {
namespace {

void add_alerts(RawRecord& record, std::string_view named, std::string_view cell, const AlertSyntax& syntax) {
  record.tells_alerts = true;
  record.alerts_named = named;
  for (const std::string_view piece : split(cell, syntax.between)) {
    if (trimmed(piece).empty()) continue;
    std::string alert(piece);
    if (syntax.parts != ':') std::ranges::replace(alert, syntax.parts, ':');
    record.alerts.push_back({std::move(alert), {}});
  }
}

// Adult is N in NOMIS, and A in copies of it that take the column at its name.
std::string_view youth_flag(std::string_view cell) {
  const auto word = trimmed(cell);
  return word == "A" || word == "a" ? "N" : cell;
}

void add_cell(RawRecord& record, const CsvColumn& column, std::string_view cell, const Mapping& mapping) {
  if (column.means.field == alerts_field) return add_alerts(record, column.name, cell, mapping.alerts);
  if (column.means.youth_code) cell = youth_flag(cell);
  record.fields.push_back({column.field, column.name, cell, RawType::cell, column.means.beats, column.format});
}

// What the mapping says of every row.
void add_constants(RawRecord& record, const Mapping& mapping) {
  for (const auto& [name, value] : mapping.constants) {
    if (name == alerts_field) add_alerts(record, name, value, mapping.alerts);
    else record.fields.push_back({find_nomis_field(name), name, value, RawType::cell, false, {}});
  }
}

// record: of the row before, to be filled anew.
void fill(RawRecord& record, const CsvHeader& header, const CsvRow& row, const Mapping& mapping) {
  record.line = row.line;
  record.text = row.raw;
  record.fields.clear();
  record.alerts.clear();
  record.problems.clear();
  auto problem = misfit(row, header.columns.size());
  record.whole = !problem;
  if (problem) {
    record.problems.push_back(std::move(*problem));
    return;
  }
  for (std::size_t i = 0; i < row.cells.size(); ++i)
    if (!header.columns[i].means.field.empty()) add_cell(record, header.columns[i], row.cells[i], mapping);
  add_constants(record, mapping);
}

}  // namespace

void read_csv(DecodedText& text, const Mapping& mapping, const std::string& file, const CsvUse& use) {
  CsvRows rows(text, ',');
  CsvRow row;
  const auto known = [&](const CsvRow& headers) { return headers_known(headers, mapping); };
  const auto separator = read_headers(rows, row, mapping.separator, known, file);
  if (!separator) return;
  const CsvHeader header = read_csv_header(row, *separator, mapping, file);
  use.begin(header);
  RawRecord record;
  for (;;) {
    if (rows.skip(use.skip)) continue;
    if (!rows.next(row)) return;
    fill(record, header, row, mapping);
    use.take(record);
  }
}

}  // namespace mappa
