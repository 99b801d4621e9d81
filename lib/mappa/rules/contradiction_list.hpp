#pragma once

#include "mappa/rules/rule.hpp"

namespace mappa {

// One function a question; contradictions.cpp lists them.

// contradicting_standing.cpp
Findings category_without_what_it_needs(const Case&, const Setting&);
Findings level_without_category(const Case&, const Setting&);
Findings not_mappa_with_category_or_level(const Case&, const Setting&);
Findings mappa_codes_contradict(const Case&, const Setting&);
Findings nomis_against_casebook(const Case&, const Setting&);
// contradicting_sentence.cpp
Findings licence_before_sentence(const Case&, const Setting&);
Findings licence_after_sentence(const Case&, const Setting&);
Findings sentence_ends_before_it_begins(const Case&, const Setting&);
Findings release_dates_before_sentence(const Case&, const Setting&);
Findings indeterminate_with_fixed_release(const Case&, const Setting&);
Findings recall_ends_before_it_begins(const Case&, const Setting&);
Findings birth_that_cannot_be(const Case&, const Setting&);
// contradicting_release.cpp
Findings release_before_earliest(const Case&, const Setting&);
Findings release_before_arrival(const Case&, const Setting&);
Findings arrival_before_sentence(const Case&, const Setting&);
Findings deeds_after_release(const Case&, const Setting&);
Findings referral_out_of_order(const Case&, const Setting&);
Findings assessment_before_request(const Case&, const Setting&);
Findings requests_out_of_order(const Case&, const Setting&);
Findings reports_out_of_order(const Case&, const Setting&);
Findings meeting_attended_ahead(const Case&, const Setting&);

}  // namespace mappa
