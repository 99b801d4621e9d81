// Paragraph 13: visitors, children among them, are protected. Somebody who is a risk to children has visiting
// arrangements that visits staff can read, made for this place and since the risk was known.
#include <utility>

#include "mappa/rules/detention.hpp"
#include "mappa/rules/paragraph_rules.hpp"
#include "mappa/rules/standing.hpp"

namespace mappa {

Findings visits_arranged(const Case& c, const Setting&) {
  const auto& safe = c.safeguarding;
  const auto risk = child_risk(c);
  if (!risk && c.nomis.row) return not_applicable("no alert says that the person is a risk to children, and nothing is recorded").from(c.nomis.entry, "alerts");
  if (!risk)
    return unknown("whether the person is a risk to children is not known")
        .act(say("Ask the holding prison, and record it."))
        .mend_with("child-risk", "YES-OR-NO", {"why"});
  const auto marked = [&](Finding out) { return std::move(out).from(safe.child_risk, "applies", "alerts"); };
  if (!*risk) return marked(not_applicable("recorded as no risk to children"));
  const auto& children = safe.children;
  const auto missing = [&](Finding out) {
    return marked(out.from(children, "children"))
        .act(say("Decide whether children may visit and how, tell visits staff, and record it."))
        .mend("visiting-arrangements", {"children", "arrangements"});
  };
  if (!children) return missing(not_met("a risk to children, and no visiting arrangements are recorded")).owed_since(risk.day);
  // On one day the later entry decides: what was arranged first was arranged for somewhere else, or for less.
  const std::pair arranged{*children.day, children.entry};
  if (const auto here = arrived_here(c); here && arranged < std::pair{here->on, here->entry})
    return missing(not_met("visiting arrangements of {}, before the person came to {} by {}", *children.day, *held_at(c), here->on)).owed_since(here->on);
  const bool by_nomis = risk.entry == safe.child_risk.nomis.entry;
  if (*children.day < *risk.day || (by_nomis && arranged < std::pair{*risk.day, risk.entry}))
    return missing(not_met("visiting arrangements of {}, before the risk to children was known on {}", *children.day, *risk.day)).owed_since(risk.day);
  return marked(met("children: {}", word(*children)).from(children, "children"));
}

}  // namespace mappa
