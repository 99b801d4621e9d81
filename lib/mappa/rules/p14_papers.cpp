// Paragraph 14: on release into the community the centre's supplier sees to it that the person holds a copy of
// the licence, and that notification requirements are issued again to a sexual offender subject to them. Both
// papers are in the 2050 prison core file, or come from the offender manager.
#include "mappa/rules/licence_runs.hpp"
#include "mappa/rules/paragraph_rules.hpp"
#include "mappa/rules/standing.hpp"

namespace mappa {

Findings licence_copy_held(const Case& c, const Setting& s) {
  const auto run = licence_run(c, s);
  const auto sourced = [&](Finding out) {
    for (const auto& source : run.sources) out.from(source.entry, source.field);
    return out;
  };
  if (run.over()) return sourced(finding(Answer::not_applicable, run.why));
  if (run.unknown())
    return finding(Answer::unknown, run.why).act(say("Find out whether a licence is due on release, and until when.")).mend("licence", {"due", "expires"});
  const auto& held = c.licence.copy_held;
  const std::string paper = young(c, s).value_or(false) ? "notice of supervision or licence" : "licence";
  const auto missing = [&](Finding out) {
    return sourced(out.from(held, "copy-held"))
        .act(say("Give the person a copy of the {}: it is in the 2050 core file, or the offender manager has it.", paper))
        .mend("licence", {"copy-held", "from"});
  };
  if (!held) {
    Finding out = missing(not_met("a copy is not recorded as handed over"));
    out.working.push_back(run.why);
    return out;
  }
  if (too_late(held, s)) return missing(not_met("the copy is recorded for {}, after the release", day_of(held)));
  return sourced(met("the person has held a copy of the {} since {}", paper, day_of(held)).from(held, "copy-held"));
}

Findings notification_reissued(const Case& c, const Setting& s) {
  const auto applies = registered(c);
  const auto& notification = c.notification;
  if (!applies) {
    if (mappa_state(c) == MappaState::unknown)
      return unknown("it is not known whether the person is a registered sexual offender").waits("p6.mappa-status");
    return unknown("the category is not known: it may be category 1").waits("p6.category");
  }
  if (!*applies) {
    if (notification.applies.record) return not_applicable("recorded as not subject to notification").from(notification.applies.record, "applies");
    return not_applicable("no registered sexual offender").from(c.standing.settled_category(), "category");
  }
  const auto sourced = [&](Finding out) {
    const auto category = c.standing.settled_category();
    if (category && *category == 1) out.from(category, "category");
    return out.from(notification.reissued, "reissued-on").from(notification.applies, "applies", "alerts");
  };
  const auto missing = [&](Finding out) {
    return sourced(std::move(out))
        .act(say("Issue the notification requirements to the person again: the paper is in the 2050 core file, or the offender manager has it."))
        .mend("notification", {"reissued-on", "from"});
  };
  const auto& reissued = notification.reissued;
  if (!reissued) return missing(not_met("not recorded as issued again"));
  if (too_late(reissued, s)) return missing(not_met("recorded for {}, after the release", day_of(reissued)));
  return sourced(met("issued again on {}", day_of(reissued)));
}

}  // namespace mappa
