// Names of rules, answers and outcomes are stored and printed: they are frozen.
#include <doctest/doctest.h>

#include <set>

#include "mappa/policy/order.hpp"
#include "mappa/rules/verdict.hpp"

using namespace mappa;

namespace {

std::string duty(Duty duty) {
  switch (duty) {
    case Duty::none: return "";
    case Duty::always: return " always";
    case Duty::in_detention: return " in-detention";
    case Duty::for_release: return " for-release";
  }
  return "";
}

// "p14.licence-copy 14 blocks supplier for-release", and what else is special about it.
std::string line(const Rule& rule) {
  std::string out = std::string(rule.name) + " " + std::to_string(rule.paragraph) + " " + std::string(name(rule.severity)) + " " +
                    std::string(name(rule.who));
  if (rule.gate) out += " gate";
  out += duty(rule.duty);
  if (rule.afterwards) out += " afterwards";
  return out;
}

}  // namespace

TEST_CASE("the rules, their order, paragraphs, severities and roles are frozen") {
  std::vector<std::string> found;
  for (const Rule& rule : rules()) found.push_back(line(rule));
  const std::vector<std::string> expected{
      "p1.england-and-wales 1 informs case-owner gate",
      "p3.foreign-national 3 informs case-owner gate",
      "p3.time-served 3 informs case-owner gate",
      "p3.immigration-estate 3 informs case-owner gate",
      "p4.teams 4 informs caseworker",
      "p5.not-released 5 informs caseworker gate",
      "p5.community 5 informs case-owner gate",
      "p5.placement 5 warns depmu in-detention",
      "p5.hold 5 blocks caseworker for-release",
      "p5.recall 5 blocks offender-manager for-release",
      "p5.arrangements 5 blocks offender-manager for-release",
      "p5.earlier-spell 5 informs caseworker",
      "p6.mappa-status 6 blocks offender-manager for-release",
      "p6.category 6 blocks offender-manager for-release",
      "p6.category-supported 6 warns offender-manager",
      "p6.category-4 6 warns mappa-co-ordinator",
      "p6.nomis-flag 6 warns holding-prison always",
      "p6.nomis-codes 6 warns holding-prison always",
      "p7.level 7 blocks offender-manager always",
      "p7.level-in-time 7 warns offender-manager",
      "p7.level-continues 7 informs offender-manager",
      "p7.lead 7 blocks offender-manager for-release",
      "p7.responsibility 7 informs offender-manager",
      "p7.still-mappa 7 warns offender-manager",
      "p8.provider 8 warns offender-manager for-release",
      "p8.young-offender 8 warns holding-prison",
      "p8.supervision 8 informs offender-manager",
      "p9.referral 9 blocks offender-manager always",
      "p9.identified-in-time 9 warns offender-manager always",
      "p9.review 9 warns offender-manager always",
      "p10.case-owner 10 warns mappa-co-ordinator in-detention",
      "p10.involvement 10 warns case-owner in-detention",
      "p10.contribution 10 warns case-owner in-detention",
      "p10.contribution-covers 10 warns case-owner in-detention",
      "p11.request 11 warns mappa-co-ordinator always",
      "p11.attendance 11 warns case-owner always",
      "p11.part-c 11 warns supplier-security always",
      "p12.nomis-age 12 warns caseworker",
      "p12.nomis-since-arrival 12 blocks caseworker for-release",
      "p12.sides-agree 12 warns holding-prison always",
      "p12.risk-assessment 12 warns depmu in-detention",
      "p12.nomis-enough 12 warns holding-prison in-detention",
      "p12.special-conditions 12 warns depmu in-detention",
      "p12.placement 12 warns depmu in-detention",
      "p13.visiting-arrangements 13 warns supplier in-detention",
      "p14.licence-copy 14 blocks supplier for-release",
      "p14.notification 14 blocks supplier for-release",
      "p15.daytime 15 warns det for-release afterwards",
      "p15.released-by 15 warns det afterwards",
      "p15.case-owner-told 15 warns det for-release afterwards",
  };
  CHECK(found == expected);
}

TEST_CASE("every rule has a name of its own, a question, and a paragraph of the order") {
  std::set<std::string_view> names;
  int before = 0;
  for (const Rule& rule : rules()) {
    CAPTURE(std::string(rule.name));
    CHECK(names.insert(rule.name).second);
    CHECK(rule.name.starts_with("p" + std::to_string(rule.paragraph) + "."));
    CHECK((rule.question.ends_with("?")));
    CHECK(rule.paragraph >= before);
    CHECK(rule.paragraph <= static_cast<int>(paragraphs().size()));
    CHECK(find_rule(rule.name) == &rule);
    before = rule.paragraph;
  }
  CHECK_FALSE(find_rule("p14.licence"));
  CHECK(rule_names().size() == rules().size());
}

TEST_CASE("answers and outcomes are frozen") {
  CHECK(name(Answer::met) == "met");
  CHECK(name(Answer::not_met) == "not_met");
  CHECK(name(Answer::unknown) == "unknown");
  CHECK(name(Answer::not_applicable) == "not_applicable");
  CHECK(name(Outcome::clear) == "clear");
  CHECK(name(Outcome::not_clear) == "not_clear");
  CHECK(name(Outcome::cannot_decide) == "cannot_decide");
  CHECK(name(Outcome::outside_order) == "outside_order");
}
