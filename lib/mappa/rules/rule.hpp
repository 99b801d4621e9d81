#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mappa/casebook/case.hpp"
#include "mappa/policy/policy.hpp"
#include "mappa/rules/finding.hpp"

namespace mappa {

// What a rule is asked for, besides the case.
struct Setting {
  Moment at;           // the moment of the release that is checked
  Date today;
  const Policy& policy;
  // The register's entry for where the person is; nullptr when it is unknown.
  const Facility* facility = nullptr;
  // Whether findings are to show their arithmetic, as `explain` does.
  bool working = false;
};

// When what a rule finds open is something that somebody owes, and `mappa due` lists.
enum class Duty {
  none,
  always,        // in prison already
  in_detention,  // while the person is held at a place of the immigration estate
  for_release,   // once a release into the community is planned
  after_release, // of somebody who has been released
};

// One question of the order. `ask` is pure.
struct Rule {
  std::string_view name;       // stored, printed, frozen by a test: "p14.licence-copy"
  int paragraph;
  Severity severity;           // as shipped; a policy file may change it
  Role who;                    // who must act, unless a finding names another
  std::string_view question;   // in a few words
  Findings (*ask)(const Case&, const Setting&);
  bool gate = false;           // answered "not met", it puts the release outside the order
  Duty duty = Duty::none;
  std::string_view kind = {};  // of what is due, in a word: "referral"; stored, printed, frozen by a test
  bool afterwards = false;     // still asked of somebody who has been released
  std::string_view advice = {};  // what asks for it, where that is another law than the order: advice, not the order's
};

// The kinds of what may be due, each once, in the order of the rules.
std::vector<std::string> due_kinds();

// Every rule, in the order of the order.
std::span<const Rule> rules();
const Rule* find_rule(std::string_view name);
std::vector<std::string> rule_names();

// The rule's severity under this policy.
Severity severity(const Rule& rule, const Policy& policy);

// Asks one rule and signs its findings with its name, paragraph, severity and role.
Findings ask(const Rule& rule, const Case& c, const Setting& setting);

}  // namespace mappa
