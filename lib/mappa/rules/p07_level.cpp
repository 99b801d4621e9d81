// Paragraph 7: the offender manager decides the level before the earliest release from prison; it goes on in
// detention; the offender manager answers for the case until the licence expires.
#include "mappa/rules/earliest_release.hpp"
#include "mappa/rules/licence_runs.hpp"
#include "mappa/rules/paragraph_rules.hpp"
#include "mappa/rules/standing.hpp"

namespace mappa {
namespace {

const std::vector<std::string> lead_fields{"name", "provider"};

Finding nobody_named(const Case& c, const LicenceRun& run, bool police) {
  auto out = police ? unknown("registered, and {}: the police lead, and nobody is named", std::string("no licence runs"))
                    : unknown("nobody is recorded as managing the person");
  for (const auto& source : run.sources) out.from(source.entry, source.field);
  return out.act(police ? say("Find out which police officer manages the person.") : say("Find out who the offender manager is."))
      .mend("offender-manager", lead_fields)
      .from(c.lead.name, "name");
}

}  // namespace

Findings level_set(const Case& c, const Setting& s) {
  if (auto open = unless_mappa(c)) return *open;
  const auto level = c.standing.settled_level();
  if (level) return met("level {}", *level).from(level, "level");
  const auto due = referral_due(c, s);
  const Said action = say("Have the offender manager decide the level, and record it.");
  const auto& open = c.standing.level_to_be_confirmed;
  auto out = open && *open ? not_met("a NOMIS alert says that the level is to be confirmed, and no later record sets it").from(open, "alerts")
             : c.standing.levels_contradict && *c.standing.levels_contradict
                 ? unknown("NOMIS alerts contradict each other about the level").from(c.standing.levels_contradict, "alerts")
                 : unknown("no level is recorded; a MAPPA flag alone does not give one");
  return out.act(action).mend_with("level", "N", {"decided"}).due(due.day, due.rounded).because(due.working);
}

Findings level_set_in_time(const Case& c, const Setting& s) {
  if (auto open = unless_mappa(c)) return *open;
  const auto level = c.standing.settled_level();
  if (!level) return not_applicable("no level is set");
  const auto release = earliest_release(c, s);
  if (!release.referral_due)
    return unknown("the earliest release date from prison is not known").from(level, "level").because(release.working);
  const Date due = release.referral_due->date;
  const auto& decided = c.standing.level_decided;
  const bool recorded = level.entry == c.standing.level.record.entry;
  const auto known_by = recorded ? (decided ? decided->day : std::nullopt) : level.day;
  if (known_by && *known_by <= due)
    return met(recorded ? "decided on {}, by {}" : "shown on NOMIS by {}, by {}", *known_by, due).from(level, "level").because(release.working);
  if (recorded && known_by)
    return not_met("decided on {}; due by {}", *known_by, due).from(level, "level").because(release.working);
  return unknown("when the level was decided is not recorded; due by {}", due)
      .from(level, "level")
      .act(say("Record when the level was decided, if it can be found out."))
      .mend_with("level", std::to_string(*level), {"decided"})
      .because(release.working);
}

Findings lead_named(const Case& c, const Setting& s) {
  if (auto open = unless_mappa(c)) return *open;
  const auto& [name, contact, provider] = c.lead;
  const auto run = licence_run(c, s);
  const auto under_supervision = supervised(c, s);
  const bool police_lead = under_supervision && !*under_supervision && registered(c).value_or(false);
  if (!name) return nobody_named(c, run, police_lead);
  if (!provider)
    return unknown("{} is named, but not for which service", *name)
        .from(name, "name")
        .act(say("Record the service."))
        .mend("offender-manager", {"provider"});
  const bool police = *provider == Provider::police;
  if (police_lead && !police)
    return not_met("{} ({}) is named, but no licence or supervision runs: for a registered offender the police lead", *name, word(*provider))
        .from(name, "name")
        .act(say("Find out which police officer manages the person."))
        .mend("offender-manager", lead_fields);
  if (under_supervision && *under_supervision && police)
    return not_met("{} (police) is named, but a licence or supervision runs: an offender manager leads", *name)
        .from(name, "name")
        .act(say("Find out who the offender manager is."))
        .mend("offender-manager", lead_fields);
  if (!under_supervision && police)
    return unknown("{} (police) is named, and whether a licence runs is not known", *name)
        .from(name, "name")
        .act(say("Record whether a licence is due, and until when."))
        .mend("licence", {"due", "expires"});
  return met("{} ({})", *name, word(*provider)).from(name, "name").from(provider, "provider");
}

Findings still_mappa(const Case& c, const Setting& s) {
  if (auto open = unless_mappa(c)) return *open;
  const auto category = c.standing.settled_category();
  if (!category) return unknown("the category is not known").waits("p6.category");
  if (*category != 2) return not_applicable("category {}", *category).from(category, "category");
  const auto run = licence_run(c, s);
  if (run.unknown()) return unknown("whether a licence runs is not known").from(category, "category").waits("p14.licence-copy");
  Finding out = run.over() ? not_met("category 2, and no licence runs any more: the person may have left MAPPA") : finding(Answer::met, run.why);
  for (const auto& source : run.sources) out.from(source.entry, source.field);
  if (run.over()) out.act(say("Ask the offender manager; if so, record it.")).mend_with("status", "no", {"said-by"});
  return out.from(category, "category");
}

}  // namespace mappa
