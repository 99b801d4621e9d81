// Paragraphs 1 to 3: the order covers time-served foreign national offenders in immigration detention in
// England and Wales. A person is presumed to be one unless something recorded, or evident, says otherwise.
#include "mappa/base/text.hpp"
#include "mappa/rules/detention.hpp"
#include "mappa/rules/earliest_release.hpp"
#include "mappa/rules/paragraph_rules.hpp"

namespace mappa {
namespace {

bool evidently_not(const Text& nationality, const Setting& s) {
  for (const auto& home : s.policy.not_foreign)
    if (lower(trimmed(nationality)) == lower(home)) return true;
  return false;
}

}  // namespace

Findings held_in_england_or_wales(const Case& c, const Setting& s) {
  const auto place = held_at(c);
  if (!place) return met("presumed: no place outside England and Wales is known");
  const auto sourced = [&](Finding out) { return std::move(out).from(c.location.facility, "facility", "prisonId"); };
  if (!s.facility)
    return sourced(unknown("held at {}, which the register of facilities does not know; presumed to be in England or Wales", *place))
        .act(say("Add {} to the register in the configuration, or correct the place.", *place))
        .mend_with("location", "FACILITY", {"since"});
  const std::string country{spoken(s.facility->country)};
  if (s.facility->country == Country::england || s.facility->country == Country::wales)
    return sourced(met("held at {}, {}", s.facility->name, country));
  return sourced(not_met("held at {}, {}: the order covers England and Wales", s.facility->name, country))
      .act(say("Ask the CC case owner which arrangements hold in {}, and tell the offender manager.", country));
}

Findings foreign_national(const Case& c, const Setting& s) {
  const Said tell = say("Tell the CC case owner at once: a person who is no foreign national may not be liable to "
                        "immigration detention. Tell the offender manager of the release.");
  if (const auto& said = c.person.foreign_national) {
    if (*said) return met("recorded as a foreign national").from(said, "foreign-national");
    return not_met("recorded as not a foreign national").from(said, "foreign-national").act(tell);
  }
  const auto& [shown, recorded] = c.person.nationality;
  const auto& nationality = recorded ? recorded : shown;
  if (!nationality || !evidently_not(*nationality, s))
    return met("presumed: nothing says otherwise").from(c.person.nationality, "nationality", "nationality");
  return not_met("nationality {}: evidently not a foreign national", *nationality)
      .from(c.person.nationality, "nationality", "nationality")
      .act(tell)
      .mend("person", {"foreign-national"});
}

Findings time_served(const Case& c, const Setting& s) {
  if (const auto& said = c.person.time_served) {
    if (*said) return met("recorded as having served the custodial part").from(said, "time-served");
    return not_met("recorded as still serving the custodial part")
        .from(said, "time-served")
        .act(say("Ask the holding prison: a release from a sentence is the prison's. Tell the offender manager and the CC case owner."));
  }
  const auto earliest = earliest_release(c, s);
  if (!earliest.date) return met("presumed: nothing says otherwise");
  const auto sourced = [&](Finding out) { return std::move(out).from(earliest.entry, earliest.from).because(earliest.working); };
  if (*earliest.date <= s.at.day) return sourced(met("the earliest release from prison was {}", *earliest.date));
  return sourced(unknown("the earliest release from prison, {}, is later than this release; presumed to have been served", *earliest.date))
      .act(say("Ask the holding prison whether the custodial part is served, and record it."))
      .mend("person", {"time-served"});
}

Findings held_in_the_immigration_estate(const Case& c, const Setting& s) {
  const auto place = held_at(c);
  const auto sourced = [&](Finding out) { return std::move(out).from(c.location.facility, "facility", "prisonId"); };
  if (!place) return met("presumed: no place is known");
  if (!s.facility) return sourced(met("presumed: {} is not known to be a prison", *place));
  if (s.facility->immigration_estate()) return sourced(met("held at {}", s.facility->name));
  return sourced(not_met("held at {}, a prison: the order covers releases from the immigration estate", s.facility->name))
      .act(say("The prison and the offender manager arrange a release from there; tell the CC MAPPA co-ordinator. If the person has "
               "been moved, record where."))
      .mend_with("location", "FACILITY", {"since"});
}

}  // namespace mappa
