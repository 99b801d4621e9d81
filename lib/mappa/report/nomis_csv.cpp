#include "mappa/report/nomis_csv.hpp"

#include <csv.h>

#include <string_view>
#include <utility>

#include "mappa/nomis/raw_record.hpp"

namespace mappa {
namespace {

// The library puts every cell in quotation marks; most do without, and are easier to read so.
std::string cell(std::string_view value) {
  if (value.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(value);
  std::string out(csv_write(nullptr, 0, value.data(), value.size()), '\0');
  csv_write(out.data(), out.size(), value.data(), value.size());
  return out;
}

std::string alerts_cell(const std::vector<Alert>& alerts) {
  std::string out;
  for (const Alert& alert : alerts) out += (out.empty() ? "" : ";") + text(alert);
  return cell(out);
}

}  // namespace

RowsText nomis_csv(std::vector<const NomisField*> fields) {
  RowsText out;
  out.start = prison_number_field;
  for (const NomisField* field : fields) out.start += "," + std::string(field->name);
  out.start += "," + std::string(alerts_field) + "\n";
  out.row = [fields = std::move(fields)](const NomisRow& row) {
    std::string line = row.number.text();
    for (const NomisField* field : fields) line += "," + cell(row.value(field->name));
    return line + "," + alerts_cell(row.alerts) + "\n";
  };
  return out;
}

}  // namespace mappa
