// Paragraph 5, first half: people under MAPPA are held where it is suitable, which is where DEPMU placed them
// (paragraph 12).
#include "mappa/rules/detention.hpp"
#include "mappa/rules/paragraph_rules.hpp"
#include "mappa/rules/standing.hpp"

namespace mappa {

Findings held_as_placed(const Case& c, const Setting&) {
  if (auto open = unless_mappa(c)) return std::move(*open);
  const auto& placed = c.placement.facility;
  if (!placed) return unknown("no placement is recorded").waits("p12.placement");
  const auto place = held_at(c);
  const auto sourced = [&](Finding out) { return std::move(out).from(placed, "facility").from(c.location.facility, "facility", "prisonId"); };
  if (!place)
    return sourced(unknown("placed at {}, and where the person is held is not known", *placed))
        .act(say("Record where the person is held."))
        .mend_with("location", "FACILITY", {"since"});
  if (*place == *placed) return sourced(met("placed and held at {}", *place));
  return sourced(not_met("placed at {}, held at {}", *placed, *place))
      .act(say("Move the person there, or decide anew from the risk assessment."))
      .mend_with("placement", *place, {"decided-on", "why"})
      .owed_since(at_this_place_since(c));
}

}  // namespace mappa
