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
    case Duty::after_release: return " after-release";
  }
  return "";
}

// "p14.licence-copy 14 blocks supplier for-release paper", and what else is special about it.
std::string line(const Rule& rule) {
  std::string out = std::string(rule.name) + " " + std::to_string(rule.paragraph) + " " + std::string(name(rule.severity)) + " " +
                    std::string(name(rule.who));
  if (rule.gate) out += " gate";
  out += duty(rule.duty);
  if (rule.duty != Duty::none) out += " " + std::string(rule.kind);
  if (rule.afterwards) out += " afterwards";
  if (!rule.advice.empty()) out += " (" + std::string(rule.advice) + ")";
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
      "p5.placement 5 warns depmu in-detention placement",
      "p5.hold 5 blocks caseworker for-release plan",
      "p5.recall 5 blocks offender-manager for-release plan",
      "p5.arrangements 5 blocks offender-manager for-release plan",
      "p5.earlier-spell 5 informs caseworker",
      "p6.mappa-status 6 blocks offender-manager for-release status",
      "p6.category 6 blocks offender-manager for-release status",
      "p6.category-supported 6 warns offender-manager",
      "p6.category-4 6 warns mappa-co-ordinator",
      "p6.nomis-flag 6 warns holding-prison always nomis",
      "p6.nomis-codes 6 warns holding-prison always nomis",
      "p7.level 7 blocks offender-manager always level",
      "p7.level-in-time 7 warns offender-manager",
      "p7.level-continues 7 informs offender-manager",
      "p7.lead 7 blocks offender-manager for-release lead",
      "p7.responsibility 7 informs offender-manager",
      "p7.handover 7 informs offender-manager always licence",
      "p7.still-mappa 7 warns offender-manager always licence",
      "p8.provider 8 warns offender-manager for-release lead",
      "p8.young-offender 8 warns holding-prison",
      "p8.supervision 8 informs offender-manager",
      "p9.referral 9 blocks offender-manager always referral",
      "p9.identified-in-time 9 warns offender-manager always identification",
      "p9.review 9 warns offender-manager always review",
      "p10.case-owner 10 warns mappa-co-ordinator in-detention case-owner",
      "p10.involvement 10 warns case-owner in-detention contribution",
      "p10.contribution 10 warns case-owner in-detention contribution",
      "p10.contribution-covers 10 warns case-owner in-detention contribution",
      "p11.request 11 warns mappa-co-ordinator always request",
      "p11.attendance 11 warns case-owner always attendance",
      "p11.part-c 11 warns supplier-security always report",
      "p12.nomis-age 12 warns caseworker always nomis",
      "p12.nomis-since-arrival 12 blocks caseworker for-release nomis",
      "p12.sides-agree 12 warns holding-prison always nomis",
      "p12.risk-assessment 12 warns depmu in-detention risk-assessment",
      "p12.nomis-enough 12 warns holding-prison in-detention nomis",
      "p12.special-conditions 12 warns depmu in-detention special-conditions",
      "p12.placement 12 warns depmu in-detention placement",
      "p13.visiting-arrangements 13 warns supplier in-detention visits",
      "p14.licence-copy 14 blocks supplier for-release paper",
      "p14.notification 14 blocks supplier for-release paper",
      "p14.notified 14 informs offender-manager after-release notification afterwards (Sexual Offences Act 2003)",
      "p15.daytime 15 warns det for-release plan afterwards",
      "p15.released-by 15 warns det afterwards",
      "p15.case-owner-told 15 warns det for-release plan afterwards",
  };
  CHECK(found == expected);
}

TEST_CASE("the kinds of what is due are frozen, and every duty has one") {
  CHECK(due_kinds() == std::vector<std::string>{"placement", "plan", "status", "nomis", "level", "lead", "licence", "referral",
                                                "identification", "review", "case-owner", "contribution", "request",
                                                "attendance", "report", "risk-assessment", "special-conditions", "visits",
                                                "paper", "notification"});
  for (const Rule& rule : rules()) {
    CAPTURE(std::string(rule.name));
    CHECK(rule.kind.empty() == (rule.duty == Duty::none));
    // A kind is never taken for a rule.
    CHECK_FALSE(find_rule(rule.kind));
  }
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
