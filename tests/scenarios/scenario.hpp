#pragma once

#include <map>
#include <string>
#include <vector>

#include "mappa/rules/verdict.hpp"
#include "script.hpp"

namespace scenarios {

// What a scenario expects.
struct Expected {
  std::string verdict;
  std::optional<std::int64_t> warnings;
  std::map<std::string, std::string> answers;   // rule: "not_met", or several answers: "met, not_met"
  std::map<std::string, std::string> evidence;  // rule: the words of one of its findings
  std::map<std::string, std::string> mends;     // rule: "licence --copy-held --from", or "" for no record
  std::vector<std::string> shown;               // outside the order: the rules whose findings are shown
  bool shown_named = false;
};

struct Scenario {
  std::string name;    // of its file
  std::string about;   // its opening comment
  Script start, whole;
  Expected expected;
};

// Reads a scenario and its start (starts/NAME.toml beside it). Throws Fault when it is not well formed.
Scenario read_scenario(const std::string& path);

// Every rule's answer: "met", or "not_met, unknown" for several findings.
using Answers = std::map<std::string, std::string>;

struct Outcome {
  mappa::Verdict verdict;
  std::vector<mappa::Finding> findings;  // of every rule, those too that the verdict leaves out
  Answers answers;
  std::vector<std::string> oddities;     // findings that break what holds for all of them
};
Outcome run(const Script& script);

// What a finding says, and the record that mends it, in words.
std::string worded(const mappa::Said& said);
std::string worded(const std::optional<mappa::Mend>& mend);

// All that is not as expected; nothing when the scenario passes.
std::vector<std::string> differences(const Scenario& scenario);

}  // namespace scenarios
