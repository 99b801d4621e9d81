// What `mappa today` tells, for programs: the contract "mappa.today/1".
#include "mappa/report/batches.hpp"
#include "mappa/report/today.hpp"
#include "mappa/report/words.hpp"

namespace mappa {
namespace {

Json verdicts_json(const Verdicts& verdicts) {
  Json out = Json::object({});
  for (const Outcome one : {Outcome::clear, Outcome::not_clear, Outcome::cannot_decide, Outcome::outside_order}) out.add(std::string(name(one)), verdicts[one]);
  return out;
}

Json finding_json(const std::optional<Finding>& f, const std::string& who) {
  if (!f) return {};
  return Json::object({{"rule", f->rule},
                       {"paragraph", f->paragraph},
                       {"question", find_rule(f->rule)->question},
                       {"answer", name(f->answer)},
                       {"evidence", worded(f->evidence)},
                       {"role", name(f->who)},
                       {"team", f->responsible.team},
                       {"contact", or_null(f->responsible.contact)},
                       {"action", or_null(worded(f->action))},
                       {"command", f->mended ? Json(command(*f->mended, who)) : Json()}});
}

void add_verdict(const Decided& verdict, const PrisonNumber& number, Json& out) {
  out.add("verdict", name(verdict.outcome));
  out.add("blocking", verdict.blocking);
  out.add("first", finding_json(verdict.first, number.text()));
}

Json releases_json(const Today& today) {
  Json out = Json::array();
  for (const auto& one : today.releases) {
    Json release = Json::object({{"prison_number", one.number.text()},
                                 {"name", or_null(one.name)},
                                 {"facility", or_null(one.place)},
                                 {"planned", one.at},
                                 {"passed", one.passed}});
    add_verdict(one.verdict, one.number, release);
    out.add(std::move(release));
  }
  return out;
}

Json owed_json(const OwedByRoles& owed) {
  Json roles = Json::array();
  for (const auto& [role, things, undated, first] : owed.roles) {
    Json line = finding_json(first.finding, first.number.text());
    line.add("prison_number", first.number.text());
    line.add("name", or_null(first.name));
    line.add("facility", or_null(first.place));
    line.add("by", first.finding.by);
    line.add("days_left", first.days_left);
    line.add("act_by", first.act_by ? Json(first.act_by->day) : Json());
    line.add("act_by_certain", first.act_by ? Json(first.act_by->certain) : Json());
    roles.add(Json::object({{"role", name(role)}, {"things", things}, {"undated", undated}, {"first", std::move(line)}}));
  }
  return Json::object({{"things", owed.things}, {"undated", owed.undated}, {"roles", std::move(roles)}});
}

Json turned_json(const Today& today) {
  Json out = Json::array();
  for (const auto& one : today.verdicts) {
    Json turned = Json::object({{"prison_number", one.number.text()},
                                {"name", or_null(one.name)},
                                {"facility", or_null(one.place)},
                                {"planned", one.planned},
                                {"before", name(one.before)},
                                {"no_longer_clear", one.no_longer_clear()},
                                {"by_time", one.by_time},
                                {"released", one.released},
                                {"shown_at_release", or_null(one.shown_at_release)}});
    if (one.after) add_verdict(*one.after, one.number, turned);
    else for (const char* member : {"verdict", "blocking", "first"}) turned.add(member, Json());
    out.add(std::move(turned));
  }
  return out;
}

Json missing_json(const Today& today) {
  Json out = Json::array();
  for (const auto& [people, example] : today.missing)
    out.add(Json::object({{"people", people},
                          {"rule", example.rule},
                          {"paragraph", example.paragraph},
                          {"question", find_rule(example.rule)->question},
                          {"role", name(example.who)},
                          {"action", or_null(worded(example.action))},
                          {"command", example.mended ? Json(command(*example.mended, "NUMBER")) : Json()}}));
  return out;
}

Json imports_json(const Today& today) {
  Json out = Json::array();
  for (const Batch& batch : today.batches) out.add(json(batch));
  return out;
}

}  // namespace

Json json(const Today& today) {
  return Json::object({{"schema", "mappa.today/1"},
                       {"as_of", today.now.day},
                       {"since", today.query.since},
                       {"only_role", today.query.role ? Json(name(*today.query.role)) : Json()},
                       {"only_facility", or_null(today.query.facility)},
                       {"people", verdicts_json(today.people)},
                       {"released", today.released},
                       {"release_days", TodayQuery::release_days},
                       {"week_days", TodayQuery::week_days},
                       {"planned", verdicts_json(today.planned)},
                       {"releases", releases_json(today)},
                       {"overdue", owed_json(today.overdue)},
                       {"this_week", owed_json(today.this_week)},
                       {"acknowledged", today.acknowledged},
                       {"status_unknown", today.status_unknown},
                       {"place_unknown", today.place_unknown},
                       {"no_longer_clear", today.no_longer_clear},
                       {"turned", turned_json(today)},
                       {"imports", imports_json(today)},
                       {"nomis_of", today.nomis_of},
                       {"undecided", today.undecided},
                       {"missing", missing_json(today)},
                       {"bank_holidays_end", today.holidays_end}});
}

}  // namespace mappa
