// Paragraph 7: the offender manager decides the level before the earliest release from prison; it goes on in
// detention; the offender manager answers for the case until the licence expires.
#include "mappa/rules/earliest_release.hpp"
#include "mappa/rules/licence_runs.hpp"
#include "mappa/rules/paragraph_rules.hpp"
#include "mappa/rules/standing.hpp"

namespace mappa {
namespace {

Finding level_not_set(const Case& c) {
  const auto& standing = c.standing;
  if (const auto& open = standing.level_to_be_confirmed; open && *open && standing.level.record)
    return not_met("a NOMIS alert, since the export of {}, says that the level is to be confirmed; level {} is recorded about {}, before it",
                   *open.day, *standing.level.record, *standing.level.record.day)
        .from(open, "alerts")
        .from(standing.level.record, "level");
  if (const auto& open = standing.level_to_be_confirmed; open && *open)
    return not_met("a NOMIS alert says that the level is to be confirmed, and no later record sets it").from(open, "alerts");
  if (const auto& open = standing.levels_contradict; open && *open)
    return unknown("NOMIS alerts contradict each other about the level: {}", listed(c.nomis.alerts.codes)).from(open, "alerts");
  return unknown("no level is recorded; a MAPPA flag alone does not give one").from(standing.mappa, "mappa", "alerts");
}

Finding level_that_holds(const Case& c, int level) {
  const auto& open = c.standing.level_to_be_confirmed;
  Finding out = open && *open ? met("level {}; a NOMIS alert still says that it is to be confirmed", level).from(open, "alerts")
                              : met("level {}", level);
  return std::move(out).from(c.standing.level, "level", "alerts");
}

// Who must be named, and why.
struct Needed {
  bool police = false;           // a registered offender whose licence and supervision are over
  bool offender_manager = false; // a licence or supervision runs
  bool nobody = false;           // neither: the order names nobody, and the arrangements say who leads
};

Needed needed_lead(const Case& c, const Setting& s) {
  const auto under_supervision = supervised(c, s);
  if (!under_supervision) return {};
  if (*under_supervision) return {false, true, false};
  const auto is_registered = registered(c);
  return {is_registered.value_or(false), false, is_registered && !*is_registered};
}

Finding find_lead(Finding out, bool police) {
  return std::move(out).act(police ? say("Find out which police officer manages the person, and record it.")
                        : say("Find out who the offender manager is, and record it."))
      .mend("offender-manager", {"name", "provider"});
}

}  // namespace

Findings level_set(const Case& c, const Setting& s) {
  if (auto open = unless_mappa(c)) return std::move(*open);
  const auto due = earliest_release(c, s);
  const auto ask_for_it = [&](Finding out) {
    out.act(say("Have the offender manager decide the level, and record it.")).mend_with("level", "N", c.standing.level.record ? std::vector<std::string>{"decided", "on"} : std::vector<std::string>{"decided"}).because(due.working).owed_since(c.standing.settled_mappa().day);
    if (due.referral_due) out.due(due.referral_due->date, due.referral_due->rounded);
    return out;
  };
  const auto level = c.standing.settled_level();
  if (!level) return ask_for_it(level_not_set(c));
  const auto& decided = c.standing.level_decided;
  if (level.entry == c.standing.level.record.entry && too_late(decided, s))
    return ask_for_it(not_met("level {}, decided on {}, after the release", *level, day_of(decided)).from(decided, "decided"));
  return level_that_holds(c, *level);
}

Findings level_set_in_time(const Case& c, const Setting& s) {
  if (auto open = unless_mappa(c)) return std::move(*open);
  const auto& first = c.first_level;
  if (!first || !c.standing.settled_level()) return not_applicable("no level is set");
  const auto release = earliest_release(c, s);
  const auto finish = [&](Finding out) { return std::move(out).from(first->entry, first->decided ? "decided" : "level").because(release.working); };
  if (!release.referral_due) return finish(unknown("the earliest release date from prison is not known"));
  const Date due = release.referral_due->date;
  if (first->by && *first->by <= due)
    return finish(first->decided ? met("level {} decided on {}, due by {}", first->level, *first->by, due)
                                 : met("level {} shown on NOMIS by {}, due by {}", first->level, *first->by, due));
  if (first->decided) return finish(not_met("level {} decided on {}; due by {}", first->level, *first->by, due));
  Finding out = finish(unknown("when level {} was decided is not recorded; due by {}", first->level, due));
  // Once another level holds, to record the first one again would set the level back.
  if (c.level_changed) return out;
  return std::move(out).act(say("Record when the level was decided, if it can be found out.")).mend_with("level", std::to_string(first->level), {"decided"});
}

Findings lead_named(const Case& c, const Setting& s) {
  if (auto open = unless_mappa(c)) return std::move(*open);
  const auto& name = c.lead.name;
  const auto& provider = c.lead.provider;
  const auto run = licence_run(c, s);
  const auto needed = needed_lead(c, s);
  const auto sourced = [&](Finding out) { return with_sources(out.from(name, "name").from(provider, "provider"), run); };
  if (needed.nobody && !name)
    return sourced(not_applicable("no licence or supervision runs, and the person is not registered: the arrangements say who leads"));
  if (!name)
    return find_lead(sourced(needed.police ? unknown("nobody is recorded; no licence runs, and the police lead for a registered offender")
                                           : unknown("nobody is recorded as managing the person")), needed.police);
  if (!provider)
    return sourced(unknown("{} is named, but not for which service", *name)).act(say("Record the service.")).mend("offender-manager", {"provider"});
  const bool police = *provider == Provider::police;
  if (needed.police && !police)
    return find_lead(sourced(not_met("{} ({}) is named, but no licence or supervision runs: for a registered offender the police lead",
                                     *name, word(*provider))), true);
  if (needed.offender_manager && police)
    return find_lead(sourced(not_met("{} (police) is named, but a licence or supervision runs: an offender manager leads", *name)), false);
  if (police && !needed.police && !supervised(c, s))
    return sourced(unknown("{} (police) is named, and whether a licence runs is not known", *name)).waits("p14.licence-copy");
  return met("{} ({})", *name, word(*provider)).from(name, "name").from(provider, "provider");
}

Findings still_mappa(const Case& c, const Setting& s) {
  if (auto open = unless_mappa(c)) return std::move(*open);
  const auto category = c.standing.settled_category();
  if (!category) return unknown("the category is not known").waits("p6.category");
  const auto sourced = [&](Finding out) { return std::move(out).from(c.standing.category, "category", "alerts"); };
  if (*category != 2) return sourced(not_applicable("category {}", *category));
  const auto run = licence_run(c, s);
  if (run.unknown()) return sourced(unknown("whether a licence runs is not known")).waits("p14.licence-copy");
  if (run.runs()) return with_sources(sourced(finding(Answer::met, run.why)), run);
  return with_sources(sourced(not_met("category 2, and no licence runs any more: the person may have left MAPPA")), run)
      .act(say("Ask the offender manager; if so, record it."))
      .mend_with("status", "no", {"said-by"})
      .due(run.until, false);
}

}  // namespace mappa
