#include "mappa/report/look_up.hpp"

#include <map>

#include <fmt/format.h>

#include "mappa/casebook/kind.hpp"
#include "mappa/report/words.hpp"
#include "mappa/rules/verdict.hpp"

namespace mappa {
namespace {

std::string mappa_word(const CaseLine& line) {
  if (line.mappa == MappaState::no) return "no";
  return line.mappa == MappaState::yes ? "yes" : "unknown";
}

std::string level_word(const CaseLine& line) {
  if (line.level) return std::to_string(*line.level);
  return line.level_to_be_confirmed ? "TBC" : "";
}

std::string planned_word(const CaseLine& line) {
  if (line.released) return "out " + iso(line.released->day);
  return line.planned ? iso(line.planned->day) : "";
}

// A fact in words, and where it comes from.
std::string shown(bool value) { return value ? "yes" : "no"; }
std::string shown(int value) { return std::to_string(value); }
std::string shown(Date value) { return spoken(value); }
std::string shown(Moment value) { return spoken(value); }
std::string shown(const std::string& value) { return value; }
std::string shown(const Done& value) { return value.day ? spoken(*value.day) : "done, date unknown"; }
std::string shown(const Topics& value) {
  std::string out;
  for (const Topic one : value) out += (out.empty() ? "" : ", ") + word(one);
  return out;
}
std::string shown(const Length& value) {
  std::string out;
  for (const auto& [count, unit] : {std::pair{value.years, "year"}, std::pair{value.months, "month"}, std::pair{value.days, "day"}})
    if (count != 0) out += (out.empty() ? "" : " ") + counted(count, unit, std::string(unit) + "s");
  return out.empty() ? "none" : out;
}
template <class E>
  requires std::is_enum_v<E>
std::string shown(E value) {
  return word(value);
}

Json member(const Done& value) { return value.day ? Json(*value.day) : Json("date-unknown"); }
Json member(const Length& value) { return Json(shown(value)); }
Json member(const Topics& value) {
  Json out = Json::array();
  for (const Topic one : value) out.add(word(one));
  return out;
}
template <class E>
  requires std::is_enum_v<E>
Json member(E value) {
  return Json(word(value));
}
template <class T>
  requires std::is_constructible_v<Json, T> && (!std::is_enum_v<T>)
Json member(const T& value) {
  return Json(value);
}

// What is kept as lists.
template <class Take>
void walk_lists(const Case& c, Take& take) {
  for (const Meeting& one : c.meetings) {
    take.item("meetings", "meeting", one.key);
    take("day", one.day);
    take("attendance-asked", one.attendance_asked);
    take("attended-by", one.attended_by);
    take("attendee", one.attendee);
    take("can-decide", one.can_decide);
  }
  for (const Contribution& one : c.contributions) {
    take.item("contributions", "contribution", one.key);
    take("made-on", one.made);
    take("meeting", one.meeting);
    take("covers", one.covers);
  }
  for (const Request& one : c.requests) {
    take.item("requests", "request", one.key);
    take("reference", one.reference);
    take("asked-by", one.asked_by);
    take("received-on", one.received);
    take("due", one.due);
    take("det-manager-tasked", one.det_manager_tasked);
    take("det-manager-answered", one.det_manager_answered);
    take("centre-manager-tasked", one.centre_manager_tasked);
    take("centre-manager-answered", one.centre_manager_answered);
  }
  for (const PartC& one : c.reports) {
    take.item("part_c", "part-c", one.key);
    take("reference", one.reference);
    take("incident", one.incident);
    take("happened-on", one.happened);
    take("relevance", one.relevance);
    take("completed-on", one.completed);
    take("to-compliance", one.to_compliance);
    take("to-det-manager", one.to_det_manager);
    take("to-det-inbox", one.to_det_inbox);
    take("to-mappa-co-ordinator", one.to_mappa_coordinator);
    take("to-case-owner", one.to_case_owner);
  }
  for (const Acknowledgement& one : c.acknowledgements) {
    take.item("acknowledgements", "acknowledgement", one.key);
    take("of", one.of);
    take("about", one.about);
    take("until", one.until);
    take("reason", one.reason);
  }
}

// Walks every fact of a case once, for text and JSON alike.
template <class Take>
void walk(const Case& c, Take& take) {
  take.section("person");
  take("surname", c.person.surname);
  take("forenames", c.person.forenames);
  take("born", c.person.born);
  take("nationality", c.person.nationality);
  take("foreign-national", c.person.foreign_national);
  take("time-served", c.person.time_served);
  take.section("standing");
  take("mappa", c.standing.mappa);
  take("said-by", c.standing.said_by);
  take("category", c.standing.category);
  take("level", c.standing.level);
  take("level-to-be-confirmed", c.standing.level_to_be_confirmed);
  take("categories-contradict", c.standing.categories_contradict);
  take("levels-contradict", c.standing.levels_contradict);
  take("decided", c.standing.level_decided);
  take("set-by", c.standing.level_set_by);
  take.section("sentence");
  take("length", c.sentence.length);
  take("kind", c.sentence.kind);
  take("listed-offence", c.sentence.listed_offence);
  take("ends", c.sentence.ends);
  take("indeterminate", c.sentence.nomis_indeterminate);
  take("young-offender", c.sentence.nomis_youth);
  take.section("offender-manager");
  take("name", c.lead.name);
  take("provider", c.lead.provider);
  take("contact", c.lead.contact);
  take.section("referral");
  take("identified-on", c.referral.identified);
  take("made-on", c.referral.made);
  take("reviewed-on", c.referral.reviewed);
  take.section("case-owner");
  take("name", c.case_owner.name);
  take("contact", c.case_owner.contact);
  take.section("risk-assessment");
  take("requested-on", c.risk_assessment.requested);
  take("received-on", c.risk_assessment.received);
  take("nomis-enough", c.risk_assessment.nomis_enough);
  take.section("special-conditions");
  take("recorded-on", c.special_conditions.recorded);
  take("text", c.special_conditions.text);
  take.section("placement");
  take("facility", c.placement.facility);
  take("decided-on", c.placement.decided);
  take("why", c.placement.why);
  take.section("safeguarding");
  take("child-risk", c.safeguarding.child_risk);
  take("why", c.safeguarding.why);
  take("children", c.safeguarding.children);
  take("arrangements", c.safeguarding.arrangements);
  take.section("arrangements");
  take("lead", c.arrangements.lead);
  take("confirmed-by", c.arrangements.confirmed_by);
  take("confirmed-on", c.arrangements.confirmed);
  take.section("licence");
  take("due", c.licence.due);
  take("why", c.licence.why);
  take("expires", c.licence.expires);
  take("copy-held", c.licence.copy_held);
  take("from", c.licence.from);
  take("supervision-ends", c.licence.supervision_ends);
  take("handover-agreed", c.licence.handover_agreed);
  take.section("notification");
  take("applies", c.notification.applies);
  take("why", c.notification.why);
  take("reissued-on", c.notification.reissued);
  take("from", c.notification.from);
  take("notified-on", c.notification.notified);
  take.section("location");
  take("facility", c.location.facility);
  take("since", c.location.since);
  take.section("recall");
  take("recalled", c.recall.nomis);
  take("from", c.recall.from);
  take("to", c.recall.to);
  take.section("hold");
  take("not-for-release", c.hold.not_for_release);
  take("reason", c.hold.reason);
  take.section("release-plan");
  take("at", c.plan.at);
  take("kind", c.plan.kind);
  take("ordered-by", c.plan.ordered_by);
  take("out-of-hours-reason", c.plan.out_of_hours);
  take("case-owner-told", c.plan.case_owner_told);
  take.section("released");
  take("when", c.released.when);
  take("to", c.released.to);
  take("by-team", c.released.by_team);
  take("verdict", c.released.verdict);
  take("policy", c.released.policy);
  take("rests-on", c.released.rests_on);
  walk_lists(c, take);
}

struct TextTake {
  const EntryNotes& notes;
  Page& out;
  std::string heading = {};
  Pairs rows = {};

  void section(const std::string& name) {
    if (!rows.rows.empty()) {
      out.blocks.push_back(Line{});
      out.blocks.push_back(Line{capital(heading)});
      out.blocks.push_back(std::move(rows));
    }
    rows = {};
    heading = name;
  }
  void item(const std::string&, const std::string& kind, const std::string& key) { section(key.empty() ? kind : kind + " " + key); }
  template <class T>
  void operator()(const std::string& name, const Fact<T>& fact) {
    if (!fact) return;
    const auto note = notes.find(fact.entry);
    const bool nomis = note != notes.end() && note->second.kind == nomis_kind;
    rows.rows.emplace_back(name, fmt::format("{}  [{}{}]", shown(*fact), nomis ? "NOMIS, entry " : "entry ", fact.entry));
  }
  template <class T>
  void operator()(const std::string& name, const TwoSided<T>& sides) {
    (*this)(name, sides.record);
    (*this)(name, sides.nomis);
  }
};

template <class T>
Json fact_json(const Fact<T>& fact) {
  if (!fact) return {};
  return Json::object({{"value", member(*fact)}, {"entry", fact.entry}, {"day", fact.day}});
}

struct JsonTake {
  Json& out;
  std::string name = {};
  Json members = Json::object({});
  bool in_list = false;
  std::map<std::string, Json> lists{{"meetings", Json::array()}, {"contributions", Json::array()},
                                    {"requests", Json::array()}, {"part_c", Json::array()}, {"acknowledgements", Json::array()}};

  void section(const std::string& next) {
    if (in_list) lists.at(name).add(std::move(members));
    else if (!name.empty()) out.add(name, std::move(members));
    members = Json::object({});
    name = next;
    in_list = false;
  }
  void item(const std::string& list, const std::string&, const std::string&) {
    section(list);
    in_list = true;
  }
  void finish() {
    section("");
    for (auto& [list, items] : lists) out.add(list, std::move(items));
  }
  template <class T>
  void operator()(const std::string& field, const Fact<T>& fact) { members.add(field, fact_json(fact)); }
  template <class T>
  void operator()(const std::string& field, const TwoSided<T>& sides) {
    members.add(field, Json::object({{"nomis", fact_json(sides.nomis)}, {"record", fact_json(sides.record)}}));
  }
};

void add_level_history(const Case& c, Page& out) {
  if (c.levels.empty()) return;
  out.blocks.push_back(Line{});
  out.blocks.push_back(Line{"Level history"});
  Pairs rows;
  for (const LevelStep& one : c.levels)
    rows.rows.emplace_back("level " + std::to_string(one.level), fmt::format("since {}  [entry {}]", spoken(one.since.day), one.since.entry));
  out.blocks.push_back(std::move(rows));
}

void add_nomis(const Case& c, Page& out) {
  if (!c.nomis.row) return;
  out.blocks.push_back(Line{});
  out.blocks.push_back(Line{fmt::format("NOMIS, as exported on {}{} [entry {}]", spoken(*c.nomis.exported_on),
                                        c.nomis.seen_on != c.nomis.exported_on ? ", unchanged on " + spoken(*c.nomis.seen_on) : "",
                                        c.nomis.entry)});
  Pairs rows;
  for (const auto& field : nomis_fields())
    if (const auto value = c.nomis.row->value(field.name); !value.empty()) rows.rows.emplace_back(field.name, value);
  for (const Alert& alert : c.nomis.row->alerts) rows.rows.emplace_back("alert", text(alert));
  out.blocks.push_back(std::move(rows));
}

void add_undone_rows(const LoadedCase& loaded, Page& out) {
  const auto rows = undone_rows(loaded);
  if (!rows.empty()) out.blocks.push_back(Line{});
  for (const UndoneRow& row : rows)
    out.blocks.push_back(Line{fmt::format("NOMIS row as exported on {}: WITHDRAWN with batch {}, by entry {}  [entry {}]",
                                          spoken(row.exported_on), row.batch, row.undone_by, row.entry)});
}

}  // namespace

Json json(const std::vector<CaseLine>& lines) {
  Json cases = Json::array();
  for (const CaseLine& line : lines)
    cases.add(Json::object({{"prison_number", line.number.text()},
                            {"name", or_null(line.name)},
                            {"mappa", line.mappa == MappaState::unknown ? "unknown" : mappa_word(line)},
                            {"category", line.category},
                            {"level", line.level},
                            {"level_to_be_confirmed", line.level_to_be_confirmed},
                            {"facility", or_null(line.place)},
                            {"earliest_release", line.earliest},
                            {"planned", line.planned},
                            {"released", line.released}}));
  return Json::object({{"schema", "mappa.list/1"}, {"cases", std::move(cases)}});
}

Page page(const std::vector<CaseLine>& lines, const std::string& title) {
  Page out{title, {}};
  if (lines.empty()) return out;
  Table table{{"NUMBER", "NAME", "MAPPA", "CAT", "LEVEL", "PLACE", "EARLIEST", "RELEASE"}, {}};
  for (const CaseLine& line : lines)
    table.rows.push_back({line.number.text(), line.name, mappa_word(line), line.category ? std::to_string(*line.category) : "",
                          level_word(line), line.place, line.earliest ? iso(*line.earliest) : "", planned_word(line)});
  out.blocks.push_back(Line{});
  out.blocks.push_back(std::move(table));
  return out;
}

Json json(const LoadedCase& loaded, const Desk& desk) {
  const Case& c = loaded.folded;
  const auto earliest = earliest_release(c, setting_for(c, desk.now, desk.today(), desk.policy));
  Json out = Json::object({{"schema", "mappa.show/1"}, {"prison_number", c.number.text()}, {"name", or_null(c.name())},
                           {"as_of", c.as_of}, {"newest_entry", c.newest}, {"spell_began", c.spell_began}});
  JsonTake take{out};
  walk(c, take);
  take.finish();
  Json levels = Json::array();
  for (const LevelStep& one : c.levels)
    levels.add(Json::object({{"level", one.level}, {"since", one.since.day}, {"entry", one.since.entry}}));
  out.add("level_history", std::move(levels));
  Json references = Json::array(), notes = Json::array(), earlier = Json::array();
  for (const auto& one : c.references)
    references.add(Json::object({{"number", one.number}, {"kind", word(one.kind)}, {"entry", one.entry}}));
  for (const auto& one : c.notes) notes.add(Json::object({{"text", one.text}, {"entry", one.entry}}));
  for (const auto& one : c.earlier)
    earlier.add(Json::object({{"kind", one.kind}, {"field", one.field}, {"done", member(one.done)}, {"entry", one.entry}}));
  out.add("references", std::move(references));
  out.add("notes", std::move(notes));
  out.add("earlier_spell", std::move(earlier));
  out.add("earliest_release", earliest.date ? Json::object({{"date", *earliest.date}, {"from", earliest.from}}) : Json());
  Json nomis = Json::object({});
  if (c.nomis.row)
    for (const auto& [field, value] : c.nomis.row->fields) nomis.add(std::string(field->name), value);
  if (c.nomis.row) {
    Json alerts = Json::array();
    for (const Alert& alert : c.nomis.row->alerts) alerts.add(text(alert));
    nomis.add("alerts", std::move(alerts));
  }
  out.add("nomis", c.nomis.row ? std::move(nomis) : Json());
  Json undone = Json::array();
  for (const UndoneRow& row : undone_rows(loaded))
    undone.add(Json::object({{"entry", row.entry}, {"exported_on", row.exported_on}, {"batch", row.batch},
                             {"undone_by", row.undone_by}}));
  out.add("undone_rows", std::move(undone));
  return out;
}

Page page(const LoadedCase& loaded, const Desk& desk) {
  const Case& c = loaded.folded;
  const EntryNotes notes = notes_on(loaded);
  const auto earliest = earliest_release(c, setting_for(c, desk.now, desk.today(), desk.policy));
  Page out{c.number.text() + "  " + (c.name().empty() ? "name not known" : c.name()), {}};
  if (c.spell_began) out.blocks.push_back(Line{"This spell began on " + spoken(*c.spell_began) + "; deeds before it meet nothing."});
  out.blocks.push_back(Line{earliest.date ? fmt::format("Earliest release from prison {} ({})", spoken(*earliest.date), earliest.from)
                                          : "Earliest release from prison not known"});
  for (const auto& one : c.references) out.blocks.push_back(Line{fmt::format("Reference {} ({})  [entry {}]", one.number, word(one.kind), one.entry)});
  TextTake take{notes, out};
  walk(c, take);
  take.section("");
  add_level_history(c, out);
  for (const auto& one : c.earlier)
    out.blocks.push_back(Line{fmt::format("Earlier spell: {} {} {}  [entry {}]", one.kind, one.field, shown(one.done), one.entry)});
  for (const auto& one : c.notes) out.blocks.push_back(Line{fmt::format("Note: {}  [entry {}]", one.text, one.entry)});
  add_nomis(c, out);
  add_undone_rows(loaded, out);
  return out;
}

}  // namespace mappa
