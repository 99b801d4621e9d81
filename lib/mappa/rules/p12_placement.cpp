// Paragraph 12: DEPMU asks for a risk assessment, for which the holding prison keeps enough on NOMIS; puts the
// MAPPA details on CID's special conditions screen; and decides by all of that where the person is held.
#include "mappa/rules/detention.hpp"
#include "mappa/rules/paragraph_rules.hpp"
#include "mappa/rules/standing.hpp"

namespace mappa {
namespace {

std::optional<Date> in_detention_since(const Case& c, const Setting& s) {
  const Move* arrived = arrival(c, s);
  return arrived ? std::optional{arrived->on} : at_this_place_since(c);
}

}  // namespace

Findings risk_assessment_received(const Case& c, const Setting& s) {
  if (auto open = unless_mappa(c)) return std::move(*open);
  const auto& requested = c.risk_assessment.requested;
  const auto& received = c.risk_assessment.received;
  if (received && !too_late(received, s)) return met("received on {}", day_of(received)).from(received, "received-on").from(requested, "requested-on");
  const auto missing = [&](Finding out) { return std::move(out).from(requested, "requested-on").from(received, "received-on"); };
  if (requested && !too_late(requested, s))
    return missing(not_met("requested on {}, and not received", day_of(requested)))
        .role(Role::holding_prison)
        .act(say("Give DEPMU the risk assessment."))
        .mend("risk-assessment", {"received-on", "nomis-enough"})
        .owed_since(requested->day);
  return missing(not_met("not recorded as requested"))
      .act(say("Ask the holding prison for the risk assessment, and record the day on which it comes."))
      .mend("risk-assessment", {"requested-on", "received-on", "nomis-enough"})
      .owed_since(in_detention_since(c, s));
}

Findings nomis_held_enough(const Case& c, const Setting& s) {
  if (auto open = unless_mappa(c)) return std::move(*open);
  const auto& received = c.risk_assessment.received;
  const auto& enough = c.risk_assessment.nomis_enough;
  if (!enough && (!received || too_late(received, s))) return unknown("the risk assessment is not received").waits("p12.risk-assessment");
  if (!enough)
    return unknown("whether NOMIS held enough for the risk assessment is not recorded")
        .from(received, "received-on")
        .role(Role::depmu)
        .act(say("Record whether it did."))
        .mend("risk-assessment", {"nomis-enough"});
  if (*enough) return met("NOMIS held enough about MAPPA").from(enough, "nomis-enough");
  return not_met("NOMIS did not hold enough about MAPPA")
      .from(enough, "nomis-enough")
      .act(say("Correct NOMIS; once DEPMU finds enough there, record it."))
      .mend("risk-assessment", {"nomis-enough"})
      .owed_since(enough.day);
}

Findings special_conditions_recorded(const Case& c, const Setting& s) {
  if (auto open = unless_mappa(c)) return std::move(*open);
  const auto& recorded = c.special_conditions.recorded;
  const auto missing = [&](Finding out) {
    return std::move(out).from(recorded, "recorded-on").act(say("Put the MAPPA details on the special conditions screen of CID.")).mend("special-conditions", {"recorded-on", "text"});
  };
  if (!recorded || too_late(recorded, s)) return missing(not_met("the MAPPA details are not recorded as put on CID")).owed_since(in_detention_since(c, s));
  const auto& changed = c.level_changed;
  if (changed && recorded->day && *recorded->day < changed->day)
    return missing(not_met("put on CID on {}, and the level changed on {}", *recorded->day, changed->day).from(changed->entry, changed->field))
        .owed_since(changed->day);
  if (changed && !recorded->day)
    return missing(unknown("put on CID on an unknown date, and the level changed on {}", changed->day).from(changed->entry, changed->field))
        .owed_since(changed->day);
  return met("on CID since {}", day_of(recorded)).from(recorded, "recorded-on");
}

Findings placed_by_the_assessment(const Case& c, const Setting& s) {
  if (auto open = unless_mappa(c)) return std::move(*open);
  const auto& facility = c.placement.facility;
  const auto& decided = c.placement.decided;
  const auto& received = c.risk_assessment.received;
  const auto sourced = [&](Finding out) { return std::move(out).from(facility, "facility").from(decided, "decided-on").from(received, "received-on"); };
  const auto ask_for_it = [&](Finding out) {
    return sourced(std::move(out))
        .act(say("Decide from the risk assessment where the person is best held, and record it."))
        .mend_with("placement", facility.value.value_or("FACILITY"), {"decided-on", "why"})
        .owed_since(received ? received->day : in_detention_since(c, s));
  };
  if (!facility) return ask_for_it(not_met("no placement is recorded"));
  if (!decided || too_late(decided, s)) return ask_for_it(not_met("placed at {}, and the decision is not recorded", *facility));
  if (!received || too_late(received, s)) return sourced(unknown("placed at {}, and no risk assessment is recorded as received", *facility)).waits("p12.risk-assessment");
  if (!decided->day || !received->day)
    return ask_for_it(unknown("decided on {}, assessment received on {}: which came first is not known", day_of(decided), day_of(received)));
  if (*decided->day < *received->day)
    return ask_for_it(not_met("decided on {}, before the risk assessment came on {}", *decided->day, *received->day));
  return sourced(met("placed at {} on {}", *facility, *decided->day));
}

}  // namespace mappa
