#include "mappa/nomis/csv_reader.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <optional>
#include <utility>

#include "mappa/base/text.hpp"
#include "mappa/nomis/csv_header.hpp"
#include "mappa/nomis/csv_rows.hpp"
#include "mappa/nomis/problem_ids.hpp"

namespace mappa {
namespace {

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

void add_alerts(RawRecord& record, const CsvColumn& column, std::string_view cell) {
  record.tells_alerts = true;
  record.alerts_named = column.name;
  for (const std::string_view piece : split(cell, ';'))
    if (!trimmed(piece).empty()) record.alerts.push_back({std::string(piece), {}});
}

// Adult is N in NOMIS, and A in copies of it that take the column at its name.
std::string youth_flag(std::string cell) { return upper(trimmed(cell)) == "A" ? "N" : std::move(cell); }

void add_cell(RawRecord& record, const CsvColumn& column, std::string cell) {
  if (column.means.field == alerts_field) return add_alerts(record, column, cell);
  if (column.means.youth_code) cell = youth_flag(std::move(cell));
  record.fields.push_back({column.field, column.name, std::move(cell), RawType::cell, column.means.beats});
}

RawRecord raw_record(const CsvHeader& header, CsvRow row) {
  RawRecord record;
  record.line = row.line;
  if (auto problem = misfit(header, row)) {
    record.whole = false;
    record.problems.push_back(std::move(*problem));
    return record;
  }
  record.fields.reserve(row.cells.size());
  for (std::size_t i = 0; i < row.cells.size(); ++i)
    if (!header.columns[i].means.field.empty()) add_cell(record, header.columns[i], std::move(row.cells[i]));
  return record;
}

}  // namespace

Problems read_csv(std::string_view text, const std::string& file, const TakeRecord& take) {
  std::optional<CsvHeader> header;
  read_csv_rows(text, [&](CsvRow row) {
    if (header)
      take(raw_record(*header, std::move(row)));
    else
      header = read_csv_header(row, file);
  });
  return header ? std::move(header->problems) : Problems{};
}

}  // namespace mappa
