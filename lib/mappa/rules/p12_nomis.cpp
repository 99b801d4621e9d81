// Paragraph 12: the holding prison keeps MAPPA information accurate on NOMIS. Old or contradicted data is no
// ground to go by.
#include "mappa/rules/paragraph_rules.hpp"
#include "mappa/rules/standing.hpp"

namespace mappa {
namespace {

// The first day of the unbroken stay in detention: prisons end it.
std::optional<Date> detained_since(const Case& c, const Setting& s) {
  std::optional<Date> since;
  for (const Move& move : c.location.moves) {
    const Facility* place = s.policy.facilities.find(move.to);
    if (place && place->kind == FacilityKind::prison) since.reset();
    else if (!since) since = move.on;
  }
  return since;
}

template <class T>
Finding disagreement(const TwoSided<T>& sides, const Fact<T>& used, std::string_view what, Gap nomis, Gap record, Gap held,
                     std::string field, std::string nomis_field) {
  const std::string ending = used ? "{} is used" : "neither is used{}";
  Finding out = not_met("{}: NOMIS says {} (since the export of {}), the casebook says {} (about {}); " + ending, std::string(what),
                        std::move(nomis), *sides.nomis.day, std::move(record), *sides.record.day,
                        used ? std::move(held) : Gap{std::string{}});
  return out.from(sides, std::move(field), std::move(nomis_field)).act(say("The holding prison corrects NOMIS, or the record is withdrawn."));
}

std::string yes_no(bool value) { return value ? "yes" : "no"; }

}  // namespace

Findings nomis_not_old(const Case& c, const Setting& s) {
  const auto& seen = c.nomis.seen_on;
  if (!seen) return not_applicable("no NOMIS export has brought this person");
  const int age = days_between(*seen, s.today);
  const std::string counted = c.nomis.day_assumed && seen == c.nomis.exported_on ? ", counted from the day of import" : "";
  if (age <= s.policy.nomis_days) return met("NOMIS data of {}, {} days old{}", *seen, age, counted).from(c.nomis.entry, "export");
  return not_met("NOMIS data of {}, {} days old{}; more than {}", *seen, age, counted, s.policy.nomis_days)
      .from(c.nomis.entry, "export")
      .act(say("Import a newer export."));
}

Findings nomis_not_older_than_detention(const Case& c, const Setting& s) {
  const auto& seen = c.nomis.seen_on;
  if (!seen) return not_applicable("no NOMIS export has brought this person");
  const auto since = detained_since(c, s);
  if (!since) return not_applicable("the arrival in detention is not recorded");
  if (*seen >= *since) return met("NOMIS data of {}, arrived on {}", *seen, *since).from(c.nomis.entry, "export").from(c.location.since, "since");
  return not_met("NOMIS data of {} is older than the arrival in detention on {}", *seen, *since)
      .from(c.nomis.entry, "export")
      .from(c.location.since, "since")
      .act(say("Import a newer export: what happened since is not known."));
}

Findings both_sides_agree(const Case& c, const Setting&) {
  Findings out;
  const auto& st = c.standing;
  if (st.mappa.disagree())
    out.push_back(disagreement(st.mappa, st.settled_mappa(), "MAPPA", yes_no(*st.mappa.nomis), yes_no(*st.mappa.record),
                               yes_no(st.settled_mappa().value.value_or(false)), "mappa", "alerts"));
  if (st.category.disagree())
    out.push_back(disagreement(st.category, st.settled_category(), "category", *st.category.nomis, *st.category.record,
                               st.settled_category().value.value_or(0), "category", "alerts"));
  if (st.level.disagree())
    out.push_back(disagreement(st.level, st.settled_level(), "level", *st.level.nomis, *st.level.record,
                               st.settled_level().value.value_or(0), "level", "alerts"));
  const auto latest = [](Date a, Date b) { return std::optional{std::max(a, b)}; };
  if (const auto& ends = c.licence.expires; ends.disagree())
    out.push_back(disagreement(ends, ends.settled(latest), "licence expiry", *ends.nomis, *ends.record, *ends.settled(latest),
                               "expires", "licenceExpiryDate"));
  if (const auto& ends = c.sentence.ends; ends.disagree())
    out.push_back(disagreement(ends, ends.settled(latest), "sentence expiry", *ends.nomis, *ends.record, *ends.settled(latest),
                               "ends", "sentenceExpiryDate"));
  if (const auto& born = c.person.born; born.disagree())
    out.push_back(disagreement(born, c.born(), "date of birth", *born.nomis, *born.record, *c.born(), "born", "dateOfBirth"));
  if (const auto& applies = c.notification.applies; applies.disagree())
    out.push_back(disagreement(applies, applies.settled([](bool, bool) { return std::optional{true}; }), "notification", yes_no(*applies.nomis),
                               yes_no(*applies.record), yes_no(registered(c).value_or(true)), "applies", "alerts"));
  if (out.empty()) out.push_back(met("NOMIS and the casebook contradict each other in nothing"));
  return out;
}

}  // namespace mappa
