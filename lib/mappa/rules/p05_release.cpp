// Paragraph 5: people under MAPPA go into the community only when the arrangements for that release are in
// place, and not before. What stands against a release altogether is asked here too.
#include "mappa/rules/paragraph_rules.hpp"
#include "mappa/rules/standing.hpp"

namespace mappa {
namespace {

Said whom_to_tell(ReleaseKind kind) {
  switch (kind) {
    case ReleaseKind::removal:
      return say("Tell the offender manager and the CC MAPPA co-ordinator that the person is leaving the country.");
    case ReleaseKind::prison:
      return say("Tell the receiving prison, which keeps the MAPPA details on NOMIS, the offender manager and DEPMU.");
    case ReleaseKind::hospital:
      return say("Tell the hospital, the offender manager and the CC case owner.");
    case ReleaseKind::other_centre:
      return say("Tell DEPMU and the receiving centre; the case goes on there, and so does every duty.");
    case ReleaseKind::community: break;
  }
  return {};
}

// What has made the confirmation worthless since it was given, or nothing.
std::optional<Finding> void_since(const Case& c, const Setting& s) {
  const auto& confirmed = c.arrangements.confirmed;
  const auto later = [&](const std::optional<Date>& change) {
    return change && (!confirmed->day || *change > *confirmed->day);
  };
  if (later(c.level_changed))
    return not_met("confirmed on {}, and the level changed on {}", day_of(confirmed), *c.level_changed);
  if (later(c.plan_changed))
    return not_met("confirmed on {}, and the planned release was changed on {}", day_of(confirmed), *c.plan_changed);
  if (c.plan.at && c.plan.at->day != s.at.day)
    return not_met("confirmed for the release planned for {}, not for one on {}", c.plan.at->day, s.at.day)
        .from(c.plan.at, "at");
  return std::nullopt;
}

}  // namespace

Findings not_released_already(const Case& c, const Setting& s) {
  const auto& when = c.released.when;
  if (!when || *when > s.at) return met("not released yet");
  return not_met("released on {}", *when)
      .from(when, "when")
      .act(say("Nothing: the release is over. If the person is held again, record where and since when."))
      .mend_with("location", "FACILITY", {"since"});
}

Findings into_the_community(const Case& c, const Setting&) {
  const auto& kind = c.plan.kind;
  if (!kind) return met("presumed: no other destination is recorded");
  if (*kind == ReleaseKind::community) return met("planned: into the community").from(kind, "kind");
  return not_met("planned: {}, not a release into the community", word(*kind)).from(kind, "kind").act(whom_to_tell(*kind));
}

Findings nothing_holds_the_person(const Case& c, const Setting&) {
  const auto& [alert, reason] = c.hold;
  const bool recorded = reason && *reason != "none";
  if (recorded)
    return not_met("held back: {}", *reason)
        .from(reason, "reason")
        .act(say("Resolve the hold with whoever asked for it."))
        .mend_with("hold", "none");
  if (!alert) {
    if (reason) return met("recorded: nothing holds the person").from(reason, "reason");
    return not_applicable("no hold is recorded and no alert says so");
  }
  if (reason && *reason.day >= *alert.day)
    return met("alert XNR, resolved on {}", *reason.day).from(reason, "reason").from(alert, "alerts");
  return not_met("an active NOMIS alert says not for release (XNR), since the export of {}", *alert.day)
      .from(alert, "alerts")
      .act(say("Ask the holding prison why; then record the reason, or that none is left."))
      .mend_with("hold", "none");
}

Findings no_recall_in_force(const Case& c, const Setting& s) {
  const auto& recall = c.recall;
  if (!recall_in_force(c, s)) {
    if (recall.to) return met("the recall ended on {}", *recall.to).from(recall.to, "to");
    return not_applicable("no recall is known");
  }
  if (recall.from && (!recall.to || *recall.to > s.at.day))
    return not_met("recalled on {}, and no end is recorded", *recall.from)
        .from(recall.from, "from")
        .act(say("Return the person to custody, or record the day on which the recall ended."))
        .mend("recall", {"to"});
  const auto served = c.nomis.row ? c.nomis.row->date("postRecallReleaseDate") : std::nullopt;
  if (served && *served <= s.at.day)
    return unknown("NOMIS marks a recall, and its post-recall release date, {}, has passed", *served)
        .from(recall.nomis, "postRecallReleaseDate")
        .act(say("Ask the offender manager whether the recall is served."))
        .mend("recall", {"to"});
  return not_met("NOMIS marks the person as recalled").from(recall.nomis, "recall")
      .act(say("Ask the offender manager; record the day on which the recall ended."))
      .mend("recall", {"to"});
}

Findings arrangements_confirmed(const Case& c, const Setting& s) {
  if (auto open = unless_mappa(c)) return *open;
  const auto& [lead, by, confirmed] = c.arrangements;
  const Said action = say("Have whoever will lead confirm the arrangements for this release.");
  const std::vector<std::string> fields{"lead", "confirmed-by", "confirmed-on"};
  if (!confirmed) return not_met("not recorded as confirmed").act(action).mend("arrangements", fields);
  if (too_late(confirmed, s))
    return not_met("confirmed on {}, after the release", day_of(confirmed)).from(confirmed, "confirmed-on").act(action).mend("arrangements", fields);
  if (auto changed = void_since(c, s))
    return changed->from(confirmed, "confirmed-on").act(say("Have them confirmed again for this release.")).mend("arrangements", fields);
  return met("confirmed by {} on {}; {} will lead", by.value.value_or("somebody not named"), day_of(confirmed),
             lead.value.value_or("somebody not named"))
      .from(confirmed, "confirmed-on");
}

Findings deeds_of_an_earlier_spell(const Case& c, const Setting&) {
  Findings out;
  for (const EarlierDeed& deed : c.earlier)
    out.push_back(not_applicable("{} {}, {}: of an earlier spell, which ended before {}; it meets nothing now", deed.kind,
                                 deed.field, day_of(Fact<Done>{deed.done, deed.entry, {}}), *c.spell_began)
                      .from(deed.entry, deed.field));
  return out;
}

}  // namespace mappa
