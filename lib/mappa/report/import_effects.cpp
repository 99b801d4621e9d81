#include "mappa/report/import_effects.hpp"

#include <fmt/format.h>

#include <map>
#include <set>

#include "mappa/base/text.hpp"
#include "mappa/report/check_release.hpp"
#include "mappa/report/words.hpp"

namespace mappa {
namespace {

Json people_json(const ImportEffects& effects) {
  Json out = Json::array();
  for (const PersonChange& one : effects.people) {
    Json fields = Json::array();
    for (const auto& [field, before, after] : one.fields)
      fields.add(Json::object({{"field", field}, {"before", or_null(before)}, {"after", or_null(after)}}));
    out.add(Json::object(
        {{"number", one.number.text()}, {"name", or_null(one.name)}, {"new", one.added}, {"fields", std::move(fields)}}));
  }
  return out;
}

Json verdicts_json(const ImportEffects& effects) {
  Json out = Json::array();
  for (const VerdictTurn& one : effects.verdicts)
    out.add(Json::object({{"number", one.number.text()},
                          {"name", or_null(one.name)},
                          {"before", one.before ? Json(name(*one.before)) : Json()},
                          {"after", name(one.after)}}));
  return out;
}

Json duties_json(const ImportEffects& effects) {
  Json out = Json::array();
  for (const DutyTurn& one : effects.duties)
    out.add(Json::object({{"number", one.number.text()},
                          {"rule", one.rule},
                          {"owed_before", one.owed_before},
                          {"by_before", one.by_before},
                          {"owed_after", one.owed_after},
                          {"by_after", one.by_after}}));
  return out;
}

using Numbers = std::set<PrisonNumber>;

std::string who(const PrisonNumber& number, const std::string& name) {
  return number.text() + "  " + (name.empty() ? "(name not known)" : name);
}

void add_heading(Page& out, const std::string& heading) {
  out.blocks.push_back(Line{});
  out.blocks.push_back(Line{heading});
}

std::string shown(const std::string& value) { return value.empty() ? "nothing" : "\"" + safe(value) + "\""; }

void add_people(const ImportEffects& effects, const Numbers& fresh, Page& out) {
  if (fresh.size() < effects.people.size()) add_heading(out, "CHANGED");
  for (const PersonChange& one : effects.people) {
    if (one.added) continue;
    out.blocks.push_back(Line{who(one.number, one.name)});
    for (const auto& [field, before, after] : one.fields)
      out.blocks.push_back(Line{fmt::format("  {}: {} -> {}", field, shown(before), shown(after))});
    if (one.fields.empty()) out.blocks.push_back(Line{"  nothing of what is known now: a newer export holds"});
  }
  if (!fresh.empty()) add_heading(out, "NEW");
  for (const PersonChange& one : effects.people)
    if (one.added) out.blocks.push_back(Line{who(one.number, one.name)});
}

void add_verdicts(const ImportEffects& effects, const Numbers& fresh, Page& out) {
  Page turned;
  std::map<Outcome, std::size_t> of_new;
  for (const VerdictTurn& one : effects.verdicts) {
    if (fresh.contains(one.number)) ++of_new[one.after];
    else
      turned.blocks.push_back(Line{fmt::format("{}: {} -> {}", who(one.number, one.name),
                                               one.before ? headline(*one.before) : "nothing known", headline(one.after))});
  }
  if (!turned.blocks.empty()) {
    add_heading(out, "RELEASE CHECKS THAT WOULD ANSWER OTHERWISE");
    for (Block& block : turned.blocks) out.blocks.push_back(std::move(block));
  }
  if (of_new.empty()) return;
  add_heading(out, "RELEASE CHECKS OF NEW PEOPLE");
  Pairs counts;
  for (const auto& [outcome, count] : of_new) counts.rows.emplace_back(headline(outcome), std::to_string(count));
  out.blocks.push_back(std::move(counts));
}

std::string by(const std::optional<Date>& day) { return day ? "by " + spoken(*day) : "without a day"; }

std::string duty(const DutyTurn& one) {
  if (!one.owed_before) return "owed anew, " + by(one.by_after);
  if (!one.owed_after) return "owed no longer (was " + by(one.by_before) + ")";
  return "owed " + by(one.by_after) + " (was " + by(one.by_before) + ")";
}

void add_duties(const ImportEffects& effects, const Numbers& fresh, Page& out) {
  std::size_t of_new = 0;
  bool heading = false;
  for (const DutyTurn& one : effects.duties) {
    if (fresh.contains(one.number)) {
      ++of_new;
      continue;
    }
    if (!std::exchange(heading, true)) add_heading(out, "WHAT WOULD BE OWED OTHERWISE");
    out.blocks.push_back(Line{fmt::format("{}  {}  {}", one.number.text(), one.rule, duty(one))});
  }
  if (of_new == 0) return;
  out.blocks.push_back(Line{});
  out.blocks.push_back(Line{fmt::format("For new people {} be owed; --json names each, and so does mappa due after the import.",
                                        counted(of_new, "thing would", "things would"))});
}

}  // namespace

Json json(const ImportEffects& effects) {
  return Json::object({{"people", people_json(effects)}, {"verdicts", verdicts_json(effects)}, {"duties", duties_json(effects)}});
}

Page page(const ImportEffects& effects) {
  Numbers fresh;
  for (const PersonChange& one : effects.people)
    if (one.added) fresh.insert(one.number);
  Page out;
  add_people(effects, fresh, out);
  add_verdicts(effects, fresh, out);
  add_duties(effects, fresh, out);
  return out;
}

}  // namespace mappa
