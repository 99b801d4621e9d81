// A JSON export, of either shape.
#include <string>

#include "fuzz/promise.hpp"
#include "nomis/promises.hpp"

using namespace mappa;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    expect_none(broken_promises(read_named(std::string(as_text(data, size)), "export.json")));
  } catch (const Fault& fault) {
    expect_none(broken_promises(fault));
  }
  return 0;
}
