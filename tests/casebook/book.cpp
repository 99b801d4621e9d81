#include "casebook/book.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "mappa/base/text.hpp"

using namespace mappa;

namespace {

const PrisonNumber number = *PrisonNumber::parse("A1234BC");

std::string text_of(bool value) { return value ? "yes" : "no"; }
std::string text_of(int value) { return std::to_string(value); }
std::string text_of(const std::string& value) { return value; }
std::string text_of(Date value) { return iso(value); }
std::string text_of(Moment value) { return iso(value); }
std::string text_of(const Done& value) { return value.day ? iso(*value.day) : "date-unknown"; }
std::string text_of(const Length& value) { return fmt::format("{}y{}m{}d", value.years, value.months, value.days); }
std::string text_of(const Topics& value) {
  std::string out;
  for (const Topic one : value) out += word(one) + " ";
  return out;
}
std::string text_of(const Turn& value) { return fmt::format("{} {} {}", iso(value.day), value.entry, value.field); }
template <class E>
  requires std::is_enum_v<E>
std::string text_of(E value) { return word(value); }

class Dump {
 public:
  template <class T>
  void add(std::string_view name, const std::optional<T>& value) {
    if (value) out += fmt::format("{}: {}\n", name, text_of(*value));
  }
  template <class T>
  void add(std::string_view name, const Fact<T>& fact) {
    if (!fact) return;
    out += fmt::format("{}: {} [{}{}]\n", name, text_of(*fact), fact.entry, fact.day ? ", " + iso(*fact.day) : "");
  }
  template <class T>
  void add(std::string_view name, const TwoSided<T>& sides) {
    add(std::string(name) + " (nomis)", sides.nomis);
    add(std::string(name) + " (record)", sides.record);
  }
  std::string out;
};

void add_standing(Dump& d, const Case& c) {
  d.add("mappa", c.standing.mappa);
  d.add("said by", c.standing.said_by);
  d.add("category", c.standing.category);
  d.add("level", c.standing.level);
  d.add("to be confirmed", c.standing.level_to_be_confirmed);
  d.add("categories contradict", c.standing.categories_contradict);
  d.add("levels contradict", c.standing.levels_contradict);
  d.add("decided", c.standing.level_decided);
  d.add("set by", c.standing.level_set_by);
}

void add_person(Dump& d, const Case& c) {
  d.add("surname", c.person.surname);
  d.add("forenames", c.person.forenames);
  d.add("born", c.person.born);
  d.add("nationality", c.person.nationality);
  d.add("foreign national", c.person.foreign_national);
  d.add("time served", c.person.time_served);
  d.add("facility", c.location.facility);
  d.add("since", c.location.since);
  for (const Move& move : c.location.moves)
    d.out += fmt::format("move: {} {} {} [{}]\n", move.to, iso(move.on), move.arrived, move.entry);
  for (const Reference& one : c.references) d.out += fmt::format("reference: {} {} [{}]\n", one.number, word(one.kind), one.entry);
  for (const Note& one : c.notes) d.out += fmt::format("note: {} [{}]\n", one.text, one.entry);
}

void add_sentence(Dump& d, const Case& c) {
  d.add("length", c.sentence.length);
  d.add("sentence kind", c.sentence.kind);
  d.add("listed", c.sentence.listed_offence);
  d.add("ends", c.sentence.ends);
  d.add("indeterminate", c.sentence.nomis_indeterminate);
  d.add("youth", c.sentence.nomis_youth);
  d.add("recall", c.recall.nomis);
  d.add("recall from", c.recall.from);
  d.add("recall to", c.recall.to);
  d.add("XNR", c.hold.not_for_release);
  d.add("hold", c.hold.reason);
}

void add_duties(Dump& d, const Case& c) {
  d.add("lead", c.lead.name);
  d.add("contact", c.lead.contact);
  d.add("provider", c.lead.provider);
  d.add("identified", c.referral.identified);
  d.add("made", c.referral.made);
  d.add("reviewed", c.referral.reviewed);
  d.add("due", c.licence.due);
  d.add("why due", c.licence.why);
  d.add("expires", c.licence.expires);
  d.add("copy", c.licence.copy_held);
  d.add("copy from", c.licence.from);
  d.add("supervision", c.licence.supervision_ends);
  d.add("handover", c.licence.handover_agreed);
  d.add("applies", c.notification.applies);
  d.add("why applies", c.notification.why);
  d.add("reissued", c.notification.reissued);
  d.add("reissued from", c.notification.from);
  d.add("notified", c.notification.notified);
  d.add("arrangements", c.arrangements.confirmed);
  d.add("arrangements lead", c.arrangements.lead);
  d.add("arrangements by", c.arrangements.confirmed_by);
}

void add_home_office(Dump& d, const Case& c) {
  d.add("case owner", c.case_owner.name);
  d.add("case owner's contact", c.case_owner.contact);
  for (const Meeting& one : c.meetings) {
    d.out += fmt::format("meeting: {} [{}]\n", one.key, one.entry);
    d.add("day", one.day);
    d.add("asked", one.attendance_asked);
    d.add("attended by", one.attended_by);
    d.add("attendee", one.attendee);
    d.add("can decide", one.can_decide);
  }
  for (const Contribution& one : c.contributions) {
    d.out += fmt::format("contribution: [{}]\n", one.entry);
    d.add("made", one.made);
    d.add("meeting", one.meeting);
    d.add("covers", one.covers);
  }
  for (const Request& one : c.requests) {
    d.out += fmt::format("request: {} [{}]\n", one.key, one.entry);
    d.add("reference", one.reference);
    d.add("asked by", one.asked_by);
    d.add("received", one.received);
    d.add("due", one.due);
    d.add("DET manager tasked", one.det_manager_tasked);
    d.add("centre manager tasked", one.centre_manager_tasked);
    d.add("DET manager answered", one.det_manager_answered);
    d.add("centre manager answered", one.centre_manager_answered);
  }
  for (const PartC& one : c.reports) {
    d.out += fmt::format("part C: {} [{}]\n", one.key, one.entry);
    d.add("reference", one.reference);
    d.add("incident", one.incident);
    d.add("relevance", one.relevance);
    d.add("happened", one.happened);
    d.add("completed", one.completed);
    d.add("to compliance", one.to_compliance);
    d.add("to DET manager", one.to_det_manager);
    d.add("to DET inbox", one.to_det_inbox);
    d.add("to co-ordinator", one.to_mappa_coordinator);
    d.add("to case owner", one.to_case_owner);
  }
}

void add_detention(Dump& d, const Case& c) {
  d.add("requested", c.risk_assessment.requested);
  d.add("received", c.risk_assessment.received);
  d.add("NOMIS enough", c.risk_assessment.nomis_enough);
  d.add("conditions", c.special_conditions.recorded);
  d.add("conditions text", c.special_conditions.text);
  d.add("placed", c.placement.facility);
  d.add("placement decided", c.placement.decided);
  d.add("placement why", c.placement.why);
  d.add("child risk", c.safeguarding.child_risk);
  d.add("child risk why", c.safeguarding.why);
  d.add("children", c.safeguarding.children);
  d.add("visits", c.safeguarding.arrangements);
  for (const auto& code : c.safeguarding.codes) d.out += "alert: " + code + "\n";
  for (const Acknowledgement& one : c.acknowledgements) {
    d.out += fmt::format("acknowledgement: [{}]\n", one.entry);
    d.add("of", one.of);
    d.add("about", one.about);
    d.add("until", one.until);
    d.add("reason", one.reason);
    d.add("owed", one.owed);
  }
}

void add_release(Dump& d, const Case& c) {
  d.add("at", c.plan.at);
  d.add("kind", c.plan.kind);
  d.add("ordered by", c.plan.ordered_by);
  d.add("out of hours", c.plan.out_of_hours);
  d.add("told", c.plan.case_owner_told);
  d.add("released", c.released.when);
  d.add("to", c.released.to);
  d.add("team", c.released.by_team);
  d.add("verdict", c.released.verdict);
  d.add("policy", c.released.policy);
  d.add("rests on", c.released.rests_on);
}

void add_spell(Dump& d, const Case& c) {
  d.add("spell began", c.spell_began);
  d.add("earlier until", c.earlier_until);
  if (c.spell_began) d.out += fmt::format("spell: [{}] {}\n", c.spell_entry, c.new_booking);
  for (const EarlierDeed& deed : c.earlier)
    d.out += fmt::format("earlier: {} {} {} [{}]\n", deed.kind, deed.field, text_of(deed.done), deed.entry);
  if (const auto& first = c.first_level)
    d.out += fmt::format("first level: {} [{}] {} {}\n", first->level, first->entry, first->by ? iso(*first->by) : "", first->decided);
  for (const LevelStep& step : c.levels) d.out += fmt::format("level: {} {}\n", step.level, text_of(step.since));
  d.add("level changed", c.level_changed);
  d.add("level raised", c.level_raised);
  d.add("plan changed", c.plan_changed);
  if (!c.nomis.row) return;
  d.out += fmt::format("nomis: {} [{}] {} {} [{}] {}\n", nomis_bytes(*c.nomis.row, false), c.nomis.entry, iso(*c.nomis.exported_on),
                       iso(*c.nomis.seen_on), c.nomis.seen_by, c.nomis.day_assumed);
}

std::vector<Alert> alerts_from(std::string_view text) {
  std::vector<Alert> out;
  for (const auto part : split(text, ';')) out.push_back(alert_from_text(part).value());
  return out;
}

}  // namespace

EntryId Book::put(std::vector<Entry>& to, Draft draft) {
  Entry entry;
  static_cast<Draft&>(entry) = std::move(draft);
  entry.id = ++last_;
  to.push_back(std::move(entry));
  return last_;
}

EntryId Book::record(std::string_view kind, const Given& given, std::string_view on) {
  const Kind& description = *find_kind(kind);
  const auto read = read_record(description, given, on.empty() ? std::nullopt : std::optional{day(on)}, moment("2026-11-30T23:00"));
  if (!read.problems.empty()) throw std::invalid_argument(read.problems.front().field + ": " + read.problems.front().what);
  return put(entries, {number, description.name, description.version, read.on, "jsmith", "caseworker", encode(read.body)});
}

EntryId Book::nomis(std::string_view on, Fields fields, std::string_view alerts, bool day_assumed) {
  NomisRow row{number, {}, alerts_from(alerts)};
  for (const auto& [name, value] : fields) row.fields.set(*find_nomis_field(name), value);
  return put(entries, {number, std::string(nomis_kind), 1, day(on), "jsmith", "export.csv", nomis_bytes(row, day_assumed)});
}

EntryId Book::unchanged(std::string_view on, bool day_assumed) {
  ImportEntry import;
  import.file = "export.csv";
  import.first = last_ + 1;
  import.day_assumed = day_assumed;
  import.numbers = {number.packed()};
  return put(imports, {{}, std::string(import_kind), 1, day(on), "jsmith", "export.csv", encode(import_body(import))});
}

EntryId Book::withdraw(EntryId entry) {
  return put(entries, {number, std::string(withdrawal_kind), 1, day("2026-11-30"), "jsmith", "caseworker",
                       encode({{"entry", std::to_string(entry)}, {"reason", "a mistake"}})});
}

EntryId Book::batch(std::string_view on, Fields fields, std::string_view alerts) {
  ImportEntry import;
  import.file = "export.csv";
  import.first = nomis(on, std::move(fields), alerts);
  import.records = import.changed = 1;
  return put(imports, {{}, std::string(import_kind), 1, day(on), "jsmith", "export.csv", encode(import_body(import))});
}

EntryId Book::undo(EntryId batch, EntryId first) {
  return put(imports, {{}, std::string(undo_kind), 1, day("2026-11-30"), "jsmith", "caseworker",
                       encode(undo_body({batch, first, "the wrong file"}))});
}

Case Book::fold(std::string_view as_of) const { return mappa::fold(number, entries, std::span<const Entry>(imports), day(as_of)); }

std::string dump(const Case& c) {
  Dump d;
  add_person(d, c);
  add_standing(d, c);
  add_sentence(d, c);
  add_duties(d, c);
  add_home_office(d, c);
  add_detention(d, c);
  add_release(d, c);
  add_spell(d, c);
  return d.out;
}
