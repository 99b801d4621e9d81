// Paragraph 6: NOMIS flags whoever is imprisoned for a MAPPA offence; the flag says nothing of risk or
// level; there are three categories.
#include "mappa/rules/licence_runs.hpp"
#include "mappa/rules/paragraph_rules.hpp"
#include "mappa/rules/standing.hpp"

namespace mappa {
namespace {

Finding category_1_supported(const Case& c) {
  const auto held = notification_applies(c);
  const auto sourced = [&](Finding out) { return std::move(out).from(c.notification.applies, "applies", "alerts"); };
  if (!held)
    return unknown("category 1, and notification is not recorded as applying")
        .act(say("Record whether the person is subject to notification."))
        .mend("notification", {"applies", "why"});
  if (*held) return sourced(met("category 1, and notification applies"));
  return sourced(not_met("category 1, and notification is recorded as not applying"))
      .act(say("Ask the offender manager which of the two is right, and record that one."))
      .mend("notification", {"applies", "why"});
}

// Whether the sentence is one that counts for category 2, as far as it is known.
std::optional<bool> long_enough(const Case& c) {
  const auto& [length, kind, listed_offence, ends, nomis_indeterminate, nomis_youth] = c.sentence;
  if (kind && (*kind == SentenceKind::hospital_order || *kind == SentenceKind::guardianship_order)) return true;
  if (indeterminate(c).value.value_or(false)) return true;
  if (length) return length->twelve_months();
  return std::nullopt;
}

Finding category_2_supported(const Case& c) {
  const auto counts = long_enough(c);
  const auto& listed_offence = c.sentence.listed_offence;
  const auto sourced = [&](Finding out) {
    return std::move(out).from(listed_offence, "listed-offence")
        .from(c.sentence.length, "length")
        .from(c.sentence.kind, "kind")
        .from(c.sentence.nomis_indeterminate, "indeterminateSentence");
  };
  const auto wrong = [&](std::string what) {
    return sourced(not_met(std::move(what)))
        .act(say("Ask the offender manager whether category 2 is right; record the category that is."))
        .mend_with("category", "N");
  };
  if (listed_offence && !*listed_offence) return wrong("category 2, and the offence is recorded as not a listed one");
  if (counts && !*counts) return wrong("category 2, and the sentence is shorter than 12 months");
  if (!counts || !listed_offence)
    return sourced(unknown("category 2 needs a listed offence, and 12 months or a hospital or guardianship order; not all of it is recorded"))
        .act(say("Record the sentence, and whether the offence is a listed one."))
        .mend("sentence", {"length", "listed-offence"});
  return sourced(met("a listed offence, and a sentence that counts"));
}

Finding category_3_supported(const Case& c) {
  const auto level = c.standing.settled_level();
  if (!level) return unknown("category 3 is managed at level 2 or 3, and the level is not set").waits("p7.level");
  const auto sourced = [&](Finding out) { return std::move(out).from(c.standing.level, "level", "alerts"); };
  if (*level != 1) return sourced(met("category 3 at level {}", *level));
  return sourced(not_met("category 3 at level 1: a category 3 offender is managed at level 2 or 3"))
      .act(say("Ask the offender manager which of the two is right, and record it."))
      .mend_with("level", "N", {"decided"});
}

}  // namespace

Findings mappa_status_known(const Case& c, const Setting&) {
  const auto mappa = c.standing.settled_mappa();
  if (not_mappa_contradicted(c) && mappa_state(c) == MappaState::unknown)
    return unknown("recorded as not a MAPPA offender, and since then a category, a level, the alert of a registered sexual offender or a notification says otherwise")
        .from(c.standing.mappa.record, "mappa")
        .from(c.standing.category.record, "category")
        .from(c.standing.level.record, "level")
        .from(c.notification.applies, "applies", "alerts")
        .act(say("Ask the offender manager which holds, and record it about today."))
        .mend_with("status", "YES-OR-NO", {"said-by"});
  if (!mappa)
    return unknown(c.nomis.row ? "no MAPPA alert on NOMIS, and nothing recorded" : "nothing recorded, and no NOMIS export has brought this person")
        .from(c.nomis.entry, "alerts")
        .act(say("Ask the offender manager or the holding prison; record what they say."))
        .mend_with("status", "YES-OR-NO", {"said-by"});
  const auto sourced = [&](Finding out) { return std::move(out).from(c.standing.mappa, "mappa", "alerts"); };
  if (mappa.entry == c.standing.mappa.nomis.entry) return sourced(met("MAPPA alert on NOMIS: {}", listed(c.nomis.alerts.codes)));
  const std::string what = *mappa ? "recorded as a MAPPA offender" : "recorded as not a MAPPA offender";
  const auto& by = c.standing.said_by;
  return sourced(by ? met(what + ", said by {}", *by) : met(what));
}

Findings category_known(const Case& c, const Setting&) {
  if (auto open = unless_mappa(c)) return std::move(*open);
  const auto& sides = c.standing.category;
  if (const auto category = c.standing.settled_category()) return met("category {}", *category).from(sides, "category", "alerts");
  const auto& contradict = c.standing.categories_contradict;
  const auto why = [&] {
    if (contradict && *contradict)
      return unknown("NOMIS alerts contradict each other: {}", listed(c.nomis.alerts.codes)).from(contradict, "alerts");
    if (sides.disagree()) return unknown("NOMIS says category {}, the casebook says {}", *sides.nomis, *sides.record);
    return unknown("no category is recorded");
  };
  return why().from(sides, "category", "alerts").act(say("Ask the offender manager which category holds, and record it.")).mend_with("category", "N");
}

Findings category_supported(const Case& c, const Setting&) {
  if (auto open = unless_mappa(c)) return std::move(*open);
  const auto category = c.standing.settled_category();
  if (!category) return unknown("the category is not known").waits("p6.category");
  const auto sourced = [&](Finding out) { return std::move(out).from(c.standing.category, "category", "alerts"); };
  switch (*category) {
    case 1: return sourced(category_1_supported(c));
    case 2: return sourced(category_2_supported(c));
    case 3: return sourced(category_3_supported(c));
    default: return sourced(not_applicable("category {}", *category));
  }
}

Findings category_in_this_version(const Case& c, const Setting&) {
  const auto category = c.standing.settled_category();
  if (!category) return not_applicable("no category is known");
  const auto sourced = [&](Finding out) { return std::move(out).from(c.standing.category, "category", "alerts"); };
  if (*category < 4) return sourced(not_applicable("category {}, which version 3.0 knows", *category));
  return sourced(not_met("category 4 has existed since 2022, and version 3.0 of the order does not know it; its level is treated like any other"))
      .act(say("Ask the CC MAPPA co-ordinator what category 4 asks for beyond this order."));
}

Findings flagged_on_nomis(const Case& c, const Setting&) {
  if (auto open = unless_mappa(c)) return std::move(*open);
  if (!c.nomis.row) return not_applicable("no NOMIS export has brought this person");
  if (c.nomis.alerts.flagged) return met("flagged: {}", listed(c.nomis.alerts.codes)).from(c.nomis.entry, "alerts");
  return not_met("recorded as a MAPPA offender, and not flagged on NOMIS")
      .from(c.standing.mappa.record, "mappa")
      .from(c.nomis.entry, "alerts")
      .act(say("The holding prison adds the alert; the next export shows it."));
}

Findings codes_in_order(const Case& c, const Setting&) {
  const auto& alerts = c.nomis.alerts;
  if (!alerts.flagged) return not_applicable("no MAPPA alert on NOMIS");
  if (alerts.categories_contradict || alerts.levels_contradict)
    return not_met("NOMIS alerts contradict each other: {}", listed(alerts.codes))
        .from(c.nomis.entry, "alerts")
        .act(say("The holding prison removes the wrong alert; until then record what holds."));
  if (!alerts.misfiled.empty())
    return not_met("NOMIS files a MAPPA code under another type than P: {}; it counts all the same", listed(alerts.misfiled))
        .from(c.nomis.entry, "alerts")
        .act(say("The holding prison files it under type P."));
  if (!alerts.withdrawn.empty())
    return not_met("NOMIS shows codes that are withdrawn: {}", listed(alerts.withdrawn))
        .from(c.nomis.entry, "alerts")
        .act(say("The holding prison replaces them by today's codes."));
  return met("{}", listed(alerts.codes)).from(c.nomis.entry, "alerts");
}

}  // namespace mappa
