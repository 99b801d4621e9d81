#include "mappa/nomis/csv_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <utility>

#include "mappa/base/text.hpp"
#include "mappa/nomis/csv_rows.hpp"
#include "mappa/nomis/problem_ids.hpp"

namespace mappa {
namespace {

constexpr std::array separators{',', ';', '\t'};

// Which problem keeps a row from being told into cells; nothing when its cells fit the headers.
std::optional<Problem> misfit(const CsvHeader& header, const CsvRow& row) {
  if (row.torn)
    return make_problem(nomis_problem::quotes, "", "",
                        "A quotation mark stands inside a cell or is never closed.");
  const std::size_t cells = row.cells.size();
  const std::size_t headers = header.columns.size();
  if (cells == headers) return std::nullopt;
  return make_problem(
      nomis_problem::cells, "", "",
      fmt::format("The row has {} cell{}, but there are {} headers.", cells, cells == 1 ? "" : "s", headers));
}

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
  auto problem = misfit(header, row);
  record.whole = !problem;
  if (problem) {
    record.problems.push_back(std::move(*problem));
    return;
  }
  for (std::size_t i = 0; i < row.cells.size(); ++i)
    if (!header.columns[i].means.field.empty()) add_cell(record, header.columns[i], row.cells[i], mapping);
  add_constants(record, mapping);
}

// The separator that tells most headers apart; where two do, the one that makes more columns.
char separator_of(CsvRows& rows, CsvRow& row, const Mapping& mapping) {
  if (mapping.separator) return *mapping.separator;
  char best = separators.front();
  std::pair<std::size_t, std::size_t> most{0, 0};
  for (const char separator : separators) {
    rows.again(separator);
    rows.next(row);
    const std::pair found{headers_known(row, mapping), row.cells.size()};
    if (found > most) {
      most = found;
      best = separator;
    }
  }
  return best;
}

}  // namespace

void read_csv(DecodedText& text, const Mapping& mapping, const std::string& file, const std::function<void(const CsvHeader&)>& begin,
              const TakeRecord& take) {
  CsvRows rows(text, separators.front());
  CsvRow row;
  if (!rows.next(row)) return;
  const char separator = separator_of(rows, row, mapping);
  rows.again(separator);
  rows.next(row);
  const CsvHeader header = read_csv_header(row, separator, mapping, file);
  begin(header);
  RawRecord record;
  while (rows.next(row)) {
    fill(record, header, row, mapping);
    take(record);
  }
}

}  // namespace mappa
