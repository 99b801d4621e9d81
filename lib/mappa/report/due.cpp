#include "mappa/report/due.hpp"

#include <algorithm>
#include <ostream>

#include <fmt/format.h>

#include "mappa/report/text_page.hpp"
#include "mappa/report/words.hpp"
#include "mappa/report/working_days.hpp"

namespace mappa {
namespace {

// With room for what most lines come to. There may be very many of them, and a string that grows is copied at each step.
std::string with_room_for(std::size_t letters) {
  std::string out;
  out.reserve(letters);
  return out;
}

std::string when(const DueLine& line) {
  const Finding& f = line.finding;
  std::string out = with_room_for(80);
  if (f.since) out.append("Owed since ").append(spoken(*f.since)).append("; ");
  if (f.by) out.append(f.since ? "by " : "By ").append(by_day(*f.by, *line.days_left, *line.act_by));
  else out.append(f.since ? "no" : "No").append(" day is known for it.");
  return out;
}

}  // namespace

bool counted_back(const Finding& finding) { return finding.paragraph == 9 || finding.rule == "p7.level"; }

std::string drove_it(const DueLine& line) {
  const Finding& f = line.finding;
  if (counted_back(f)) {
    if (!line.earliest) return "The earliest release from prison is not known.";
    std::string out = with_room_for(100);
    out.append("Earliest release from prison ").append(spoken(*line.earliest)).append(" (").append(line.earliest_from).append(").");
    return out;
  }
  if (!f.by) return {};
  for (const Source& source : f.sources)
    if (const NomisField* field = find_nomis_field(source.field.view()); field && field->type == NomisType::date) return fmt::format("By NOMIS: {}.", field->name);
  return {};
}

namespace {

// By whom and why is what somebody typed.
std::string acknowledged_by(const Acknowledged& one, Detail detail) {
  if (detail == Detail::roles) return fmt::format("Acknowledged until {} [entry {}].", spoken(one.until), one.entry);
  return fmt::format("Acknowledged until {} by {} [entry {}]: {}", spoken(one.until), one.by, one.entry, one.reason);
}

std::string asked(const Finding& f) {
  std::string out = with_room_for(160);
  out.append(f.rule).append("  ").append(find_rule(f.rule)->question);
  return out;
}

std::string item_title(const DueLine& line, Detail detail) {
  std::string out = with_room_for(60);
  out += line.number.text();
  if (detail == Detail::roles) out += "  " + asked(line.finding);
  else if (!line.name.empty()) out.append("  ").append(line.name);
  if (detail == Detail::everything && !line.place.empty()) out.append(", ").append(line.place);
  if (line.fresh.value_or(false)) out += " (new)";
  return out;
}

FindingList::Item item(const DueLine& line, Detail detail) {
  const Finding& f = line.finding;
  FindingList::Item out{line.overdue() ? "OVERDUE" : line.days_left ? "DUE" : "NO DATE", item_title(line, detail), {}, {}};
  out.lines.reserve(4);
  if (detail != Detail::roles) out.lines.emplace_back(asked(f)).append(" ").append(capital(worded(f.evidence))).append(".");
  out.lines.push_back(when(line));
  if (const Rule& rule = *find_rule(f.rule); !rule.advice.empty()) out.lines.push_back(advice_of(rule));
  const bool everything = detail == Detail::everything;
  if (auto date = everything ? drove_it(line) : ""; !date.empty()) out.lines.push_back(std::move(date));
  if (line.acknowledged) out.lines.push_back(acknowledged_by(*line.acknowledged, detail));
  if (!everything) return out;
  if (f.mended) out.command = command(*f.mended, line.number);
  else out.lines.push_back("-> " + worded(f.action));
  return out;
}

std::string heading(const DueLine& line, Detail detail) {
  return detail == Detail::everything ? responsible(line.finding) : capital(line.finding.responsible.team);
}

// What is owed, by who owes it; whoever owes what comes first stands first.
void add_by_role(const std::vector<DueLine>& lines, Detail detail, Page& page) {
  std::vector<FindingList> lists;
  for (const DueLine& line : lines) {
    const std::string who = heading(line, detail);
    auto list = std::ranges::find(lists, who, &FindingList::heading);
    if (list == lists.end()) list = lists.insert(lists.end(), FindingList{who, {}});
    list->items.push_back(item(line, detail));
  }
  for (auto& list : lists) {
    page.blocks.push_back(Line{});
    page.blocks.push_back(std::move(list));
  }
}

}  // namespace

std::string whose(const DueQuery& query) {
  return (query.role ? fmt::format(" from the role {}", name(*query.role)) : "") + (query.facility.empty() ? "" : " at " + query.facility) +
         (query.kinds.empty() ? "" : fmt::format(" of the {} {}", query.kinds.size() == 1 ? "kind" : "kinds", fmt::join(query.kinds, ", ")));
}

namespace {

// "3 things are owed from the role supplier on 22 November 2026, looking 28 days ahead."
std::string title(const Due& due, std::size_t lines) {
  const DueQuery& query = due.query;
  const bool fresh = due.run && due.run->only_fresh;
  const std::string what = query.overdue ? "overdue or without a day" : fresh ? "newly owed" : "owed";
  const std::string ahead = counted(query.within_days, "day", "days");
  if (lines == 0) {
    const std::string nothing = fresh ? "Nothing new is " : "Nothing is ";
    return nothing + (query.overdue ? what : "owed") + whose(query) + (query.overdue || query.all ? "." : " within " + ahead + ".");
  }
  return fmt::format("{} {}{} on {}{}.", counted(lines, "thing is", "things are"), (query.overdue && fresh ? "newly " : "") + what,
                     whose(query), spoken(due.as_of), query.overdue ? "" : query.all ? ", by whatever day" : ", looking " + ahead + " ahead");
}

Json run_json(const DueRun& run) {
  Json before;
  if (run.before) before = Json::object({{"entry", run.before->entry}, {"day", run.before->day}, {"recorded_at", run.before->recorded_at}});
  return Json::object({{"name", run.name},
                       {"entry", run.entry == 0 ? Json() : Json(run.entry)},
                       {"before", std::move(before)},
                       {"imports", run.imports},
                       {"new", run.fresh},
                       {"shown_before", run.shown_before},
                       {"only_new", run.only_fresh}});
}

Json acknowledged_json(const std::optional<Acknowledged>& one) {
  if (!one) return {};
  return Json::object(
      {{"entry", one->entry}, {"by", one->by}, {"recorded_at", one->recorded_at}, {"until", one->until}, {"reason", one->reason}});
}

}  // namespace

void add_run(const DueRun& run, Page& page) {
  const std::string own = run.entry == 0 ? "" : fmt::format("Run {}, entry {}: ", run.name, run.entry);
  if (!run.before) {
    page.blocks.push_back(Line{own + "the first of this name."});
    if (run.imports == 0) page.blocks.push_back(Line{"No import has arrived yet."});
    return;
  }
  const std::string last = fmt::format("the run {} of {} (entry {})", run.name, spoken(run.before->day), run.before->entry);
  page.blocks.push_back(Line{fmt::format("{}{} new since {}, {} shown before{}.", own, run.fresh, last, run.shown_before,
                                         run.only_fresh && run.shown_before > 0 ? " and left out" : "")});
  if (run.imports == 0) page.blocks.push_back(Line{"No import has arrived since then: NOMIS may say other things by now."});
}

void add_not_listed(const Due& due, Page& out) {
  if (due.acknowledged > 0)
    out.blocks.push_back(Line{fmt::format("{} acknowledged {}", due.acknowledged, due.acknowledged == 1 ? "is not listed: --all shows it." : "are not listed: --all shows them.")});
  if (due.status_unknown > 0)
    out.blocks.push_back(Line{fmt::format("Not listed: {} of whom nobody knows whether they are MAPPA offenders. See: mappa list",
                                          counted(due.status_unknown, "person", "people"))});
  if (due.out_of_scope > 0)
    out.blocks.push_back(Line{fmt::format("Not listed: {} whom the order does not cover (mappa check-release says why).",
                                          counted(due.out_of_scope, "person", "people"))});
  if (due.place_unknown > 0)
    out.blocks.push_back(Line{fmt::format("Not listed: what is owed in detention (paragraphs 5 and 10 to 13) for {} whose place the register of "
                                          "facilities does not know.", counted(due.place_unknown, "person", "people"))});
}

Json json(const Due& due) {
  Json lines = Json::array(), kinds = Json::array();
  for (const auto& one : due.query.kinds) kinds.add(one);
  for (const DueLine& line : due.lines) {
    Json sources = Json::array();
    for (const Source& source : line.finding.sources) sources.add(json(source, line.notes));
    lines.add(Json::object({{"prison_number", line.number.text()},
                            {"name", or_null(line.name)},
                            {"facility", or_null(line.place)},
                            {"rule", line.finding.rule},
                            {"kind", line.kind},
                            {"about", line.about},
                            {"paragraph", line.finding.paragraph},
                            {"answer", name(line.finding.answer)},
                            {"evidence", worded(line.finding.evidence)},
                            {"sources", std::move(sources)},
                            {"role", name(line.finding.who)},
                            {"team", line.finding.responsible.team},
                            {"contact", or_null(line.finding.responsible.contact)},
                            {"since", line.finding.since},
                            {"by", line.finding.by},
                            {"rounded", line.finding.by ? Json(line.finding.rounded) : Json()},
                            {"days_left", line.days_left},
                            {"act_by", line.act_by ? Json(line.act_by->day) : Json()},
                            {"act_by_certain", line.act_by ? Json(line.act_by->certain) : Json()},
                            {"earliest_release", line.earliest ? Json::object({{"date", *line.earliest}, {"from", line.earliest_from}}) : Json()},
                            {"action", worded(line.finding.action)},
                            {"command", line.finding.mended ? Json(command(*line.finding.mended, line.number)) : Json()},
                            {"advice", or_null(find_rule(line.finding.rule)->advice)},
                            {"acknowledged", acknowledged_json(line.acknowledged)},
                            {"new", line.fresh}}));
  }
  return Json::object({{"schema", "mappa.due/1"},
                       {"as_of", due.as_of},
                       {"within_days", due.query.overdue || due.query.all ? Json() : Json(due.query.within_days)},
                       {"only_role", due.query.role ? Json(name(*due.query.role)) : Json()},
                       {"only_facility", or_null(due.query.facility)},
                       {"only_kinds", std::move(kinds)},
                       {"only_overdue", due.query.overdue},
                       {"all", due.query.all},
                       {"run", due.run ? run_json(*due.run) : Json()},
                       {"cases", due.cases},
                       {"status_unknown", due.status_unknown},
                       {"out_of_scope", due.out_of_scope},
                       {"place_unknown", due.place_unknown},
                       {"acknowledged", due.acknowledged},
                       {"bank_holidays_end", due.holidays_end},
                       {"lines", std::move(lines)}});
}

namespace {

Page head(const Due& due, std::size_t lines) {
  Page out{title(due, lines), {}};
  if (due.run) add_run(*due.run, out);
  return out;
}

void add_foot(const Due& due, std::size_t lines, Page& out) {
  if (lines > 0 && due.acknowledged + due.status_unknown + due.out_of_scope + due.place_unknown > 0) out.blocks.push_back(Line{});
  add_not_listed(due, out);
  if (due.holidays_end || !due.differences.empty()) out.blocks.push_back(Line{});
  add_holidays_end(due.holidays_end, due.as_of, out);
  add_differences(due.differences, out);
}

}  // namespace

Page page(const Due& due, Detail detail) {
  Page out = head(due, due.lines.size());
  add_by_role(due.lines, detail, out);
  add_foot(due, due.lines.size(), out);
  return out;
}

std::string tell_line(const DueLine& line, int width, std::string& words) {
  add_item(item(line, Detail::everything), width, words);
  return heading(line, Detail::everything);
}

void print(const ToldDue& told, int width, std::ostream& out) {
  out << text(head(told.due, told.lines), width);
  for (const auto& [who, pieces] : told.told) {
    out << "\n" << wrapped(who, width, 0) << "\n";
    for (const auto& words : pieces) out << words;
  }
  Page foot;
  add_foot(told.due, told.lines, foot);
  out << text(foot, width);
}

}  // namespace mappa
