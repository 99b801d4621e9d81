// Paragraph 15: releases happen in daytime unless significant operational reasons make another time
// unavoidable; the DET answers for the release and for telling the case owner. All of it is still asked
// after the release.
#include "mappa/rules/paragraph_rules.hpp"

namespace mappa {
namespace {

// When the person was released, else the moment that is checked.
Moment moment_of_release(const Case& c, const Setting& s) { return c.released.when.value.value_or(s.at); }

}  // namespace

Findings in_daytime(const Case& c, const Setting& s) {
  const Moment at = moment_of_release(c, s);
  const auto sourced = [&](Finding out) {
    return c.released.when ? out.from(c.released.when, "when") : out.from(c.plan.at, "at");
  };
  if (at.time >= s.policy.daytime_from && at.time < s.policy.daytime_until) return sourced(met("{}", at));
  const auto& reason = c.plan.out_of_hours;
  if (reason) return sourced(met("{}, outside daytime: {}", at, *reason)).from(reason, "out-of-hours-reason");
  return sourced(not_met("{} is outside daytime, and no operational reason is recorded", at))
      .act(c.released.when     ? say("If there was an operational reason, record it.")
           : c.plan.ordered_by ? say("The release is ordered: record that as the operational reason.")
                               : say("Release in daytime, or record the operational reason."))
      .mend("release-plan", {"out-of-hours-reason"});
}

Findings released_by_the_det(const Case& c, const Setting& s) {
  const auto& when = c.released.when;
  const auto& team = c.released.by_team;
  if (!when) return not_applicable("not released yet; the release is this team's");
  const auto sourced = [&](Finding out) { return std::move(out).from(team, "by-team").from(when, "when"); };
  if (!team)
    return sourced(unknown("which team released the person is not recorded")).act(say("Record the release again, with the team.")).mend("released", {"when", "by-team"});
  if (*team == Team::other) return sourced(not_met("released by another team"));
  if (!s.facility)
    return sourced(unknown("released by {}; the place is not in the register, and so it is not known whether the DET or DEPMU releases there", word(*team)))
        .act(say("Add the place to the register in the configuration."));
  const bool no_det = s.facility->kind == FacilityKind::residential_short_term_holding_facility;
  if ((*team == Team::depmu) == no_det) return sourced(met("released by {}", word(*team)));
  return sourced(not_met(no_det ? "released by {}, and there DEPMU does the DET's part" : "released by {}, and the release is the DET's", word(*team)));
}

Findings case_owner_told(const Case& c, const Setting& s) {
  const auto& told = c.plan.case_owner_told;
  const auto missing = [&](Finding out) {
    return std::move(out).from(told, "case-owner-told").act(say("Tell the CC case owner of the release.")).mend("release-plan", {"case-owner-told"});
  };
  if (!told) return missing(not_met("the case owner is not recorded as told"));
  if (told->day && *told->day > moment_of_release(c, s).day) return missing(not_met("told on {}, after the release", *told->day));
  return (told->day ? met("told on {}", *told->day) : met("told on an unknown date")).from(told, "case-owner-told");
}

}  // namespace mappa
