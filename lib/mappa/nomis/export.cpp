#include "mappa/nomis/export.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "mappa/base/text.hpp"
#include "mappa/nomis/check.hpp"
#include "mappa/nomis/csv_reader.hpp"
#include "mappa/nomis/duplicates.hpp"
#include "mappa/nomis/input_text.hpp"
#include "mappa/nomis/json_reader.hpp"

namespace mappa {
namespace {

bool is_json(std::string_view text) {
  const char first = trimmed(text).front();
  return first == '[' || first == '{';
}

// Every record in turn, checked as soon as it is read.
Problems read(std::string_view text, const std::string& file, const TakeRecord& take) {
  if (!is_json(text)) return read_csv(text, file, take);
  read_json(text, file, take);
  return {};
}

void note_fields(const RawRecord& record, NomisExport& result) {
  result.alerts = result.alerts || record.tells_alerts;
  for (const RawField& one : record.fields)
    if (one.field && !result.fields.contains(one.field->name)) result.fields.emplace(one.field->name);
}

void add(NomisExport& result, Checked record) {
  ++result.records;
  std::ranges::move(record.problems, std::back_inserter(result.problems));
  if (record.row)
    result.people.push_back({record.line, std::move(*record.row)});
  else if (!record.taken_once)
    ++result.rejected;
}

}  // namespace

NomisExport read_nomis_export(std::string_view bytes, const std::string& file) {
  const std::string_view text = input_text(bytes, file);
  std::vector<Checked> records;
  NomisExport result;
  result.problems = read(text, file, [&](const RawRecord& record) {
    note_fields(record, result);
    records.push_back(check(record));
  });
  settle_date_order(records);
  settle_duplicates(records, is_json(text) ? "Record" : "Line");
  for (Checked& record : records) add(result, std::move(record));
  for (Problem& problem : result.problems) problem.file = file;
  return result;
}

}  // namespace mappa
