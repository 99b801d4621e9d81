// Paragraph 5: people under MAPPA go into the community only when the arrangements for that release are in
// place, and not before. What stands against a release altogether is asked here too.
#include <algorithm>

#include "mappa/rules/earliest_release.hpp"
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

// Whether something became another after the confirmation. On the same day the later entry decides; of a
// confirmation on an unknown day nobody can say that it came after.
bool after(const std::optional<Turn>& turn, const Fact<Done>& confirmed) {
  if (!turn) return false;
  if (!confirmed->day || turn->day > *confirmed->day) return true;
  return turn->day == *confirmed->day && turn->entry > confirmed.entry;
}

// What has made the confirmation worthless since it was given, or nothing.
std::optional<Finding> void_since(const Case& c, const Setting& s) {
  const auto& confirmed = c.arrangements.confirmed;
  if (after(c.level_changed, confirmed))
    return not_met("confirmed on {}, and the level changed on {}", day_of(confirmed), c.level_changed->day)
        .from(c.level_changed->entry, c.level_changed->field);
  if (after(c.plan_changed, confirmed))
    return not_met("confirmed on {}, and the planned release was changed on {}", day_of(confirmed), c.plan_changed->day)
        .from(c.plan_changed->entry, c.plan_changed->field);
  if (c.plan.at && c.plan.at->day != s.at.day)
    return not_met("confirmed for the release planned for {}, not for one on {}", c.plan.at->day, s.at.day)
        .from(c.plan.at, "at");
  return std::nullopt;
}

// The recall as NOMIS marks it: over only when somebody says so.
Finding marked_as_recalled(const Case& c, const Setting& s) {
  const auto ask_for_end = [&](Finding out) {
    return std::move(out).from(c.recall.nomis, "recall")
        .from(c.recall.to, "to")
        .act(say("Ask the offender manager whether the recall is over; record the day on which it ended."))
        .mend("recall", {"to"});
  };
  const auto dates = c.nomis.row ? nomis_dates(*c.nomis.row, s.policy.recall_dates) : std::vector<NomisDate>{};
  const auto last = std::ranges::max_element(dates, {}, &NomisDate::date);
  if (last != dates.end() && last->date <= s.at.day)
    return ask_for_end(unknown("NOMIS marks a recall, and the release date after it, {}, has passed", last->date).from(c.nomis.entry, last->field));
  return ask_for_end(not_met("NOMIS marks the person as recalled, since the export of {}", *c.recall.nomis.day));
}

Finding of_earlier_spell(const EarlierDeed& deed, const Case& c) {
  return not_applicable("{} {}, {}: of the spell before this one, which began on {}; it meets nothing now", deed.kind, deed.field,
                        day_of(Fact<Done>{deed.done, deed.entry, {}}), *c.spell_began)
      .from(deed.entry, deed.field);
}

}  // namespace

Findings not_released_already(const Case& c, const Setting&) {
  const auto& when = c.released.when;
  if (!when) return met("not released yet");
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

Findings nothing_holds_the_person(const Case& c, const Setting& s) {
  const auto& [alert, reason] = c.hold;
  const bool recorded = reason && *reason != "none";
  if (recorded)
    return not_met("held back: {}", *reason)
        .from(reason, "reason")
        .from(alert, "alerts")
        .act(say("Resolve the hold with whoever asked for it."))
        .mend_with("hold", "none");
  if (reason && *reason.day > s.at.day)
    return not_met("recorded as held by nothing about {} only, after this release", *reason.day)
        .from(reason, "reason")
        .from(alert, "alerts")
        .act(say("If nothing held the person by then, withdraw that record, and record it again about the day from which it was so."));
  if (!alert) {
    if (reason) return met("recorded: nothing holds the person").from(reason, "reason");
    return not_applicable("no hold is recorded and no alert says so");
  }
  // Whoever recorded that nothing holds the person must have known of the alert.
  if (reason && *reason.day >= *alert.day && reason.entry > alert.entry)
    return met("alert XNR, resolved on {}", *reason.day).from(reason, "reason").from(alert, "alerts");
  return not_met("an active NOMIS alert says not for release (XNR), since the export of {}", *alert.day)
      .from(alert, "alerts")
      .from(reason, "reason")
      .act(say("Ask the holding prison why; then record the reason, or that none is left."))
      .mend_with("hold", "none");
}

Findings no_recall_in_force(const Case& c, const Setting& s) {
  const auto state = recall_state(c, s);
  const auto& recall = c.recall;
  if (state.recorded)
    return not_met("recalled on {}, and no end is recorded", *recall.from)
        .from(recall.from, "from")
        .from(recall.nomis, "recall")
        .act(say("Return the person to custody, or record the day on which the recall ended."))
        .mend("recall", {"to"});
  if (state.marked) return marked_as_recalled(c, s);
  if (recall.to && *recall.to <= s.at.day) return met("the recall ended on {}", *recall.to).from(recall.to, "to").from(recall.nomis, "recall");
  if (recall.from) return met("a recall from {}, after this release", *recall.from).from(recall.from, "from");
  return not_applicable("no recall is known");
}

Findings arrangements_confirmed(const Case& c, const Setting& s) {
  if (auto open = unless_mappa(c)) return std::move(*open);
  const auto& lead = c.arrangements.lead;
  const auto& by = c.arrangements.confirmed_by;
  const auto& confirmed = c.arrangements.confirmed;
  const auto missing = [&](Finding out, const char* action) {
    return std::move(out).from(confirmed, "confirmed-on").act(say(action)).mend("arrangements", {"lead", "confirmed-by", "confirmed-on"});
  };
  constexpr const char* first_time = "Have whoever will lead confirm the arrangements for this release.";
  if (!confirmed) return missing(not_met("not recorded as confirmed"), first_time);
  if (too_late(confirmed, s)) return missing(not_met("confirmed on {}, after the release", day_of(confirmed)), first_time);
  if (auto changed = void_since(c, s)) return missing(std::move(*changed), "Have them confirmed again for this release.");
  return met("confirmed by {} on {}; {} will lead", by.value.value_or("somebody not named"), day_of(confirmed),
             lead.value.value_or("somebody not named"))
      .from(confirmed, "confirmed-on");
}

Findings deeds_of_an_earlier_spell(const Case& c, const Setting&) {
  Findings out;
  if (c.spell_began && c.new_booking)
    out.push_back(not_applicable("a new booking, since the export of {}: what was recorded before it no longer holds, but who the "
                                 "person is, and what only binds", *c.spell_began)
                      .from(c.spell_entry, "bookNumber"));
  for (const EarlierDeed& deed : c.earlier) out.push_back(of_earlier_spell(deed, c));
  if (out.empty()) out.push_back(not_applicable("nothing is known of an earlier spell"));
  return out;
}

}  // namespace mappa
