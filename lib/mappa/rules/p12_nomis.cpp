// Paragraph 12: the holding prison keeps MAPPA information accurate on NOMIS. Old or contradicted data is no
// ground to go by.
#include <algorithm>

#include "mappa/rules/detention.hpp"
#include "mappa/rules/licence_runs.hpp"
#include "mappa/rules/paragraph_rules.hpp"
#include "mappa/rules/standing.hpp"

namespace mappa {
namespace {

template <class T>
struct Both {
  std::string what;             // "category"
  const TwoSided<T>& sides;
  Fact<T> used;                 // nothing where neither side is
  std::string field, nomis_field;
};

std::string yes_no(bool value) { return value ? "yes" : "no"; }
Gap gap(bool value) { return yes_no(value); }
Gap gap(int value) { return value; }
Gap gap(Date value) { return value; }

template <class T>
void add_disagreement(Findings& out, const Both<T>& both) {
  const auto& [nomis, record] = both.sides;
  if (!both.sides.disagree()) return;
  const std::string text = "{}: NOMIS says {} (since the export of {}), the casebook says {} (about {}); ";
  Finding found = both.used ? not_met(text + "{} is used", both.what, gap(*nomis), *nomis.day, gap(*record), *record.day, gap(*both.used))
                            : not_met(text + "neither is used", both.what, gap(*nomis), *nomis.day, gap(*record), *record.day);
  out.push_back(found.from(both.sides, both.field, both.nomis_field)
                    .concerning(both.what)
                    .act(say("The holding prison corrects NOMIS. If the record is wrong, withdraw it; if it still holds and is not "
                             "used, record it again about today.")));
}

std::optional<Date> later(Date a, Date b) { return std::max(a, b); }

// A licence that is recorded as not due, and yet runs by the dates.
void add_licence(Findings& out, const Case& c, const Setting& s) {
  const auto run = licence_run(c, s);
  if (!c.licence.due || *c.licence.due || !run.runs()) return;
  out.push_back(with_sources(not_met("licence: recorded as not due about {}, and since then something says that one runs; it is taken to run",
                                     *c.licence.due.day), run)
                    .concerning("licence due")
                    .act(say("Ask the offender manager whether a licence is due, and record it about today."))
                    .mend("licence", {"due", "why"}));
}

// A registered sexual offender is category 1, and so a MAPPA offender, whatever was recorded.
void add_registered(Findings& out, const Case& c) {
  const auto& alert = c.notification.applies.nomis;
  if (mappa_state(c) != MappaState::no || !alert || !*alert) return;
  out.push_back(not_met("recorded as not a MAPPA offender, and NOMIS says registered sexual offender, who is one of category 1")
                    .from(c.standing.mappa.record, "mappa")
                    .from(alert, "alerts")
                    .concerning("registered")
                    .act(say("Ask the offender manager which of the two is right, and record the status."))
                    .mend_with("status", "YES-OR-NO", {"said-by"}));
}

}  // namespace

Findings nomis_not_old(const Case& c, const Setting& s) {
  const auto& seen = c.nomis.seen_on;
  if (!seen) return not_applicable("no NOMIS export has brought this person");
  const int age = days_between(*seen, s.today);
  const std::string old = (age == 1 ? "1 day" : std::to_string(age) + " days") + std::string(" old");
  const std::string counted = c.nomis.day_assumed ? ", counted from the day of import" : "";
  if (age <= s.policy.nomis_days) return met("NOMIS data of {}, {}{}", *seen, old, counted).from(c.nomis.seen_by, "export");
  return not_met("NOMIS data of {}, {}{}; more than {}", *seen, old, counted, s.policy.nomis_days)
      .from(c.nomis.seen_by, "export")
      .act(say("Import a newer export."))
      .due(plus_days(*seen, s.policy.nomis_days + 1), false);
}

Findings nomis_not_older_than_detention(const Case& c, const Setting& s) {
  const auto& seen = c.nomis.seen_on;
  if (!seen) return not_applicable("no NOMIS export has brought this person");
  const Move* arrived = arrival(c, s);
  if (!arrived) return not_applicable("the arrival in detention is not recorded");
  const auto sourced = [&](Finding out) { return std::move(out).from(c.nomis.seen_by, "export").from(arrived->entry, arrived->arrived ? "since" : "facility"); };
  if (*seen >= arrived->on) return sourced(met("NOMIS data of {}, in detention by {}", *seen, arrived->on));
  if (!arrived->arrived)
    return sourced(unknown("NOMIS data of {}; in detention by {}, and since when is not recorded", *seen, arrived->on))
        .act(say("Record the day of arrival, or import a newer export."))
        .mend_with("location", arrived->to, {"since"});
  return sourced(not_met("NOMIS data of {} is older than the arrival in detention on {}", *seen, arrived->on))
      .act(say("Import a newer export: what happened since is not known."));
}

Findings both_sides_agree(const Case& c, const Setting& s) {
  Findings out;
  const auto& st = c.standing;
  add_disagreement(out, Both<bool>{"MAPPA", st.mappa, st.settled_mappa(), "mappa", "alerts"});
  add_disagreement(out, Both<int>{"category", st.category, st.settled_category(), "category", "alerts"});
  add_disagreement(out, Both<int>{"level", st.level, st.settled_level(), "level", "alerts"});
  add_disagreement(out, Both<Date>{"licence expiry", c.licence.expires, c.licence.expires.settled(later), "expires", "licenceExpiryDate"});
  add_disagreement(out, Both<Date>{"sentence expiry", c.sentence.ends, c.sentence.ends.settled(later), "ends", "sentenceExpiryDate"});
  TwoSided<bool> open_ended{c.sentence.nomis_indeterminate, {}};
  if (const auto& kind = c.sentence.kind) open_ended.record = {*kind == SentenceKind::indeterminate, kind.entry, kind.day};
  add_disagreement(out, Both<bool>{"indeterminate sentence", open_ended, indeterminate(c), "kind", "indeterminateSentence"});
  add_disagreement(out, Both<Date>{"date of birth", c.person.born, c.born(), "born", "dateOfBirth"});
  add_disagreement(out, Both<bool>{"notification", c.notification.applies, notification_applies(c), "applies", "alerts"});
  add_licence(out, c, s);
  add_registered(out, c);
  if (out.empty()) out.push_back(met("NOMIS and the casebook agree"));
  return out;
}

}  // namespace mappa
