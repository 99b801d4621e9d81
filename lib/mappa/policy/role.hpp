#pragma once

#include <string>
#include <string_view>

#include "mappa/policy/facility.hpp"

namespace mappa {

// Who must act, as the order names them (paragraph 4 and after). Names are stored and printed.
enum class Role {
  det, det_manager, compliance, depmu, supplier, case_owner, mappa_coordinator, offender_manager, holding_prison,
  caseworker,  // whoever keeps this casebook: for what is a matter of records only
};

// "det", "offender-manager": as in JSON and on the command line.
std::string_view name(Role role);

// Who that is at this facility. At a residential short-term holding facility DEPMU does the DET's part
// (paragraph 4); where the facility is not known (nullptr), both are named.
std::string team(Role role, const Facility* facility);

}  // namespace mappa
