// The rules agree with a table of conditions that was written from the order.
#include <doctest/doctest.h>

#include <algorithm>

#include "independent/table.hpp"
#include "mappa/rules/verdict.hpp"

using namespace mappa;
using namespace independent;

namespace {

std::string joined(std::vector<std::string> answers) {
  std::ranges::sort(answers);
  std::string out;
  for (const auto& one : answers) out += (out.empty() ? "" : " ") + one;
  return out;
}

// What the program answers, in the form of the table.
std::map<std::string, std::string> by_the_rules(const Somebody& somebody, const Policy& under) {
  const Case c = folded(casebook(somebody));
  const Setting setting = setting_for(c, moment_checked(somebody), today(), under);
  Verdict verdict = judge(c, setting);
  // A verdict outside the order shows only why it is.
  if (verdict.outcome == Outcome::outside_order) {
    verdict.findings.clear();
    for (const Rule& rule : rules())
      for (Finding& one : ask(rule, c, setting)) verdict.findings.push_back(std::move(one));
  }
  std::map<std::string, std::vector<std::string>> answers;
  for (const Finding& one : verdict.findings) answers[std::string(one.rule)].emplace_back(name(one.answer));
  std::map<std::string, std::string> out;
  for (auto& [rule, all] : answers) out[rule] = joined(std::move(all));
  out["verdict"] = name(verdict.outcome);
  return out;
}

// Where the two differ: "p14.licence-copy: the order says met, the program not_met".
std::string difference(const std::map<std::string, std::string>& order, const std::map<std::string, std::string>& program) {
  for (const auto& [what, expected] : order)
    if (const auto found = program.find(what); found == program.end() || found->second != expected)
      return what + ": the order says " + expected + ", the program " + (found == program.end() ? "nothing" : found->second);
  return {};
}

void agree_on(std::uint64_t seed, int count) {
  std::mt19937_64 random(seed);
  const Policy under = policy();
  std::map<std::string, int> outcomes;
  for (int i = 0; i < count; ++i) {
    const Somebody somebody = random_somebody(random);
    const auto order = by_the_order(somebody);
    const std::string differs = difference(order, by_the_rules(somebody, under));
    if (!differs.empty()) FAIL(differs, "\n", described(somebody));
    ++outcomes[order.at("verdict")];
  }
  // A comparison that never saw a clear compared nothing that matters.
  for (const char* outcome : {"clear", "not_clear", "cannot_decide", "outside_order"}) CHECK_MESSAGE(outcomes[outcome] > 0, outcome);
}

}  // namespace

TEST_CASE("the rules agree with the order on a hundred thousand people, the first quarter") { agree_on(1, MAPPA_PEOPLE); }
TEST_CASE("the rules agree with the order on a hundred thousand people, the second quarter") { agree_on(2, MAPPA_PEOPLE); }
TEST_CASE("the rules agree with the order on a hundred thousand people, the third quarter") { agree_on(3, MAPPA_PEOPLE); }
TEST_CASE("the rules agree with the order on a hundred thousand people, the last quarter") { agree_on(4, MAPPA_PEOPLE); }
