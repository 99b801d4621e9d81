// Paragraph 15: releases happen in daytime unless significant operational reasons make another time
// unavoidable; the DET answers for the release and for telling the case owner.
#include "mappa/rules/paragraph_rules.hpp"

namespace mappa {

Findings in_daytime(const Case& c, const Setting& s) {
  const bool day = s.at.time >= s.policy.daytime_from && s.at.time < s.policy.daytime_until;
  if (day) return met("{}", s.at).from(c.plan.at, "at");
  if (c.plan.out_of_hours) return met("{}, outside daytime: {}", s.at, *c.plan.out_of_hours).from(c.plan.out_of_hours, "out-of-hours-reason");
  return not_met("{} is outside daytime, and no operational reason is recorded", s.at)
      .from(c.plan.at, "at")
      .act(say("Release in daytime, or record the operational reason."))
      .mend("release-plan", {"out-of-hours-reason"});
}

Findings released_by_the_det(const Case& c, const Setting& s) {
  const auto& team = c.released.by_team;
  if (!c.released.when) return not_applicable("not released yet: the release is this team's");
  if (!team)
    return unknown("which team released the person is not recorded").from(c.released.when, "when");
  const bool no_det = s.facility && s.facility->kind == FacilityKind::residential_short_term_holding_facility;
  const bool right = no_det ? *team == Team::depmu : *team == Team::det || (!s.facility && *team == Team::depmu);
  if (right) return met("released by {}", word(*team)).from(team, "by-team");
  return not_met("released by {}", word(*team)).from(team, "by-team");
}

Findings case_owner_told(const Case& c, const Setting& s) {
  const auto& told = c.plan.case_owner_told;
  const auto missing = [](Finding out) {
    return out.act(say("Tell the CC case owner of the release.")).mend("release-plan", {"case-owner-told"});
  };
  if (!told) return missing(not_met("the case owner is not recorded as told"));
  if (told->day && *told->day > s.at.day) return missing(not_met("told on {}, after the release", *told->day).from(told, "case-owner-told"));
  return (told->day ? met("told on {}", *told->day) : met("told on an unknown date")).from(told, "case-owner-told");
}

}  // namespace mappa
