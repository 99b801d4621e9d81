#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "mappa/base/fault.hpp"
#include "mappa/base/text.hpp"
#include "mappa/casebook/body.hpp"
#include "nomis/found.hpp"

// What holds of every reading, whatever the file was: for the tests, and for those that look for a file of which
// it does not. Each function gives a sentence for each promise that is broken.
namespace mappa {

using Broken = std::vector<std::string>;

inline bool is_canonical_text(std::string_view value) {
  return !value.empty() && trimmed(value) == value && value.find("  ") == value.npos && value.find('\n') == value.npos;
}

inline bool is_canonical(NomisType type, const std::string& value) {
  switch (type) {
    case NomisType::text: return is_canonical_text(value);
    case NomisType::code: return is_canonical_text(value) && upper(value) == value && !value.ends_with('.');
    case NomisType::date: return date_from_iso(value).has_value();
    case NomisType::flag: return value == "yes" || value == "no";
  }
  return false;
}

inline void look_at_alerts(const std::vector<Alert>& alerts, Broken& broken) {
  for (std::size_t i = 0; i < alerts.size(); ++i) {
    const Alert& alert = alerts[i];
    if (alert_from_text(text(alert)) != alert) broken.push_back("an alert is not canonical: " + text(alert));
    if (i == 0) continue;
    const Alert& before = alerts[i - 1];
    if (std::tie(before.type, before.code) >= std::tie(alert.type, alert.code))
      broken.push_back("alerts are not in order, each once: " + text(alert));
  }
}

// A row that goes in is canonical, and what it is kept as says the same.
inline void look_at_person(const Found::Person& person, Broken& broken) {
  for (const auto& [field, value] : person.row.fields)
    if (!is_canonical(field->type, value))
      broken.push_back(std::string(field->name) + " is not canonical: " + value);
  look_at_alerts(person.row.alerts, broken);
  if (person.bytes != nomis_bytes(person.row, false)) broken.push_back("a row is kept as something else");
  try {
    if (nomis_row_from(person.row.number, decode(person.bytes)) != person.row)
      broken.push_back("a row that was kept is another when it is read: " + person.bytes);
  } catch (const Fault& fault) {
    broken.push_back("a row that was kept cannot be read: " + fault.happened() + " " + person.bytes);
  }
}

inline void look_at_problem(const Problem& problem, Broken& broken) {
  if (problem.id.empty() || problem.line == 0 || problem.what.empty() || problem.remedy.empty() || problem.file.empty())
    broken.push_back("a problem says too little: " + problem.id + " " + problem.what);
}

inline Broken broken_promises(const Found& result) {
  Broken broken;
  if (result.records != result.people.size() + result.unchanged.size() + result.rejected + result.repeated)
    broken.push_back("a record is not accounted for");
  if (result.rejects.size() != result.rejected) broken.push_back("a rejected record was not handed over");
  bool error = false;
  for (const Problem& problem : result.problems) {
    look_at_problem(problem, broken);
    error = error || problem.weight == Weight::error;
  }
  if (error != (result.rejected > 0)) broken.push_back("errors and rejected records do not go together");
  std::set<PrisonNumber> numbers;
  for (const Found::Person& person : result.people) {
    look_at_person(person, broken);
    if (!numbers.insert(person.row.number).second)
      broken.push_back("a person went in twice: " + person.row.number.text());
  }
  return broken;
}

// To know the rows of an earlier file changes nothing: whose row is known has, when the file is read without, the
// very row of the earlier one, and all else is the same. before: the earlier file, read.
inline Broken broken_by_known_rows(const Found& before, const std::string& text, const Mapping& mapping = {}) {
  std::map<Fingerprint, const Found::Person*> rows;
  for (const Found::Person& person : before.people)
    if (person.fingerprint != Fingerprint{}) rows.emplace(person.fingerprint, &person);
  const Found slow = read_named(text, "export.csv", mapping);
  const Found quick = read_named(text, "export.csv", mapping, nullptr, [&](const Fingerprint& one) -> std::optional<PrisonNumber> {
    const auto found = rows.find(one);
    return found == rows.end() ? std::nullopt : std::optional(found->second->row.number);
  });
  std::map<PrisonNumber, std::string> expected, came;
  for (const Found::Person& person : slow.people) expected[person.row.number] = person.bytes;
  for (const Found::Person& person : quick.people) came[person.row.number] = person.bytes;
  for (const PrisonNumber& number : quick.unchanged)
    for (const auto& [fingerprint, person] : rows)
      if (person->row.number == number) came[number] = person->bytes;
  Broken broken = broken_promises(quick);
  if (came != expected) broken.push_back("a known row is not the row that stands in the file");
  if (std::tie(quick.records, quick.rejected, quick.repeated, quick.rejects) != std::tie(slow.records, slow.rejected, slow.repeated, slow.rejects))
    broken.push_back("with known rows other records were rejected or repeated");
  const auto told = [](const Found& found) {
    std::string out;
    for (const Problem& one : found.problems) out += one.id + ":" + std::to_string(one.line) + " " + one.what + "\n";
    return out;
  };
  if (told(quick) != told(slow)) broken.push_back("with known rows something else was told:\n" + told(quick) + "instead of\n" + told(slow));
  return broken;
}

// A file that cannot be read at all ends with this, and with nothing else. mapped: somebody said what it means,
// and may be wrong.
inline Broken broken_promises(const Fault& fault, bool mapped = false) {
  const bool expected = fault.cause() == Cause::unreadable || (mapped && fault.cause() == Cause::configuration);
  if (expected && !fault.happened().empty() && !fault.remedy().empty()) return {};
  return {"an unexpected fault, or one that says too little: " + fault.happened()};
}

}  // namespace mappa
