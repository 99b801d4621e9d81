#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "mappa/base/problem.hpp"
#include "mappa/rules/rule.hpp"

namespace mappa {

// Something about which records may contradict themselves or each other. `ask` is pure, and finds only what
// contradicts: with both facts, their sources and what to do.
struct Contradiction {
  std::string_view id;        // stored, printed, frozen by a test: "v.recall-ends-before-it-begins"
  Weight weight;              // error: both cannot be true; warning: they hardly can
  Role who;                   // who must act
  std::string_view question;  // in a few words
  Findings (*ask)(const Case&, const Setting&);
};

// Every one, in the order in which they are asked.
std::span<const Contradiction> contradictions();

// What of a case contradicts: findings signed with their id, role and team.
struct Contradicting {
  const Contradiction* what;
  Finding finding;
};
std::vector<Contradicting> contradicting(const Case& c, const Setting& setting);

}  // namespace mappa
