// Paragraph 7: the offender manager answers for the case until the licence expires. Some time before, it must be
// agreed who answers then; and of somebody who is registered the police officer must be known once it has ended.
#include <algorithm>

#include "mappa/rules/licence_runs.hpp"
#include "mappa/rules/paragraph_rules.hpp"
#include "mappa/rules/standing.hpp"

namespace mappa {
namespace {

// A licence ends on its day, whenever the release is that is checked.
Setting as_of_today(const Setting& s) {
  Setting out = s;
  out.at = {s.today, std::chrono::minutes{0}};
  return out;
}

// The last day on which the offender manager answers: supervision after the licence keeps them.
std::optional<Date> ends_on(const Case& c, const LicenceRun& run) {
  const auto& supervision = c.licence.supervision_ends.value;
  if (run.runs() && !run.until) return std::nullopt;
  return run.until && supervision ? std::max(*run.until, *supervision) : supervision ? supervision : run.until;
}

// Whether whoever recorded the agreement knew of this end: it came on the day that something said so or later, or
// was recorded after that. An end that moved since needs a new one.
bool agreed_for(Date end, const Case& c, const Setting& s) {
  const auto& agreed = c.licence.handover_agreed;
  if (!agreed || too_late(agreed, s)) return false;
  const Date day = agreed->day.value_or(*agreed.day);
  const Fact<Date>* const ends[] = {&c.licence.expires.nomis, &c.licence.expires.record, &c.sentence.ends.nomis, &c.sentence.ends.record,
                                    &c.licence.supervision_ends};
  return std::ranges::any_of(ends, [&](const Fact<Date>* one) { return *one && **one == end && (day >= *one->day || agreed.entry > one->entry); });
}

Finding before_the_end(Date end, const Case& c, const Setting& s) {
  const int left = days_between(s.today, end), notice = s.policy.licence_notice_days;
  const auto& agreed = c.licence.handover_agreed;
  const Said from_when = say("{} days before {} is {}: from then on it is asked.", notice, end, plus_days(end, -notice));
  if (left > notice) return not_applicable("the offender manager answers for the case until {}", end).because({from_when});
  if (agreed_for(end, c, s)) return met("agreed on {}, for after {}", day_of(agreed), end).from(agreed, "handover-agreed");
  const bool moved = agreed && !too_late(agreed, s);
  return (moved ? not_met("agreed on {}, and since then the end has become {}", day_of(agreed), end)
                : not_met("the offender manager's responsibility ends on {}, and who answers then is not recorded as agreed", end))
      .from(agreed, "handover-agreed")
      .act(say("Agree with the offender manager who answers for the case from then on, and record the day."))
      .mend("licence", {"handover-agreed"})
      .due(end, false)
      .because({from_when});
}

Finding after_the_end(Date end, const Case& c) {
  const auto police = registered(c);
  if (!police) return unknown("ended on {}; whether the police manage the person is not known", end).waits("p6.category");
  if (!*police) return not_applicable("the offender manager's responsibility ended on {}, and the person is not registered", end);
  const auto& [name, contact, provider] = c.lead;
  if (name && provider && *provider == Provider::police) return met("{} (police)", *name).from(name, "name").from(provider, "provider");
  return not_met("the offender manager's responsibility ended on {}, and no police officer is recorded", end)
      .from(name, "name")
      .from(provider, "provider")
      .act(say("Find out which police officer manages the person, and record it."))
      .mend("offender-manager", {"name", "provider=police"})
      .due(end, false);
}

}  // namespace

Findings handover_settled(const Case& c, const Setting& s) {
  if (auto open = unless_mappa(c)) return *open;
  const Setting now = as_of_today(s);
  const auto run = licence_run(c, now);
  const auto end = ends_on(c, run);
  const auto sourced = [&](Finding out) { return with_sources(out.from(c.licence.supervision_ends, "topupSupervisionExpiryDate"), run); };
  if (run.unknown()) return sourced(unknown("whether a licence runs is not known")).waits("p14.licence-copy");
  if (!end) return sourced(finding(Answer::not_applicable, run.why));
  return sourced(*end >= s.today ? before_the_end(*end, c, now) : after_the_end(*end, c));
}

}  // namespace mappa
