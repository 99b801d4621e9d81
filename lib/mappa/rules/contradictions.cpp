#include "mappa/rules/contradictions.hpp"

#include <array>

#include "mappa/rules/contradiction_list.hpp"

namespace mappa {
namespace {

using enum Weight;

constexpr std::array all{
    Contradiction{"v.category-needs", warning, Role::offender_manager, "A category without what it needs?", category_without_what_it_needs},
    Contradiction{"v.level-without-category", warning, Role::offender_manager, "A level before a category?", level_without_category},
    Contradiction{"v.not-mappa", error, Role::offender_manager, "Not MAPPA, and a category, level or notification?", not_mappa_with_category_or_level},
    Contradiction{"v.mappa-codes", error, Role::holding_prison, "MAPPA codes that contradict each other?", mappa_codes_contradict},
    Contradiction{"v.sides", warning, Role::holding_prison, "NOMIS against the casebook?", nomis_against_casebook},
    Contradiction{"v.licence-before-sentence", error, Role::holding_prison, "A licence that ends before the sentence began?", licence_before_sentence},
    Contradiction{"v.licence-after-sentence", warning, Role::holding_prison, "A licence that ends after the sentence?", licence_after_sentence},
    Contradiction{"v.sentence-dates", error, Role::holding_prison, "A sentence that ends before it begins?", sentence_ends_before_it_begins},
    Contradiction{"v.release-dates", error, Role::holding_prison, "A release date before the sentence?", release_dates_before_sentence},
    Contradiction{"v.indeterminate", warning, Role::holding_prison, "Indeterminate, and a fixed release date?", indeterminate_with_fixed_release},
    Contradiction{"v.recall-dates", warning, Role::caseworker, "A recall that ends before it begins?", recall_ends_before_it_begins},
    Contradiction{"v.birth", error, Role::holding_prison, "A birth that cannot be?", birth_that_cannot_be},
    Contradiction{"v.release-before-earliest", warning, Role::case_owner, "A release before the earliest date?", release_before_earliest},
    Contradiction{"v.release-before-arrival", error, Role::caseworker, "A release before the arrival?", release_before_arrival},
    Contradiction{"v.arrival-before-sentence", error, Role::caseworker, "In detention before the sentence began?", arrival_before_sentence},
    Contradiction{"v.deeds-after-release", warning, Role::caseworker, "Done after the release?", deeds_after_release},
    Contradiction{"v.referral-order", warning, Role::offender_manager, "A referral out of order?", referral_out_of_order},
    Contradiction{"v.assessment-order", warning, Role::depmu, "A risk assessment before its request?", assessment_before_request},
    Contradiction{"v.request-order", warning, Role::mappa_coordinator, "A request out of order?", requests_out_of_order},
    Contradiction{"v.report-order", warning, Role::supplier_security, "A report out of order?", reports_out_of_order},
    Contradiction{"v.meeting-ahead", error, Role::caseworker, "Attended, and still to come?", meeting_attended_ahead},
};

}  // namespace

std::span<const Contradiction> contradictions() { return all; }

std::vector<Contradicting> contradicting(const Case& c, const Setting& setting) {
  std::vector<Contradicting> out;
  for (const Contradiction& one : all)
    for (Finding& found : one.ask(c, setting)) {
      found.rule = one.id;
      if (found.who == Role::caseworker) found.who = one.who;
      found.responsible = responsible(found.who, c, setting.facility, setting.policy.facilities);
      out.push_back({&one, std::move(found)});
    }
  return out;
}

}  // namespace mappa
