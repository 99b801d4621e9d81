#include "mappa/casework/explain.hpp"

#include <algorithm>

#include "mappa/base/fault.hpp"
#include "mappa/base/nearest.hpp"
#include "mappa/base/text.hpp"
#include "mappa/casework/check_release.hpp"
#include "mappa/casework/policy_in_force.hpp"
#include "mappa/rules/verdict.hpp"

namespace mappa {
namespace {

std::optional<int> paragraph_number(std::string_view what) {
  if (what.starts_with('p') || what.starts_with('P')) what.remove_prefix(1);
  int number = 0;
  for (const char digit : what) {
    if (digit < '0' || digit > '9' || number > 99) return std::nullopt;
    number = number * 10 + (digit - '0');
  }
  const auto all = paragraphs();
  const bool known = !what.empty() && number >= 1 && number <= static_cast<int>(all.size());
  return known ? std::optional{number} : std::nullopt;
}

Fault nothing_of_that_name(const std::string& what) {
  auto names = rule_names();
  const auto near = nearest(what, names);
  return {Cause::not_found, "There is no paragraph or rule \"" + safe(what) + "\".",
          near ? "Did you mean \"" + *near + "\"?" : "Paragraphs are p1 to p15; every finding shows the name of its rule."};
}

}  // namespace

std::vector<std::string> explainable() {
  std::vector<std::string> out;
  for (const Paragraph& one : paragraphs()) out.push_back("p" + std::to_string(one.number));
  for (auto& name : rule_names()) out.push_back(std::move(name));
  return out;
}

Explanation explain(const std::string& what, const LoadedCase* loaded, const Desk& desk) {
  const Rule* only = find_rule(lower(what));
  const auto number = only ? std::optional{only->paragraph} : paragraph_number(what);
  if (!number) throw nothing_of_that_name(what);
  Explanation out{paragraphs()[static_cast<std::size_t>(*number - 1)], {}, {}, {}, {}, {}, {}, {}, policy_differences(desk.policy)};
  std::optional<Setting> setting;
  if (loaded) {
    const Case& c = loaded->folded;
    setting.emplace(setting_now(c, desk));
    setting->working = true;
    out.number = c.number;
    out.name = c.name();
    out.at = setting->at;
    if (setting->facility) out.facility = *setting->facility;
    out.notes = notes_on(*loaded);
  }
  for (const Rule& rule : rules()) {
    if (only ? &rule != only : rule.paragraph != *number) continue;
    out.rules.push_back({&rule, severity(rule, desk.policy), setting ? ask(rule, loaded->folded, *setting) : Findings{}});
  }
  for (const Parameter& one : parameters(desk.policy))
    if (one.paragraph == *number) out.parameters.push_back(one);
  return out;
}

}  // namespace mappa
