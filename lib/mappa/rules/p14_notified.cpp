// Not the order: the Sexual Offences Act 2003 (sections 83 and 84). Whoever is subject to notification tells the
// police within three days that begin with the day of the release, counted in calendar days. The duty is the person's
// own, and this is advice. The order itself only has the requirements issued again (paragraph 14).
#include "mappa/rules/paragraph_rules.hpp"
#include "mappa/rules/standing.hpp"

namespace mappa {
namespace {

// A notification after an earlier release, or of before this one, does not serve it.
bool since_the_release(const Fact<Done>& notified, Date release) { return notified && notified->day.value_or(*notified.day) >= release; }

}  // namespace

Findings police_notified(const Case& c, const Setting& s) {
  const auto& when = c.released.when;
  if (!when) return not_applicable("not released yet");
  const auto applies = registered(c);
  if (!applies)
    return unknown("released on {}; whether the person is registered is not known", when->day)
        .from(when, "when")
        .waits(mappa_state(c) == MappaState::unknown ? "p6.mappa-status" : "p6.category");
  if (!*applies) return not_applicable("no registered sexual offender");
  const auto& notified = c.notification.notified;
  const int days = s.policy.notification_days;
  const Date by = plus_days(when->day, days - 1);
  const Said counted = say("{} days that begin with {} end on {}.", days, when->day, by);
  const auto sourced = [&](Finding out) {
    return std::move(out).from(notified, "notified-on").from(when, "when").from(c.notification.applies, "applies", "alerts").due(by, false).because({counted});
  };
  if (!since_the_release(notified, when->day))
    return sourced(not_met("released on {}, and it is not recorded that the person has notified the police", when->day))
        .act(say("Ask whoever manages the person whether the police were notified, which is the person's own duty; record the day."))
        .mend("notification", {"notified-on"})
        .owed_since(when->day);
  if (notified->day && *notified->day > by) return sourced(not_met("notified on {}, and that was due by {}", *notified->day, by));
  return sourced(met("notified on {}", day_of(notified)));
}

}  // namespace mappa
