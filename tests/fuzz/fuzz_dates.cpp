// One date as a cell holds it, in a column of no known format and in one of each.
#include <optional>
#include <string>

#include "fuzz/promise.hpp"
#include "mappa/base/text.hpp"
#include "mappa/nomis/date_value.hpp"

using namespace mappa;

namespace {

// What a reading says is one thing only, and a day that it takes is the same when it is read again.
void look_at(const DateValue& value, const std::string& given) {
  const int said = (value.date ? 1 : 0) + (value.error.empty() ? 0 : 1) + (value.means_none ? 1 : 0);
  expect(said == 1, "a date is not one of a day, an error and no day: " + given);
  expect(!value.month_first || !value.error.empty(), "a date is month-first, and no error: " + given);
  if (!value.date) return;
  const std::string canonical = iso(*value.date);
  expect(date_from_iso(canonical) == value.date, "a day cannot be kept: " + canonical);
  const DateValue again = read_date_value(canonical);
  expect(again.date == value.date && !again.time_dropped && !again.either_way,
         "a day is another when it is read again: " + canonical);
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto given = trimmed(as_text(data, size));
  if (given.empty()) return 0;
  const DateValue open = read_date_value(given);
  look_at(open, std::string(given));
  for (const DateFormat format : date_formats()) {
    const std::string about = std::string(given) + " as " + std::string(name(format));
    const DateValue value = read_date_value(given, format);
    look_at(value, about);
    expect(!value.either_way, "a known format leaves something open: " + about);
    const bool both = open.date && value.date && !has_month_first(format);
    expect(!both || open.date == value.date, "a known format takes another day: " + about);
  }
  return 0;
}
