#include "coverage.hpp"

#include <map>
#include <utility>

#include "mappa/base/toml.hpp"
#include "scenario.hpp"

namespace scenarios {
namespace {

using namespace mappa;
using RuleAndAnswer = std::pair<std::string, std::string>;

const std::vector<std::string>& answers() {
  static const std::vector<std::string> all{"met", "not_met", "unknown", "not_applicable"};
  return all;
}

// The answers that scenarios name; one that is only as in the start is not shown.
std::map<RuleAndAnswer, std::string> shown(const std::vector<std::string>& files) {
  std::map<RuleAndAnswer, std::string> out;
  for (const auto& file : files) {
    const Scenario scenario = read_scenario(file);
    for (const auto& [rule, named] : scenario.expected.answers)
      for (const auto& answer : answers())
        if ((", " + named + ",").find(", " + answer + ",") != std::string::npos) {
          auto& names = out[{rule, answer}];
          names += (names.empty() ? "" : ", ") + scenario.name;
        }
  }
  return out;
}

std::map<RuleAndAnswer, std::string> reasons(const std::string& path) {
  std::map<RuleAndAnswer, std::string> out;
  Toml document = Toml::load(path);
  for (const auto& rule : rule_names()) {
    auto table = document.table(rule);
    if (!table) continue;
    for (const auto& answer : answers())
      if (const auto reason = table->text(answer)) out[{rule, answer}] = *reason;
    table->finish();
  }
  document.finish();
  return out;
}

}  // namespace

Coverage coverage(const std::vector<std::string>& files, const std::string& cannot_occur) {
  const auto found = shown(files);
  const auto known = reasons(cannot_occur);
  Coverage out;
  for (const auto& rule : rule_names())
    for (const auto& answer : answers()) {
      const RuleAndAnswer one{rule, answer};
      const bool is_shown = found.contains(one), cannot = known.contains(one);
      if (is_shown) out.lines.push_back(rule + " " + answer + ": " + found.at(one));
      if (cannot) out.lines.push_back(rule + " " + answer + ": cannot occur: " + known.at(one));
      if (!is_shown && !cannot) out.gaps.push_back(rule + " " + answer + ": no scenario shows it");
      if (is_shown && cannot) out.gaps.push_back(rule + " " + answer + ": listed as impossible, and shown by " + found.at(one));
    }
  return out;
}

}  // namespace scenarios
