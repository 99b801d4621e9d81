#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace mappa {

struct Case;
struct Facility;
class Register;

// Who must act, as the order names them (paragraph 4 and after). Names are stored and printed.
enum class Role {
  det, det_manager, compliance, depmu,
  supplier, centre_manager, supplier_security,  // the centre's supplier, its manager, its security team
  case_owner, mappa_coordinator, offender_manager, holding_prison,
  caseworker,  // whoever keeps this casebook: for what is a matter of records only
};
std::span<const Role> roles();

// "det", "offender-manager": as in JSON, in the register and on the command line.
std::string_view name(Role role);
// Nothing when no role has this name.
std::optional<Role> role_from(std::string_view name);

// Who does a role's part for this case, and how to reach them: empty where nobody said.
struct Responsible {
  Role role = Role::caseworker;  // DEPMU for the DET, where there is none
  std::string team;
  std::string contact;
};

// Resolved here and nowhere else. At a residential short-term holding facility DEPMU does the DET's part
// (paragraph 4); where the facility is not known (nullptr), both are named. In a prison and under escort
// there is no DET: it is the one of the centre that receives the person. The case owner and the offender
// manager are reached as recorded for the case; everybody else by the contact that the facility's entry
// gives, else by that of the whole register.
Responsible responsible(Role role, const Case& c, const Facility* facility, const Register& facilities);

// The team alone, for a rule that nobody has been asked about.
std::string team(Role role, const Facility* facility);

}  // namespace mappa
