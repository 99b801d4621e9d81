// Paragraph 4: at a removal centre the Compliance team watches the contract and the DET, led by its manager,
// deals with the people held; at a residential short-term holding facility DEPMU does the DET's part.
#include "mappa/rules/detention.hpp"
#include "mappa/rules/paragraph_rules.hpp"

namespace mappa {

Findings teams_known(const Case& c, const Setting& s) {
  const auto place = held_at(c);
  const auto sourced = [&](Finding out) { return std::move(out).from(c.location.facility, "facility", "prisonId"); };
  if (!place)
    return unknown("where the person is held is not known, and so not which team acts")
        .act(say("Record where the person is held."))
        .mend_with("location", "FACILITY", {"since"});
  if (!s.facility)
    return sourced(unknown("{} is not in the register of facilities, and so it is not known which team acts there", *place))
        .waits("p1.england-and-wales");
  if (!s.facility->immigration_estate())
    return sourced(not_applicable("held at {}, a prison: the teams are those of the centre that receives the person", s.facility->name));
  return sourced(met("at {}: {}", s.facility->name, team(Role::det, s.facility)));
}

}  // namespace mappa
