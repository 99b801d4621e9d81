// The table that says where each sentence of the order is kept whole.
#include "mappa/policy/coverage.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

#include "mappa/casebook/kind.hpp"
#include "mappa/policy/order.hpp"
#include "mappa/rules/rule.hpp"

using namespace mappa;

TEST_CASE("every paragraph is walked sentence by sentence, without a gap") {
  std::map<int, int> last;
  int paragraph = 1;
  for (const auto& one : coverage()) {
    CAPTURE(std::string(one.says));
    CHECK(one.paragraph >= paragraph);
    CHECK((one.number == 0 || one.number == last[one.paragraph] + 1));
    if (one.number != 0) last[one.paragraph] = one.number;
    paragraph = one.paragraph;
  }
  CHECK(last.size() == paragraphs().size());
}

TEST_CASE("whatever asks somebody to do something has a rule or a record, or says why it has none") {
  for (const auto& one : coverage()) {
    CAPTURE(std::string(one.says));
    const bool answered = !one.rules.empty() || !one.records.empty();
    CHECK((answered || !one.otherwise.empty()));
    // Only watching the contract is asked of somebody and is about nobody who is held.
    if (one.asks && !answered) CHECK((one.paragraph == 4 && one.number == 4));
    CHECK(one.says.size() <= 110);
    CHECK(one.says.ends_with("."));
  }
}

TEST_CASE("every rule and every kind of record serves a sentence, and what the table names exists") {
  std::set<std::string> rules_named, kinds_named;
  for (const auto& one : coverage()) {
    for (const auto& name : names_in(one.rules)) {
      CHECK_MESSAGE(find_rule(name), name);
      rules_named.insert(name);
    }
    for (const auto& name : names_in(one.records)) {
      CHECK_MESSAGE(find_kind(name), name);
      kinds_named.insert(name);
    }
  }
  for (const auto& name : bookkeeping_kinds()) kinds_named.emplace(name);
  for (const Rule& rule : rules()) CHECK_MESSAGE(rules_named.contains(std::string(rule.name)), std::string(rule.name));
  for (const Kind& kind : kinds()) CHECK_MESSAGE(kinds_named.contains(kind.name), kind.name);
}

TEST_CASE("a rule serves a sentence of its own paragraph") {
  for (const Rule& rule : rules()) {
    const bool own = std::ranges::any_of(coverage(), [&](const auto& one) {
      const auto names = names_in(one.rules);
      return one.paragraph == rule.paragraph && std::ranges::find(names, rule.name) != names.end();
    });
    CHECK_MESSAGE(own, std::string(rule.name));
  }
}
