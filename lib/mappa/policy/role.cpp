#include "mappa/policy/role.hpp"

#include <array>

#include "mappa/casebook/case.hpp"
#include "mappa/policy/facility.hpp"

namespace mappa {
namespace {

constexpr std::array all{Role::det,        Role::det_manager,    Role::compliance,        Role::depmu,
                         Role::supplier,   Role::centre_manager, Role::supplier_security, Role::case_owner,
                         Role::mappa_coordinator, Role::offender_manager, Role::holding_prison, Role::caseworker};

// Who does this role's part at this facility (paragraph 4).
Role acting(Role role, const Facility* facility) {
  const bool det = role == Role::det || role == Role::det_manager;
  const bool no_det = facility && facility->kind == FacilityKind::residential_short_term_holding_facility;
  return det && no_det ? Role::depmu : role;
}

std::string of_the_place(std::string_view part, const Facility* facility) {
  if (!facility) return std::string(part) + ", or DEPMU at a residential short-term holding facility";
  if (facility->kind == FacilityKind::prison || facility->kind == FacilityKind::escort) return std::string(part) + " of the receiving centre";
  return std::string(part);
}

std::string supplier(std::string_view part, const Facility* facility) {
  if (facility && facility->kind == FacilityKind::prison) return "receiving " + std::string(part);
  return facility && !facility->supplier.empty() ? std::string(part) + " (" + facility->supplier + ")" : std::string(part);
}

std::string joined(const Fact<Text>& name, const Fact<Text>& contact) {
  std::string out = name.value.value_or("");
  if (contact) out += (out.empty() ? "" : ", ") + *contact;
  return out;
}

std::string contact(Role role, const Facility* facility, const Register& facilities) {
  if (facility)
    if (const auto own = facility->contacts.find(name(role)); own != facility->contacts.end()) return own->second;
  return facilities.contact(name(role));
}

}  // namespace

std::span<const Role> roles() { return all; }

std::string_view name(Role role) {
  switch (role) {
    case Role::det: return "det";
    case Role::det_manager: return "det-manager";
    case Role::compliance: return "compliance-team";
    case Role::depmu: return "depmu";
    case Role::supplier: return "supplier";
    case Role::centre_manager: return "centre-manager";
    case Role::supplier_security: return "supplier-security";
    case Role::case_owner: return "case-owner";
    case Role::mappa_coordinator: return "mappa-co-ordinator";
    case Role::offender_manager: return "offender-manager";
    case Role::holding_prison: return "holding-prison";
    case Role::caseworker: return "caseworker";
  }
  return "";
}

std::optional<Role> role_from(std::string_view text) {
  for (const Role role : all)
    if (name(role) == text) return role;
  return std::nullopt;
}

std::string team(Role role, const Facility* facility) {
  switch (acting(role, facility)) {
    case Role::det: return of_the_place("DET", facility);
    case Role::det_manager: return of_the_place("DET manager", facility);
    case Role::compliance: return "Compliance team";
    case Role::depmu: return "DEPMU";
    case Role::supplier: return supplier(facility && facility->kind == FacilityKind::escort ? "escort's supplier" : "centre's supplier", facility);
    case Role::centre_manager: return supplier("centre's manager", facility);
    case Role::supplier_security: return supplier("centre's security team", facility);
    case Role::case_owner: return "CC case owner";
    case Role::mappa_coordinator: return "CC MAPPA co-ordinator";
    case Role::offender_manager: return "offender manager";
    case Role::holding_prison: return "holding prison";
    case Role::caseworker: return "caseworker";
  }
  return "";
}

Responsible responsible(Role role, const Case& c, const Facility* facility, const Register& facilities) {
  Responsible out{acting(role, facility), team(role, facility), contact(acting(role, facility), facility, facilities)};
  if (role == Role::case_owner && c.case_owner.name) out.contact = joined(c.case_owner.name, c.case_owner.contact);
  if (role == Role::offender_manager && c.lead.name) out.contact = joined(c.lead.name, c.lead.contact);
  return out;
}

}  // namespace mappa
