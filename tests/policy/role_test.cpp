#include "mappa/policy/role.hpp"

#include <doctest/doctest.h>

#include "mappa/casebook/case.hpp"
#include "mappa/policy/facility.hpp"

using namespace mappa;

namespace {

Facility facility(FacilityKind kind, std::string supplier = "") {
  Facility out;
  out.id = "XXX";
  out.kind = kind;
  out.supplier = std::move(supplier);
  return out;
}

}  // namespace

TEST_CASE("names of roles are frozen") {
  CHECK(name(Role::det) == "det");
  CHECK(name(Role::det_manager) == "det-manager");
  CHECK(name(Role::compliance) == "compliance-team");
  CHECK(name(Role::depmu) == "depmu");
  CHECK(name(Role::supplier) == "supplier");
  CHECK(name(Role::centre_manager) == "centre-manager");
  CHECK(name(Role::supplier_security) == "supplier-security");
  CHECK(name(Role::case_owner) == "case-owner");
  CHECK(name(Role::mappa_coordinator) == "mappa-co-ordinator");
  CHECK(name(Role::offender_manager) == "offender-manager");
  CHECK(name(Role::holding_prison) == "holding-prison");
  CHECK(name(Role::caseworker) == "caseworker");
  for (const Role role : roles()) CHECK(role_from(name(role)) == role);
  CHECK_FALSE(role_from("dets"));
}

TEST_CASE("at a residential short-term holding facility DEPMU does the DET's part") {
  const Facility place = facility(FacilityKind::residential_short_term_holding_facility);
  CHECK(team(Role::det, &place) == "DEPMU");
  CHECK(team(Role::det_manager, &place) == "DEPMU");
  CHECK(team(Role::depmu, &place) == "DEPMU");
  CHECK(team(Role::compliance, &place) == "Compliance team");
}

TEST_CASE("everywhere else the DET does it") {
  for (const auto kind : {FacilityKind::removal_centre, FacilityKind::short_term_holding_facility, FacilityKind::pre_departure_accommodation}) {
    const Facility place = facility(kind);
    CHECK(team(Role::det, &place) == "DET");
    CHECK(team(Role::det_manager, &place) == "DET manager");
  }
}

TEST_CASE("at a place that nobody knows both are named") {
  CHECK(team(Role::det, nullptr) == "DET, or DEPMU at a residential short-term holding facility");
  CHECK(team(Role::det_manager, nullptr) == "DET manager, or DEPMU at a residential short-term holding facility");
}

TEST_CASE("the supplier is named where the register knows it") {
  const Facility known = facility(FacilityKind::removal_centre, "Centre Services"), unnamed = facility(FacilityKind::removal_centre);
  CHECK(team(Role::supplier, &known) == "centre's supplier (Centre Services)");
  CHECK(team(Role::supplier, &unnamed) == "centre's supplier");
  CHECK(team(Role::supplier, nullptr) == "centre's supplier");
}

TEST_CASE("the other roles are the same everywhere") {
  const Facility place = facility(FacilityKind::residential_short_term_holding_facility);
  for (const Facility* at : {&place, static_cast<const Facility*>(nullptr)}) {
    CHECK(team(Role::case_owner, at) == "CC case owner");
    CHECK(team(Role::mappa_coordinator, at) == "CC MAPPA co-ordinator");
    CHECK(team(Role::offender_manager, at) == "offender manager");
    CHECK(team(Role::holding_prison, at) == "holding prison");
    CHECK(team(Role::caseworker, at) == "caseworker");
  }
}

TEST_CASE("in a prison and under escort it is the receiving centre's DET") {
  const Facility prison = facility(FacilityKind::prison, "Prison Services"), escort = facility(FacilityKind::escort, "Escort Services");
  CHECK(team(Role::det, &prison) == "DET of the receiving centre");
  CHECK(team(Role::det_manager, &escort) == "DET manager of the receiving centre");
  CHECK(team(Role::supplier, &prison) == "receiving centre's supplier");
  CHECK(team(Role::supplier, &escort) == "escort's supplier (Escort Services)");
}

TEST_CASE("the contact is the facility's own, else the register's, else nobody's") {
  Toml document = Toml::parse(R"(
    [contacts]
    depmu = "depmu@example.org"
    det = "any DET"
    [[facility]]
    id = "HAR"
    name = "Harmondsworth"
    kind = "removal-centre"
    country = "england"
    [facility.contacts]
    det = "020 7946 0001"
    [[facility]]
    id = "MAN"
    name = "Manchester"
    kind = "residential-short-term-holding-facility"
    country = "england"
    [facility.contacts]
    det = "nobody: there is no DET here"
  )", "register.toml");
  const Register facilities = Register::read(document);
  const Case c(*PrisonNumber::parse("A1234BC"));
  const auto contact = [&](Role role, const char* id) { return responsible(role, c, facilities.find(id), facilities).contact; };
  CHECK(contact(Role::det, "HAR") == "020 7946 0001");
  CHECK(contact(Role::depmu, "HAR") == "depmu@example.org");
  CHECK(contact(Role::supplier, "HAR").empty());
  CHECK(contact(Role::det, "MAN") == "depmu@example.org");
  CHECK(contact(Role::det, "XXX") == "any DET");
  CHECK(responsible(Role::det_manager, c, facilities.find("MAN"), facilities).role == Role::depmu);
}

TEST_CASE("the case owner and the offender manager are reached as recorded for the case") {
  Case c(*PrisonNumber::parse("A1234BC"));
  const Register nothing;
  CHECK(responsible(Role::case_owner, c, nullptr, nothing).contact.empty());
  c.case_owner.name.value = "R Shah";
  c.lead.name.value = "J Ahmed";
  c.lead.contact.value = "020 7946 0000";
  CHECK(responsible(Role::case_owner, c, nullptr, nothing).contact == "R Shah");
  CHECK(responsible(Role::offender_manager, c, nullptr, nothing).contact == "J Ahmed, 020 7946 0000");
}
