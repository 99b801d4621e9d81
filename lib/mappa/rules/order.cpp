#include <algorithm>
#include <array>
#include <unordered_map>

#include "mappa/rules/paragraph_rules.hpp"

namespace mappa {
namespace {

using enum Severity;
using enum Duty;
constexpr bool gate = true, afterwards = true;

// The order of the order. Severities are shipped as they stand here.
constexpr std::array order{
    Rule{"p1.england-and-wales", 1, informs, Role::case_owner, "Held in England or Wales?", held_in_england_or_wales, gate},
    Rule{"p3.foreign-national", 3, informs, Role::case_owner, "A foreign national?", foreign_national, gate},
    Rule{"p3.time-served", 3, informs, Role::case_owner, "Custodial part served?", time_served, gate},
    Rule{"p3.immigration-estate", 3, informs, Role::case_owner, "Held in the immigration estate?", held_in_the_immigration_estate, gate},
    Rule{"p4.teams", 4, informs, Role::caseworker, "Which team acts here?", teams_known},
    Rule{"p5.not-released", 5, informs, Role::caseworker, "Still in detention?", not_released_already, gate},
    Rule{"p5.community", 5, informs, Role::case_owner, "Released into the community?", into_the_community, gate},
    Rule{"p5.placement", 5, warns, Role::depmu, "Held where DEPMU placed the person?", held_as_placed, !gate, in_detention, "placement"},
    Rule{"p5.hold", 5, blocks, Role::caseworker, "Free of any hold?", nothing_holds_the_person, !gate, for_release, "plan"},
    Rule{"p5.recall", 5, blocks, Role::offender_manager, "Free of any recall?", no_recall_in_force, !gate, for_release, "plan"},
    Rule{"p5.arrangements", 5, blocks, Role::offender_manager, "Arrangements for this release confirmed?", arrangements_confirmed, !gate, for_release, "plan"},
    Rule{"p5.earlier-spell", 5, informs, Role::caseworker, "Anything left of an earlier spell?", deeds_of_an_earlier_spell},
    Rule{"p6.mappa-status", 6, blocks, Role::offender_manager, "MAPPA status known?", mappa_status_known, !gate, for_release, "status"},
    Rule{"p6.category", 6, blocks, Role::offender_manager, "Category known?", category_known, !gate, for_release, "status"},
    Rule{"p6.category-supported", 6, warns, Role::offender_manager, "Does what is recorded bear out the category?", category_supported},
    Rule{"p6.category-4", 6, warns, Role::mappa_coordinator, "A category that version 3.0 knows?", category_in_this_version},
    Rule{"p6.nomis-flag", 6, warns, Role::holding_prison, "Flagged on NOMIS?", flagged_on_nomis, !gate, always, "nomis"},
    Rule{"p6.nomis-codes", 6, warns, Role::holding_prison, "NOMIS alerts in order?", codes_in_order, !gate, always, "nomis"},
    Rule{"p7.level", 7, blocks, Role::offender_manager, "Level set?", level_set, !gate, always, "level"},
    Rule{"p7.level-in-time", 7, warns, Role::offender_manager, "Level set in time?", level_set_in_time},
    Rule{"p7.level-continues", 7, informs, Role::offender_manager, "The level goes on in detention?", level_goes_on},
    Rule{"p7.lead", 7, blocks, Role::offender_manager, "Who manages the person?", lead_named, !gate, for_release, "lead"},
    Rule{"p7.responsibility", 7, informs, Role::offender_manager, "Until when does the offender manager answer?", responsible_until},
    Rule{"p7.handover", 7, informs, Role::offender_manager, "Who answers once the licence has ended?", handover_settled, !gate, always, "licence"},
    Rule{"p7.still-mappa", 7, warns, Role::offender_manager, "Still under MAPPA?", still_mappa, !gate, always, "licence"},
    Rule{"p8.provider", 8, warns, Role::offender_manager, "Managed by the right service?", provider_is_the_right_one, !gate, for_release, "lead"},
    Rule{"p8.young-offender", 8, warns, Role::holding_prison, "A young offender?", age_and_flag_agree},
    Rule{"p8.supervision", 8, informs, Role::offender_manager, "Who supervises after release?", supervision_after_release},
    Rule{"p9.referral", 9, blocks, Role::offender_manager, "Referral made?", referral_made, !gate, always, "referral"},
    Rule{"p9.identified-in-time", 9, warns, Role::offender_manager, "Identified in time?", identified_in_time, !gate, always, "identification"},
    Rule{"p9.review", 9, warns, Role::offender_manager, "Reviewed after the referral?", referral_reviewed, !gate, always, "review"},
    Rule{"p10.case-owner", 10, warns, Role::mappa_coordinator, "Case owner named?", case_owner_named, !gate, in_detention, "case-owner"},
    Rule{"p10.involvement", 10, warns, Role::case_owner, "Home Office involved at level 1?", involved_at_level_1, !gate, in_detention, "contribution"},
    Rule{"p10.contribution", 10, warns, Role::case_owner, "Home Office contribution to the plan?", contributed_at_levels_2_and_3, !gate, in_detention, "contribution"},
    Rule{"p10.contribution-covers", 10, warns, Role::case_owner, "Does it cover everything?", contribution_covers_everything, !gate, in_detention, "contribution"},
    Rule{"p11.request", 11, warns, Role::mappa_coordinator, "Requests for information answered?", requests_answered, !gate, always, "request"},
    Rule{"p11.attendance", 11, warns, Role::case_owner, "Meetings attended when asked?", meetings_attended, !gate, always, "attendance"},
    Rule{"p11.part-c", 11, warns, Role::supplier_security, "IS91 Part C with everybody?", reports_with_everybody, !gate, always, "report"},
    Rule{"p12.nomis-age", 12, warns, Role::caseworker, "NOMIS data recent?", nomis_not_old, !gate, always, "nomis"},
    Rule{"p12.nomis-since-arrival", 12, blocks, Role::caseworker, "NOMIS data newer than the arrival?", nomis_not_older_than_detention, !gate, for_release, "nomis"},
    Rule{"p12.sides-agree", 12, warns, Role::holding_prison, "NOMIS and casebook agree?", both_sides_agree, !gate, always, "nomis"},
    Rule{"p12.risk-assessment", 12, warns, Role::depmu, "Risk assessment received?", risk_assessment_received, !gate, in_detention, "risk-assessment"},
    Rule{"p12.nomis-enough", 12, warns, Role::holding_prison, "Did NOMIS hold enough for it?", nomis_held_enough, !gate, in_detention, "nomis"},
    Rule{"p12.special-conditions", 12, warns, Role::depmu, "Special conditions on CID?", special_conditions_recorded, !gate, in_detention, "special-conditions"},
    Rule{"p12.placement", 12, warns, Role::depmu, "Placed by the risk assessment?", placed_by_the_assessment, !gate, in_detention, "placement"},
    Rule{"p13.visiting-arrangements", 13, warns, Role::supplier, "Visits arranged so that children are safe?", visits_arranged, !gate, in_detention, "visits"},
    Rule{"p14.licence-copy", 14, blocks, Role::supplier, "Licence copy in the person's hands?", licence_copy_held, !gate, for_release, "paper"},
    Rule{"p14.notification", 14, blocks, Role::supplier, "Notification requirements issued again?", notification_reissued, !gate, for_release, "paper"},
    Rule{"p14.notified", 14, informs, Role::offender_manager, "Police notified within three days?", police_notified, !gate, after_release,
         "notification", afterwards, "Sexual Offences Act 2003"},
    Rule{"p15.daytime", 15, warns, Role::det, "In daytime?", in_daytime, !gate, for_release, "plan", afterwards},
    Rule{"p15.released-by", 15, warns, Role::det, "Released by the DET?", released_by_the_det, !gate, Duty::none, "", afterwards},
    Rule{"p15.case-owner-told", 15, warns, Role::det, "Case owner told?", case_owner_told, !gate, for_release, "plan", afterwards},
};

}  // namespace

std::span<const Rule> rules() { return order; }

const Rule* find_rule(std::string_view name) {
  static const auto by_name = [] {
    std::unordered_map<std::string_view, const Rule*> out;
    for (const Rule& rule : order) out.emplace(rule.name, &rule);
    return out;
  }();
  const auto found = by_name.find(name);
  return found == by_name.end() ? nullptr : found->second;
}

std::vector<std::string> due_kinds() {
  std::vector<std::string> out;
  for (const Rule& rule : order)
    if (rule.duty != Duty::none && std::ranges::find(out, rule.kind) == out.end()) out.emplace_back(rule.kind);
  return out;
}

std::vector<std::string> rule_names() {
  std::vector<std::string> out;
  for (const Rule& rule : order) out.emplace_back(rule.name);
  return out;
}

Severity severity(const Rule& rule, const Policy& policy) {
  if (policy.severity.empty()) return rule.severity;
  const auto changed = policy.severity.find(rule.name);
  return changed == policy.severity.end() ? rule.severity : changed->second;
}

Findings ask(const Rule& rule, const Case& c, const Setting& setting) {
  Findings out = rule.ask(c, setting);
  for (Finding& one : out) {
    one.rule = rule.name;
    one.paragraph = rule.paragraph;
    one.severity = severity(rule, setting.policy);
    one.gate = rule.gate;
    if (one.who == Role::caseworker) one.who = rule.who;
    one.responsible = responsible(one.who, c, setting.facility, setting.policy.facilities);
  }
  return out;
}

}  // namespace mappa
