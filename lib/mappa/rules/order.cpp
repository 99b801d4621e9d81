#include <algorithm>
#include <array>

#include "mappa/rules/paragraph_rules.hpp"

namespace mappa {
namespace {

using enum Severity;
constexpr bool gate = true, due = true, afterwards = true;

// The order of the order. Severities are shipped as they stand here.
constexpr std::array order{
    Rule{"p1.england-and-wales", 1, informs, Role::case_owner, "Held in England or Wales?", held_in_england_or_wales, gate},
    Rule{"p3.foreign-national", 3, informs, Role::case_owner, "A foreign national?", foreign_national, gate},
    Rule{"p5.not-released", 5, informs, Role::caseworker, "Still in detention?", not_released_already, gate},
    Rule{"p5.community", 5, informs, Role::case_owner, "Released into the community?", into_the_community, gate},
    Rule{"p5.hold", 5, blocks, Role::caseworker, "Free of any hold?", nothing_holds_the_person},
    Rule{"p5.recall", 5, blocks, Role::offender_manager, "Free of any recall?", no_recall_in_force},
    Rule{"p5.arrangements", 5, blocks, Role::offender_manager, "Arrangements for this release confirmed?", arrangements_confirmed},
    Rule{"p5.earlier-spell", 5, informs, Role::caseworker, "Anything left of an earlier spell?", deeds_of_an_earlier_spell},
    Rule{"p6.mappa-status", 6, blocks, Role::offender_manager, "MAPPA status known?", mappa_status_known},
    Rule{"p6.category", 6, blocks, Role::offender_manager, "Category known?", category_known},
    Rule{"p6.category-supported", 6, warns, Role::offender_manager, "Does what is recorded bear out the category?", category_supported},
    Rule{"p6.category-4", 6, warns, Role::mappa_coordinator, "A category that version 3.0 knows?", category_in_this_version},
    Rule{"p6.nomis-flag", 6, warns, Role::holding_prison, "Flagged on NOMIS?", flagged_on_nomis},
    Rule{"p6.nomis-codes", 6, warns, Role::holding_prison, "NOMIS alerts in order?", codes_in_order},
    Rule{"p7.level", 7, blocks, Role::offender_manager, "Level set?", level_set, !gate, due},
    Rule{"p7.level-in-time", 7, warns, Role::offender_manager, "Level set in time?", level_set_in_time},
    Rule{"p7.lead", 7, blocks, Role::offender_manager, "Who manages the person?", lead_named},
    Rule{"p7.still-mappa", 7, warns, Role::offender_manager, "Still under MAPPA?", still_mappa},
    Rule{"p8.provider", 8, warns, Role::offender_manager, "Managed by the right service?", provider_is_the_right_one},
    Rule{"p8.young-offender", 8, warns, Role::holding_prison, "A young offender?", age_and_flag_agree},
    Rule{"p9.referral", 9, blocks, Role::offender_manager, "Referral made?", referral_made, !gate, due},
    Rule{"p9.identified-in-time", 9, warns, Role::offender_manager, "Identified in time?", identified_in_time, !gate, due},
    Rule{"p9.review", 9, warns, Role::offender_manager, "Reviewed after the referral?", referral_reviewed},
    Rule{"p12.nomis-age", 12, warns, Role::caseworker, "NOMIS data recent?", nomis_not_old},
    Rule{"p12.nomis-since-arrival", 12, blocks, Role::caseworker, "NOMIS data newer than the arrival?", nomis_not_older_than_detention},
    Rule{"p12.sides-agree", 12, warns, Role::holding_prison, "NOMIS and casebook agree?", both_sides_agree},
    Rule{"p14.licence-copy", 14, blocks, Role::supplier, "Licence copy in the person's hands?", licence_copy_held},
    Rule{"p14.notification", 14, blocks, Role::supplier, "Notification requirements issued again?", notification_reissued},
    Rule{"p15.daytime", 15, warns, Role::det, "In daytime?", in_daytime, !gate, !due, afterwards},
    Rule{"p15.released-by", 15, warns, Role::det, "Released by the DET?", released_by_the_det, !gate, !due, afterwards},
    Rule{"p15.case-owner-told", 15, warns, Role::det, "Case owner told?", case_owner_told, !gate, !due, afterwards},
};

}  // namespace

std::span<const Rule> rules() { return order; }

const Rule* find_rule(std::string_view name) {
  const auto found = std::ranges::find(order, name, &Rule::name);
  return found == order.end() ? nullptr : &*found;
}

std::vector<std::string> rule_names() {
  std::vector<std::string> out;
  for (const Rule& rule : order) out.emplace_back(rule.name);
  return out;
}

Severity severity(const Rule& rule, const Policy& policy) {
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
  }
  return out;
}

}  // namespace mappa
