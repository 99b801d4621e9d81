#include "mappa/policy/role.hpp"

namespace mappa {

std::string_view name(Role role) {
  switch (role) {
    case Role::det: return "det";
    case Role::det_manager: return "det-manager";
    case Role::compliance: return "compliance-team";
    case Role::depmu: return "depmu";
    case Role::supplier: return "supplier";
    case Role::case_owner: return "case-owner";
    case Role::mappa_coordinator: return "mappa-co-ordinator";
    case Role::offender_manager: return "offender-manager";
    case Role::holding_prison: return "holding-prison";
    case Role::caseworker: return "caseworker";
  }
  return "";
}

namespace {

std::string det(std::string_view part, const Facility* facility) {
  if (!facility) return std::string(part) + ", or DEPMU at a residential short-term holding facility";
  if (facility->kind == FacilityKind::residential_short_term_holding_facility) return "DEPMU";
  return std::string(part);
}

std::string supplier(const Facility* facility) {
  return facility && !facility->supplier.empty() ? "centre's supplier (" + facility->supplier + ")" : "centre's supplier";
}

}  // namespace

std::string team(Role role, const Facility* facility) {
  switch (role) {
    case Role::det: return det("DET", facility);
    case Role::det_manager: return det("DET manager", facility);
    case Role::compliance: return "Compliance team";
    case Role::depmu: return "DEPMU";
    case Role::supplier: return supplier(facility);
    case Role::case_owner: return "CC case owner";
    case Role::mappa_coordinator: return "CC MAPPA co-ordinator";
    case Role::offender_manager: return "offender manager";
    case Role::holding_prison: return "holding prison";
    case Role::caseworker: return "caseworker";
  }
  return "";
}

}  // namespace mappa
