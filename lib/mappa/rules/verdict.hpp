#pragma once

#include <optional>
#include <string>
#include <vector>

#include "mappa/rules/earliest_release.hpp"
#include "mappa/rules/rule.hpp"

namespace mappa {

enum class Outcome { clear, not_clear, cannot_decide, outside_order };
std::string_view name(Outcome outcome);  // "not_clear"

// All the answers together.
struct Verdict {
  Outcome outcome = Outcome::cannot_decide;
  // In the order of the rules. Outside the order only those that say why; after a release also what is
  // wrong with that release itself (paragraph 15).
  std::vector<Finding> findings;
  // Findings of severity `warns` that are not met or unknown, and do not wait for another rule's answer.
  int warnings = 0;
};

// The verdict comes from findings of severity `blocks` only: any not met, not clear; else any unknown,
// cannot decide; else clear. A gate that is not met puts the release outside the order.
Verdict judge(const Case& c, const Setting& setting);

// The same outcome from the findings that decide it alone: those that block where they are not met, and those that put the
// release outside the order. For very many cases: who must act is not worked out, and warnings are not counted.
Verdict judge_in_short(const Case& c, const Setting& setting);

// What blocks, most decisive first: what stands against any release, then the fact on which most other answers wait,
// then what can be known, then what must be done. Of a verdict in short as well.
std::vector<const Finding*> blocking(const Verdict& verdict);

// The setting for a case: finds its facility in the policy's register.
Setting setting_for(const Case& c, Moment at, Date today, const Policy& policy);

// A digest of the order's version, every rule with its severity, every parameter and facility: two
// verdicts under one digest were made by the same policy.
std::string policy_digest(const Policy& policy);

}  // namespace mappa
