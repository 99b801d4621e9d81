// A CSV export, and before it, if there is one, the mapping file that says what it means, ended by a line "%%". Behind
// it, begun by a line "%%%", a later export in which rows of it are known again; none: the same once more.
#include <optional>
#include <string>

#include "fuzz/promise.hpp"
#include "nomis/promises.hpp"

using namespace mappa;

namespace {

constexpr std::string_view end_of_mapping = "\n%%\n", begin_of_later = "\n%%%\n";

struct Files {
  std::string_view mapping, csv, later;
};

Files apart(std::string_view text) {
  Files out;
  if (const auto end = text.find(end_of_mapping); end != text.npos) {
    out.mapping = text.substr(0, end);
    text = text.substr(end + end_of_mapping.size());
  }
  const auto end = text.find(begin_of_later);
  out.csv = text.substr(0, end);
  out.later = end == text.npos ? text : text.substr(end + begin_of_later.size());
  return out;
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
    const Found found = read_named(std::string(files.csv), "export.csv", *mapping);
    expect_none(broken_promises(found));
    expect_none(broken_by_known_rows(found, std::string(files.later), *mapping));
  } catch (const Fault& fault) {
    expect_none(broken_promises(fault, *mapping != Mapping{}));
  }
  return 0;
}
