#include "mappa/policy/role.hpp"

#include <doctest/doctest.h>

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
  CHECK(name(Role::case_owner) == "case-owner");
  CHECK(name(Role::mappa_coordinator) == "mappa-co-ordinator");
  CHECK(name(Role::offender_manager) == "offender-manager");
  CHECK(name(Role::holding_prison) == "holding-prison");
  CHECK(name(Role::caseworker) == "caseworker");
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
