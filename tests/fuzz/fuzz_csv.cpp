// A CSV export, and before it, if there is one, the mapping file that says what it means, ended by a line "%%".
#include <optional>
#include <string>

#include "fuzz/promise.hpp"
#include "nomis/promises.hpp"

using namespace mappa;

namespace {

constexpr std::string_view end_of_mapping = "\n%%\n";

struct Files {
  std::string_view mapping;
  std::string_view csv;
};

Files apart(std::string_view text) {
  const auto end = text.find(end_of_mapping);
  if (end == text.npos) return {{}, text};
  return {text.substr(0, end), text.substr(end + end_of_mapping.size())};
}

// Nothing where it is none: what that has to say is the business of fuzz_mapping.
std::optional<Mapping> mapping_of(std::string_view text) {
  try {
    Toml file = Toml::parse(text, "map.toml");
    return read_mapping(file);
  } catch (const Fault&) {
    return std::nullopt;
  }
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Files files = apart(as_text(data, size));
  const auto mapping = mapping_of(files.mapping);
  if (!mapping) return 0;
  try {
    expect_none(broken_promises(read_named(std::string(files.csv), "export.csv", *mapping)));
  } catch (const Fault& fault) {
    expect_none(broken_promises(fault, *mapping != Mapping{}));
  }
  return 0;
}
