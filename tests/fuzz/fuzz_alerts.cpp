// One alert, and the same text as the alerts of a person in a CSV file, with and without a mapping.
#include <string>

#include "fuzz/promise.hpp"
#include "nomis/promises.hpp"

using namespace mappa;

namespace {

void one_alert(std::string_view given) {
  const auto alert = alert_from_text(given);
  if (!alert) return;
  const std::string written = text(*alert);
  expect(alert_from_text(written) == alert, "an alert is another when it is read again: " + written);
  expect(written.find(';') == written.npos, "an alert holds what stands between alerts: " + written);
}

std::string as_cell(std::string_view value) {
  std::string cell = "\"";
  for (const char c : value) cell += c == '"' ? std::string("\"\"") : std::string(1, c);
  return cell + '"';
}

void alerts_of_person(std::string_view given, const AlertSyntax& syntax) {
  Mapping mapping;
  mapping.alerts = syntax;
  try {
    expect_none(broken_promises(
        read_named("prisonerNumber,alerts\nA1234BC," + as_cell(given) + "\n", "export.csv", mapping)));
  } catch (const Fault& fault) {
    expect_none(broken_promises(fault));
  }
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto given = as_text(data, size);
  one_alert(given);
  alerts_of_person(given, {});
  alerts_of_person(given, {.between = ',', .parts = '-'});
  return 0;
}
