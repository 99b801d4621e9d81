// Paragraph 7: the level goes on when the person comes into detention, and the offender manager answers for the
// case until the licence expires.
#include "mappa/rules/detention.hpp"
#include "mappa/rules/licence_runs.hpp"
#include "mappa/rules/paragraph_rules.hpp"
#include "mappa/rules/standing.hpp"

namespace mappa {

Findings level_goes_on(const Case& c, const Setting& s) {
  if (auto open = unless_mappa(c)) return std::move(*open);
  const auto level = c.standing.settled_level();
  if (!level || c.levels.empty()) return unknown("the level is not set").waits("p7.level");
  const LevelStep& now = c.levels.back();
  const auto sourced = [&](Finding out) { return std::move(out).from(now.since.entry, now.since.field); };
  if (c.levels.size() == 1) return sourced(met("level {} holds since {}, unchanged", now.level, now.since.day));
  const int before = c.levels[c.levels.size() - 2].level;
  const Move* arrived = arrival(c, s);
  if (arrived && now.since.day >= arrived->on)
    return sourced(met("level {} since {}: changed from level {} in detention", now.level, now.since.day, before));
  return sourced(met("level {} since {}: changed from level {}", now.level, now.since.day, before));
}

Findings responsible_until(const Case& c, const Setting& s) {
  if (auto open = unless_mappa(c)) return std::move(*open);
  const auto run = licence_run(c, s);
  if (run.unknown()) return with_sources(unknown("whether a licence runs is not known"), run).waits("p14.licence-copy");
  if (run.runs())
    return with_sources(run.until ? met("the offender manager answers for the case until the licence ends on {}", *run.until)
                                  : met("the offender manager answers for the case: the licence has no known end"), run);
  const auto& supervision = c.licence.supervision_ends;
  if (supervision && *supervision >= s.at.day)
    return with_sources(met("no licence runs; supervision after it, until {}, keeps the offender manager", *supervision), run)
        .from(supervision, "topupSupervisionExpiryDate");
  return with_sources(not_applicable("no licence runs any more: the offender manager's responsibility has ended"), run);
}

}  // namespace mappa
