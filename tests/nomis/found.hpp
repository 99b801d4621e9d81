#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mappa/nomis/export.hpp"

namespace mappa {

// All that reading a file finds.
struct Found : ReadExport {
  struct Person {
    std::size_t line = 0;
    NomisRow row;
    std::string bytes;  // what it is kept as
    Fingerprint fingerprint{};
  };
  std::vector<Person> people;
  std::vector<PrisonNumber> unchanged;  // known by their fingerprints
  std::vector<std::string> rejects;  // the records as they came
  Told told;
  Layout layout;
  int readings = 0;
};

// Reads as often as the file wants to be read, as an import does.
inline Found read_named(std::string text, std::string name, const Mapping& mapping = {},
                        const AlertsFile* alerts = nullptr, const KnownRow& known_rows = {}) {
  using namespace std::chrono;
  Input input = Input::of(std::move(text), std::move(name));
  const Survey look = survey(input, mapping.encoding);
  Foreknowledge known;
  for (int readings = 1;; ++readings) {
    Found out;
    out.readings = readings;
    const ExportUse use{
        [&](const Told& told, const Layout& layout) { out.told = told, out.layout = layout; },
        [&](TakenRow&& taken) {
          NomisRow row = nomis_row_from(taken.number, decode(taken.bytes));
          out.people.push_back({taken.line, std::move(row), std::move(taken.bytes), taken.fingerprint});
        },
        [&](const Checked&, std::string_view record) { out.rejects.emplace_back(record); },
        [](std::uint64_t) {},
        [&](const PrisonNumber& number) { out.unchanged.push_back(number); }};
    const ReadOptions options{.exported_on = 2026y / 11 / 20, .mapping = mapping, .alerts = alerts, .known = known_rows};
    static_cast<ReadExport&>(out) = read_nomis_export(input, look, options, known, use);
    if (!out.again) return out;
  }
}

}  // namespace mappa
