#include "mappa/casebook/case_bytes.hpp"

#include <algorithm>

#include "mappa/casebook/packing.hpp"

namespace mappa {

// Each takes its value apart into all of its members: one that is added, and not passed, does not compile.

template <IsPass P> void pass_value(P& pass, Length& v) { auto& [years, months, days] = v; pass(years, months, days); }
template <IsPass P> void pass_value(P& pass, Done& v) { auto& [day] = v; pass(day); }
template <IsPass P> void pass_value(P& pass, Reference& v) { auto& [number, kind, entry] = v; pass(number, kind, entry); }
template <IsPass P> void pass_value(P& pass, Note& v) { auto& [text, entry] = v; pass(text, entry); }
template <IsPass P> void pass_value(P& pass, Move& v) { auto& [to, on, arrived, entry] = v; pass(to, on, arrived, entry); }
template <IsPass P> void pass_value(P& pass, Turn& v) { auto& [day, entry, field] = v; pass(day, entry, field); }
template <IsPass P> void pass_value(P& pass, LevelStep& v) { auto& [level, since] = v; pass(level, since); }
template <IsPass P> void pass_value(P& pass, FirstLevel& v) { auto& [level, entry, by, decided] = v; pass(level, entry, by, decided); }
template <IsPass P> void pass_value(P& pass, EarlierDeed& v) { auto& [kind, field, done, entry] = v; pass(kind, field, done, entry); }

template <IsPass P> void pass_value(P& pass, Alert& v) {
  auto& [type, code, active, expired, from, until] = v;
  pass(type, code, active, expired, from, until);
}
template <IsPass P> void pass_value(P& pass, NomisValues& v) {
  std::uint64_t count = v.size();
  pass.bytes().number(count);
  const auto fields = nomis_fields();
  if constexpr (P::writes) {
    for (const auto& [field, text] : v) {
      std::uint64_t at = static_cast<std::uint64_t>(field - fields.data());
      std::string copy = text;
      pass(at, copy);
    }
  } else {
    v.reserve(count);
    for (; count > 0; --count) {
      std::uint64_t at = 0;
      std::string text;
      pass(at, text);
      v.set(fields[std::min<std::size_t>(at, fields.size() - 1)], std::move(text));
    }
  }
}
template <IsPass P> void pass_value(P& pass, MappaReading& v) {
  auto& [flagged, category, level, to_be_confirmed, categories_contradict, levels_contradict, codes, withdrawn, misfiled] = v;
  pass(flagged, category, level, to_be_confirmed, categories_contradict, levels_contradict, codes, withdrawn, misfiled);
}
// The number is the case's own.
template <IsPass P> void row(P& pass, std::optional<NomisRow>& v, const PrisonNumber& of) {
  bool there = v.has_value();
  pass(there);
  if (there && !v) v = NomisRow{of, {}, {}};
  if (!there) return;
  auto& [number, fields, alerts] = *v;
  pass(fields, alerts);
}
template <IsPass P> void nomis(P& pass, NomisData& v, const PrisonNumber& of) {
  auto& [newest, entry, exported_on, seen_on, seen_by, day_assumed, without_recall, alerts] = v;
  row(pass, newest, of);
  pass(entry, exported_on, seen_on, seen_by, day_assumed, without_recall, alerts);
}

template <IsPass P> void pass_value(P& pass, Person& v) {
  auto& [surname, forenames, born, nationality, foreign_national, time_served] = v;
  pass(surname, forenames, born, nationality, foreign_national, time_served);
}
template <IsPass P> void pass_value(P& pass, Standing& v) {
  auto& [mappa, said_by, category, level, to_be_confirmed, categories_contradict, levels_contradict, decided, set_by] = v;
  pass(mappa, said_by, category, level, to_be_confirmed, categories_contradict, levels_contradict, decided, set_by);
}
template <IsPass P> void pass_value(P& pass, Sentence& v) {
  auto& [length, kind, listed_offence, ends, indeterminate, youth] = v;
  pass(length, kind, listed_offence, ends, indeterminate, youth);
}
template <IsPass P> void pass_value(P& pass, Lead& v) { auto& [name, contact, provider] = v; pass(name, contact, provider); }
template <IsPass P> void pass_value(P& pass, Referral& v) { auto& [identified, made, reviewed] = v; pass(identified, made, reviewed); }
template <IsPass P> void pass_value(P& pass, Licence& v) {
  auto& [due, why, expires, copy_held, from, supervision_ends, handover_agreed] = v;
  pass(due, why, expires, copy_held, from, supervision_ends, handover_agreed);
}
template <IsPass P> void pass_value(P& pass, Notification& v) {
  auto& [applies, why, reissued, from, notified] = v;
  pass(applies, why, reissued, from, notified);
}
template <IsPass P> void pass_value(P& pass, Arrangements& v) {
  auto& [lead, confirmed_by, confirmed] = v;
  pass(lead, confirmed_by, confirmed);
}
template <IsPass P> void pass_value(P& pass, Location& v) { auto& [facility, since, moves] = v; pass(facility, since, moves); }
template <IsPass P> void pass_value(P& pass, ReleasePlan& v) {
  auto& [at, kind, ordered_by, out_of_hours, told] = v;
  pass(at, kind, ordered_by, out_of_hours, told);
}
template <IsPass P> void pass_value(P& pass, Released& v) {
  auto& [when, to, by_team, verdict, policy, rests_on] = v;
  pass(when, to, by_team, verdict, policy, rests_on);
}
template <IsPass P> void pass_value(P& pass, Recall& v) { auto& [marked, from, to] = v; pass(marked, from, to); }
template <IsPass P> void pass_value(P& pass, Hold& v) { auto& [not_for_release, reason] = v; pass(not_for_release, reason); }
template <IsPass P> void pass_value(P& pass, CaseOwner& v) { auto& [name, contact] = v; pass(name, contact); }
template <IsPass P> void pass_value(P& pass, Meeting& v) {
  auto& [key, entry, day, asked, attended_by, attendee, can_decide] = v;
  pass(key, entry, day, asked, attended_by, attendee, can_decide);
}
template <IsPass P> void pass_value(P& pass, Contribution& v) {
  auto& [key, entry, made, meeting, covers] = v;
  pass(key, entry, made, meeting, covers);
}
template <IsPass P> void pass_value(P& pass, Request& v) {
  auto& [key, entry, reference, asked_by, received, due, det_tasked, centre_tasked, det_answered, centre_answered] = v;
  pass(key, entry, reference, asked_by, received, due, det_tasked, centre_tasked, det_answered, centre_answered);
}
template <IsPass P> void pass_value(P& pass, PartC& v) {
  auto& [key, entry, reference, incident, relevance, happened, completed, compliance, det_manager, det_inbox, coordinator, case_owner] = v;
  pass(key, entry, reference, incident, relevance, happened, completed, compliance, det_manager, det_inbox, coordinator, case_owner);
}
template <IsPass P> void pass_value(P& pass, RiskAssessment& v) {
  auto& [requested, received, nomis_enough] = v;
  pass(requested, received, nomis_enough);
}
template <IsPass P> void pass_value(P& pass, SpecialConditions& v) { auto& [recorded, text] = v; pass(recorded, text); }
template <IsPass P> void pass_value(P& pass, Placement& v) { auto& [facility, decided, why] = v; pass(facility, decided, why); }
template <IsPass P> void pass_value(P& pass, Safeguarding& v) {
  auto& [child_risk, why, children, arrangements, codes] = v;
  pass(child_risk, why, children, arrangements, codes);
}

template <IsPass P> void pass_value(P& pass, Acknowledgement& v) {
  auto& [key, entry, of, about, until, reason, owed] = v;
  pass(key, entry, of, about, until, reason, owed);
}

template <IsPass P> void pass_value(P& pass, Case& v) {
  auto& [number, as_of, newest, person, references, notes, of_nomis, standing, sentence, lead, referral, licence, notification, arrangements,
         location, plan, released, recall, hold, case_owner, meetings, contributions, requests, reports, risk_assessment, special_conditions,
         placement, safeguarding, acknowledgements, spell_began, spell_entry, new_booking, earlier_until, earlier, first_level, levels, level_changed,
         level_raised, plan_changed] = v;
  nomis(pass, of_nomis, number);
  pass(as_of, newest, person, references, notes, standing, sentence, lead, referral, licence, notification, arrangements, location, plan,
       released, recall, hold, case_owner, meetings, contributions, requests, reports, risk_assessment, special_conditions, placement,
       safeguarding, acknowledgements, spell_began, spell_entry, new_booking, earlier_until, earlier, first_level, levels, level_changed, level_raised,
       plan_changed);
}

std::string case_bytes(Case folded) {
  Packing bytes;
  Pass pass(bytes);
  pass(folded);
  return bytes.finish();
}

Case case_from_bytes(const PrisonNumber& number, std::string_view bytes) {
  Case out(number);
  Unpacking rest(bytes);
  Pass pass(rest);
  pass(out);
  if (!rest.rest().empty()) throw unreadable_bytes();
  return out;
}

}  // namespace mappa
