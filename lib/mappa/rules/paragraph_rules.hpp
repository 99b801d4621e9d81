#pragma once

#include "mappa/rules/rule.hpp"

namespace mappa {

// One function a question, in the file named after its paragraph; order.cpp lists them.

// p01_scope.cpp
Findings held_in_england_or_wales(const Case&, const Setting&);
Findings foreign_national(const Case&, const Setting&);
Findings time_served(const Case&, const Setting&);
Findings held_in_the_immigration_estate(const Case&, const Setting&);
// p04_teams.cpp
Findings teams_known(const Case&, const Setting&);
// p05_release.cpp
Findings not_released_already(const Case&, const Setting&);
Findings into_the_community(const Case&, const Setting&);
Findings nothing_holds_the_person(const Case&, const Setting&);
Findings no_recall_in_force(const Case&, const Setting&);
Findings arrangements_confirmed(const Case&, const Setting&);
Findings deeds_of_an_earlier_spell(const Case&, const Setting&);
Findings held_as_placed(const Case&, const Setting&);
// p06_status.cpp
Findings mappa_status_known(const Case&, const Setting&);
Findings category_known(const Case&, const Setting&);
Findings category_supported(const Case&, const Setting&);
Findings category_in_this_version(const Case&, const Setting&);
Findings flagged_on_nomis(const Case&, const Setting&);
Findings codes_in_order(const Case&, const Setting&);
// p07_level.cpp
Findings level_set(const Case&, const Setting&);
Findings level_set_in_time(const Case&, const Setting&);
Findings lead_named(const Case&, const Setting&);
Findings still_mappa(const Case&, const Setting&);
Findings level_goes_on(const Case&, const Setting&);
Findings responsible_until(const Case&, const Setting&);
// p07_handover.cpp
Findings handover_settled(const Case&, const Setting&);
// p08_supervision.cpp
Findings provider_is_the_right_one(const Case&, const Setting&);
Findings age_and_flag_agree(const Case&, const Setting&);
Findings supervision_after_release(const Case&, const Setting&);
// p09_referral.cpp
Findings referral_made(const Case&, const Setting&);
Findings identified_in_time(const Case&, const Setting&);
Findings referral_reviewed(const Case&, const Setting&);
// p10_contribution.cpp
Findings case_owner_named(const Case&, const Setting&);
Findings involved_at_level_1(const Case&, const Setting&);
Findings contributed_at_levels_2_and_3(const Case&, const Setting&);
Findings contribution_covers_everything(const Case&, const Setting&);
// p11_requests.cpp
Findings requests_answered(const Case&, const Setting&);
Findings meetings_attended(const Case&, const Setting&);
Findings reports_with_everybody(const Case&, const Setting&);
// p12_nomis.cpp
Findings nomis_not_old(const Case&, const Setting&);
Findings nomis_not_older_than_detention(const Case&, const Setting&);
Findings both_sides_agree(const Case&, const Setting&);
// p12_placement.cpp
Findings risk_assessment_received(const Case&, const Setting&);
Findings nomis_held_enough(const Case&, const Setting&);
Findings special_conditions_recorded(const Case&, const Setting&);
Findings placed_by_the_assessment(const Case&, const Setting&);
// p13_visits.cpp
Findings visits_arranged(const Case&, const Setting&);
// p14_papers.cpp
Findings licence_copy_held(const Case&, const Setting&);
Findings notification_reissued(const Case&, const Setting&);
// p14_notified.cpp
Findings police_notified(const Case&, const Setting&);
// p15_hour.cpp
Findings in_daytime(const Case&, const Setting&);
Findings released_by_the_det(const Case&, const Setting&);
Findings case_owner_told(const Case&, const Setting&);

}  // namespace mappa
