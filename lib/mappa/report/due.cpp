#include "mappa/report/due.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "mappa/report/words.hpp"

namespace mappa {
namespace {

std::string when(const DueLine& line) {
  const Finding& f = line.finding;
  const std::string since = f.since ? fmt::format("Owed since {}; ", spoken(*f.since)) : "";
  if (!f.by) return since.empty() ? "No day is known for it." : since + "no day is known for it.";
  return since + (since.empty() ? "By " : "by ") + fmt::format("{} ({}{}).", spoken(*f.by), *line.days_left < 0 ? "overdue, " : "", how_soon(*line.days_left));
}

// What drives the day, where it is paragraph 9's.
std::string drove_it(const DueLine& line) {
  if (!line.earliest) return "The earliest release from prison is not known.";
  return fmt::format("Earliest release from prison {} ({}).", spoken(*line.earliest), line.earliest_from);
}

FindingList::Item item(const DueLine& line) {
  const Finding& f = line.finding;
  const Rule* rule = find_rule(f.rule);
  FindingList::Item out{line.days_left ? (*line.days_left < 0 ? "OVERDUE" : "DUE") : "NO DATE",
                        fmt::format("{}  {}{}", line.number.text(), line.name, line.place.empty() ? "" : ", " + line.place),
                        {fmt::format("p{}  {} {}.", f.paragraph, rule->question, capital(worded(f.evidence))), when(line)}, {}};
  if (f.paragraph == 7 || f.paragraph == 9) out.lines.push_back(drove_it(line));
  if (f.mended) out.command = command(*f.mended, line.number);
  else out.lines.push_back("-> " + worded(f.action));
  return out;
}

// What is owed, by who owes it; whoever owes what comes first stands first.
void add_by_role(const std::vector<DueLine>& lines, Page& page) {
  std::vector<FindingList> lists;
  for (const DueLine& line : lines) {
    const std::string who = responsible(line.finding);
    auto list = std::ranges::find(lists, who, &FindingList::heading);
    if (list == lists.end()) list = lists.insert(lists.end(), FindingList{who, {}});
    list->items.push_back(item(line));
  }
  for (auto& list : lists) {
    page.blocks.push_back(Line{});
    page.blocks.push_back(std::move(list));
  }
}

// Whose: " by the supplier at HAR", or nothing.
std::string whose(const DueQuery& query) {
  return (query.role ? fmt::format(" from the role {}", name(*query.role)) : "") + (query.facility.empty() ? "" : " at " + query.facility);
}

}  // namespace

Json json(const Due& due) {
  Json lines = Json::array();
  for (const DueLine& line : due.lines) {
    Json sources = Json::array();
    for (const Source& source : line.finding.sources) sources.add(json(source, line.notes));
    lines.add(Json::object({{"prison_number", line.number.text()},
                            {"name", or_null(line.name)},
                            {"facility", or_null(line.place)},
                            {"rule", line.finding.rule},
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
                            {"earliest_release", line.earliest ? Json::object({{"date", *line.earliest}, {"from", line.earliest_from}}) : Json()},
                            {"action", worded(line.finding.action)},
                            {"command", line.finding.mended ? Json(command(*line.finding.mended, line.number)) : Json()}}));
  }
  return Json::object({{"schema", "mappa.due/1"},
                       {"as_of", due.as_of},
                       {"within_days", due.query.within_days},
                       {"only_role", due.query.role ? Json(name(*due.query.role)) : Json()},
                       {"only_facility", or_null(due.query.facility)},
                       {"cases", due.cases},
                       {"status_unknown", due.status_unknown},
                       {"out_of_scope", due.out_of_scope},
                       {"place_unknown", due.place_unknown},
                       {"lines", std::move(lines)}});
}

Page page(const Due& due) {
  Page out;
  const std::string ahead = counted(due.query.within_days, "day", "days");
  out.title = due.lines.empty() ? fmt::format("Nothing is owed{} within {}.", whose(due.query), ahead)
                                : fmt::format("{} owed{} on {}, looking {} ahead.", counted(due.lines.size(), "thing is", "things are"),
                                              whose(due.query), spoken(due.as_of), ahead);
  add_by_role(due.lines, out);
  if (!due.lines.empty() && due.status_unknown + due.out_of_scope + due.place_unknown > 0) out.blocks.push_back(Line{});
  if (due.status_unknown > 0)
    out.blocks.push_back(Line{fmt::format("Not listed: {} of whom nobody knows whether they are MAPPA offenders. See: mappa list",
                                          counted(due.status_unknown, "person", "people"))});
  if (due.out_of_scope > 0)
    out.blocks.push_back(Line{fmt::format("Not listed: {} whom the order does not cover (mappa check-release says why).",
                                          counted(due.out_of_scope, "person", "people"))});
  if (due.place_unknown > 0)
    out.blocks.push_back(Line{fmt::format("Not listed: what is owed in detention (paragraphs 5 and 10 to 13) for {} whose place the register of "
                                          "facilities does not know.", counted(due.place_unknown, "person", "people"))});
  if (!due.differences.empty()) {
    out.blocks.push_back(Line{});
    add_differences(due.differences, out);
  }
  return out;
}

}  // namespace mappa
