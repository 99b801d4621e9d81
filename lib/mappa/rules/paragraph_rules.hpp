#pragma once

#include "mappa/rules/rule.hpp"

namespace mappa {

// One function a question, in the file named after its paragraph; order.cpp lists them.

// p01_scope.cpp
Findings held_in_england_or_wales(const Case&, const Setting&);
Findings foreign_national(const Case&, const Setting&);
// p05_release.cpp
Findings not_released_already(const Case&, const Setting&);
Findings into_the_community(const Case&, const Setting&);
Findings nothing_holds_the_person(const Case&, const Setting&);
Findings no_recall_in_force(const Case&, const Setting&);
Findings arrangements_confirmed(const Case&, const Setting&);
Findings deeds_of_an_earlier_spell(const Case&, const Setting&);
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
// p08_supervision.cpp
Findings provider_is_the_right_one(const Case&, const Setting&);
Findings age_and_flag_agree(const Case&, const Setting&);
// p09_referral.cpp
Findings referral_made(const Case&, const Setting&);
Findings identified_in_time(const Case&, const Setting&);
Findings referral_reviewed(const Case&, const Setting&);
// p12_nomis.cpp
Findings nomis_not_old(const Case&, const Setting&);
Findings nomis_not_older_than_detention(const Case&, const Setting&);
Findings both_sides_agree(const Case&, const Setting&);
// p14_papers.cpp
Findings licence_copy_held(const Case&, const Setting&);
Findings notification_reissued(const Case&, const Setting&);
// p15_hour.cpp
Findings in_daytime(const Case&, const Setting&);
Findings released_by_the_det(const Case&, const Setting&);
Findings case_owner_told(const Case&, const Setting&);

}  // namespace mappa
