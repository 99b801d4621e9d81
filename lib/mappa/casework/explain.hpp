#pragma once

#include <optional>
#include <string>
#include <vector>

#include "mappa/casework/desk.hpp"
#include "mappa/policy/order.hpp"

namespace mappa {

// A paragraph with its rules and parameters, and for a case what each rule finds and by what arithmetic.
struct Explanation {
  Paragraph paragraph;
  struct Asked {
    const Rule* rule;
    Severity severity;
    Findings findings;               // empty without a case
  };
  std::vector<Asked> rules;
  std::vector<Parameter> parameters;
  std::optional<PrisonNumber> number;
  std::string name;
  std::optional<Moment> at;
  std::optional<Facility> facility;
  EntryNotes notes;
  std::vector<std::string> differences;  // what the configuration changed in the policy
};

// what: "p9", "9", or a rule's name. Throws Fault (not_found) for anything else, naming the nearest rule.
// loaded: the case, if one was named; the very same rules as in a release check are asked.
Explanation explain(const std::string& what, const LoadedCase* loaded, const Desk& desk);

// What explain() takes: "p1" to "p15", and the name of every rule.
std::vector<std::string> explainable();

}  // namespace mappa
