// Paragraph 8: who supervises the person after release. Adults released before their sentence ends are on
// licence, MAPPA offenders with the NPS; all young offenders are under supervision or on licence with the youth
// offending team; who is registered is managed by the police.
#include "mappa/rules/licence_runs.hpp"
#include "mappa/rules/paragraph_rules.hpp"
#include "mappa/rules/standing.hpp"

namespace mappa {
namespace {

Finding on_licence(const Case& c) {
  switch (mappa_state(c)) {
    case MappaState::yes: return met("NPS: an adult MAPPA offender under licence or supervision");
    case MappaState::no: return met("NPS or CRC: an adult under licence or supervision who is no MAPPA offender");
    case MappaState::unknown: break;
  }
  return unknown("an adult under licence or supervision: NPS if a MAPPA offender, else NPS or CRC").waits("p6.mappa-status");
}

Finding off_licence(const Case& c) {
  const auto police = registered(c);
  if (!police) return unknown("no licence runs; whether the police manage the person is not known").waits("p6.category");
  return *police ? met("police only: registered, and neither licence nor supervision runs")
                 : met("nobody: neither licence nor supervision runs, and the person is not registered");
}

}  // namespace

Findings supervision_after_release(const Case& c, const Setting& s) {
  const auto run = licence_run(c, s);
  const auto under = supervised(c, s);
  const auto is_young = young(c, s);
  const auto sourced = [&](Finding out) { return with_sources(out.from(c.born(), "born"), run); };
  if (!under) return sourced(unknown("whether a licence or supervision runs is not known")).waits("p14.licence-copy");
  if (!*under) return sourced(off_licence(c));
  if (!is_young) return sourced(unknown("a licence or supervision runs; NPS or YOT depends on the date of birth")).waits("p8.young-offender");
  return sourced(*is_young ? met("YOT: a young offender under licence or supervision") : on_licence(c));
}

}  // namespace mappa
