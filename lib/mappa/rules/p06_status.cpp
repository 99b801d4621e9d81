// Paragraph 6: NOMIS flags whoever is imprisoned for a MAPPA offence; the flag says nothing of risk or
// level; there are three categories.
#include "mappa/rules/paragraph_rules.hpp"
#include "mappa/rules/standing.hpp"

namespace mappa {
namespace {

std::string listed(const std::vector<std::string>& codes) {
  std::string out;
  for (const auto& code : codes) out += (out.empty() ? "" : ", ") + code;
  return out;
}

Finding category_1_supported(const Case& c) {
  const auto& applies = c.notification.applies;
  const auto held = applies.settled([](bool, bool) { return std::optional{true}; });
  if (!held)
    return unknown("category 1, and notification is not recorded as applying")
        .act(say("Record whether the person is subject to notification."))
        .mend("notification", {"applies", "why"});
  if (*held) return met("category 1, and notification applies").from(held, "applies");
  return not_met("category 1, and notification is recorded as not applying")
      .from(held, "applies")
      .act(say("Ask the offender manager which of the two is right."))
      .mend("notification", {"applies", "why"});
}

Finding category_2_supported(const Case& c) {
  const auto& s = c.sentence;
  const Said action = say("Ask the offender manager whether category 2 is right.");
  if (s.listed_offence && !*s.listed_offence)
    return not_met("category 2, and the offence is recorded as not a listed one").from(s.listed_offence, "listed-offence").act(action);
  const bool order = s.kind && (*s.kind == SentenceKind::hospital_order || *s.kind == SentenceKind::guardianship_order);
  const bool open_ended = s.kind && *s.kind == SentenceKind::indeterminate;
  const bool long_enough = order || open_ended || (s.length && s.length->twelve_months());
  if (s.length && !long_enough)
    return not_met("category 2, and the sentence is shorter than 12 months").from(s.length, "length").act(action);
  if (!long_enough || !s.listed_offence)
    return unknown("category 2 needs a listed offence and 12 months or a hospital or guardianship order: not all of it is recorded")
        .act(say("Record the sentence and whether the offence is a listed one."))
        .mend("sentence", {"length", "listed-offence"});
  return met("a listed offence, and a sentence that counts").from(s.listed_offence, "listed-offence").from(s.length, "length").from(s.kind, "kind");
}

}  // namespace

Findings mappa_status_known(const Case& c, const Setting&) {
  const auto mappa = c.standing.settled_mappa();
  if (!mappa)
    return unknown(c.nomis.row ? "no MAPPA alert on NOMIS, and nothing recorded" : "nothing recorded, and no NOMIS export has brought this person")
        .act(say("Ask the offender manager or the holding prison; record what they say."))
        .mend_with("status", "YES-OR-NO", {"said-by"});
  if (!*mappa) return met("recorded as not a MAPPA offender").from(mappa, "mappa");
  if (mappa.entry == c.standing.mappa.nomis.entry)
    return met("MAPPA alert on NOMIS: {}", listed(c.nomis.alerts.codes)).from(mappa, "alerts");
  return met("recorded as a MAPPA offender").from(mappa, "mappa");
}

Findings category_known(const Case& c, const Setting&) {
  if (auto open = unless_mappa(c)) return *open;
  const auto category = c.standing.settled_category();
  if (category) return met("category {}", *category).from(category, "category");
  const auto& contradict = c.standing.categories_contradict;
  auto out = contradict && *contradict
                 ? unknown("NOMIS alerts contradict each other: {}", listed(c.nomis.alerts.codes)).from(contradict, "alerts")
             : c.standing.category.disagree() ? unknown("NOMIS says category {}, the casebook says {}", *c.standing.category.nomis,
                                                        *c.standing.category.record)
                                                    .from(c.standing.category, "category", "alerts")
                                              : unknown("no category is recorded");
  return out.act(say("Ask the offender manager which category holds.")).mend_with("category", "N");
}

Findings category_supported(const Case& c, const Setting&) {
  if (auto open = unless_mappa(c)) return *open;
  const auto category = c.standing.settled_category();
  if (!category) return unknown("the category is not known").waits("p6.category");
  if (*category == 1) return category_1_supported(c).from(category, "category");
  if (*category == 2) return category_2_supported(c).from(category, "category");
  if (*category != 3) return not_applicable("category {}", *category).from(category, "category");
  const auto level = c.standing.settled_level();
  if (!level) return unknown("category 3 is managed at level 2 or 3, and the level is not set").waits("p7.level").from(category, "category");
  if (*level != 1) return met("category 3 at level {}", *level).from(category, "category").from(level, "level");
  return not_met("category 3 at level 1: a category 3 offender is managed at level 2 or 3")
      .from(category, "category")
      .from(level, "level")
      .act(say("Ask the offender manager which of the two is right."));
}

Findings category_in_this_version(const Case& c, const Setting&) {
  const auto category = c.standing.settled_category();
  if (!category || *category < 4) return not_applicable("no category beyond the three of version 3.0");
  return not_met("category 4 has existed since 2022, and version 3.0 of the order does not know it; its level is treated like any other")
      .from(category, "category")
      .act(say("Ask the CC MAPPA co-ordinator what category 4 asks for beyond this order."));
}

Findings flagged_on_nomis(const Case& c, const Setting&) {
  if (auto open = unless_mappa(c)) return *open;
  if (!c.nomis.row) return not_applicable("no NOMIS export has brought this person");
  if (c.nomis.alerts.flagged) return met("flagged: {}", listed(c.nomis.alerts.codes)).from(c.nomis.entry, "alerts");
  return not_met("recorded as a MAPPA offender, and not flagged on NOMIS")
      .from(c.standing.mappa.record, "mappa")
      .act(say("The holding prison adds the alert; the next export shows it."));
}

Findings codes_in_order(const Case& c, const Setting&) {
  const auto& alerts = c.nomis.alerts;
  if (!alerts.flagged) return not_applicable("no MAPPA alert on NOMIS");
  if (alerts.categories_contradict || alerts.levels_contradict)
    return not_met("NOMIS alerts contradict each other: {}", listed(alerts.codes))
        .from(c.nomis.entry, "alerts")
        .act(say("The holding prison removes the wrong alert; until then record what holds."));
  if (!alerts.withdrawn.empty())
    return not_met("NOMIS shows codes that are withdrawn: {}", listed(alerts.withdrawn))
        .from(c.nomis.entry, "alerts")
        .act(say("The holding prison replaces them by today's codes."));
  return met("{}", listed(alerts.codes)).from(c.nomis.entry, "alerts");
}

}  // namespace mappa
