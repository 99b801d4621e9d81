#pragma once

#include "mappa/casebook/kind.hpp"

namespace mappa {

Kind person_kind();
Kind reference_kind();
Kind status_kind();
Kind category_kind();
Kind level_kind();
Kind offender_manager_kind();
Kind referral_kind();
Kind licence_kind();
Kind notification_kind();
Kind arrangements_kind();
Kind location_kind();
Kind release_plan_kind();
Kind released_kind();
Kind recall_kind();
Kind sentence_kind();
Kind hold_kind();
Kind case_owner_kind();
Kind meeting_kind();
Kind contribution_kind();
Kind request_kind();
Kind answer_kind();
Kind part_c_kind();
Kind risk_assessment_kind();
Kind special_conditions_kind();
Kind placement_kind();
Kind child_risk_kind();
Kind visiting_arrangements_kind();
Kind acknowledgement_kind();
Kind note_kind();

}  // namespace mappa
