// A mapping file: what it says is the same when it is written and read again.
#include <string>

#include "fuzz/promise.hpp"
#include "mappa/base/fault.hpp"
#include "mappa/nomis/mapping.hpp"
#include "mappa/nomis/raw_record.hpp"

using namespace mappa;

namespace {

Mapping read(std::string_view text) {
  Toml file = Toml::parse(text, "map.toml");
  return read_mapping(file);
}

void look_at(const Mapping& mapping) {
  const std::string written = as_toml(mapping);
  try {
    expect(read(written) == mapping, "a mapping is another when it is read again:\n" + written);
  } catch (const Fault& fault) {
    stop("a mapping cannot be read again: " + fault.happened() + "\n" + written);
  }
}

// Each header has one meaning, and no column of dates of birth leaves the century open.
void look_at_columns(const Mapping& mapping) {
  for (const Mapping::Column& column : mapping.columns) {
    const auto means = meaning(mapping, column.header);
    expect(means.has_value() != is_left_out(mapping, column.header), "a header is unknown: " + column.header);
    const auto format = date_format(mapping, column.header);
    expect(!format || means, "a header that means nothing holds dates: " + column.header);
    expect(!format || means->field != "dateOfBirth" || !has_short_year(*format), "a date of birth has two digits");
  }
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const Mapping mapping = read(as_text(data, size));
    look_at(mapping);
    look_at_columns(mapping);
  } catch (const Fault& fault) {
    expect(fault.cause() == Cause::configuration && !fault.happened().empty() && !fault.remedy().empty(),
           "an unexpected fault, or one that says too little: " + fault.happened());
  }
  return 0;
}
