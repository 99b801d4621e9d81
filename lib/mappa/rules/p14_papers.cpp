// Paragraph 14: on release into the community the centre's supplier sees to it that the person holds a copy of
// the licence, and that notification requirements are issued again to a sexual offender subject to them. Both
// papers are in the 2050 prison core file, or come from the offender manager.
#include <algorithm>

#include "mappa/rules/licence_runs.hpp"
#include "mappa/rules/paragraph_rules.hpp"
#include "mappa/rules/standing.hpp"

namespace mappa {
namespace {

Finding unknown_run(const LicenceRun& run) {
  Finding out = with_sources(finding(Answer::unknown, run.why), run);
  if (std::ranges::find(run.ask, "born") != run.ask.end()) return std::move(out).act(say("Record the date of birth.")).mend("person", run.ask);
  return std::move(out).act(say("Find out whether a licence is due on release, and until when.")).mend("licence", run.ask);
}

Finding not_subject(const Case& c) {
  const auto& applies = c.notification.applies;
  if (applies.record) return not_applicable("recorded as not subject to notification").from(applies, "applies", "alerts");
  return not_applicable("no registered sexual offender").from(c.standing.category, "category", "alerts").from(c.standing.mappa, "mappa", "alerts");
}

Finding subject_unknown(const Case& c) {
  if (mappa_state(c) == MappaState::unknown)
    return unknown("it is not known whether the person is a registered sexual offender").waits("p6.mappa-status");
  return unknown("the category is not known: it may be category 1").waits("p6.category");
}

}  // namespace

Findings licence_copy_held(const Case& c, const Setting& s) {
  const auto run = licence_run(c, s);
  if (run.over()) return with_sources(finding(Answer::not_applicable, run.why), run);
  if (run.unknown()) return unknown_run(run);
  const auto& held = c.licence.copy_held;
  const std::string paper = young(c, s).value_or(false) ? "notice of supervision or licence" : "licence";
  const auto missing = [&](Finding out) {
    return with_sources(out.from(held, "copy-held"), run)
        .act(say("Give the person a copy of the {}: it is in the 2050 core file, or the offender manager has it.", paper))
        .mend("licence", {"copy-held", "from"})
        .because({run.why});
  };
  if (!held) return missing(not_met("a copy is not recorded as handed over"));
  if (too_late(held, s)) return missing(not_met("the copy is recorded for {}, after the release", day_of(held)));
  return with_sources(met("the person has held a copy of the {} since {}", paper, day_of(held)).from(held, "copy-held"), run).because({run.why});
}

Findings notification_reissued(const Case& c, const Setting& s) {
  const auto applies = registered(c);
  if (!applies) return subject_unknown(c);
  if (!*applies) return not_subject(c);
  const auto& notification = c.notification;
  const auto category = c.standing.settled_category();
  const auto sourced = [&](Finding out) {
    if (category && *category == 1) out.from(c.standing.category, "category", "alerts");
    return std::move(out).from(notification.reissued, "reissued-on").from(notification.applies, "applies", "alerts");
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
