#include "mappa/report/due.hpp"

#include <fmt/format.h>

#include "mappa/report/words.hpp"

namespace mappa {
namespace {

const Facility* facility(const DueLine& line) { return line.facility ? &*line.facility : nullptr; }

std::string when(const DueLine& line) {
  if (!line.finding.by) return "a day not known";
  return fmt::format("{} ({}{})", spoken(*line.finding.by), *line.days_left < 0 ? "overdue, " : "", how_soon(*line.days_left));
}

std::string drove_it(const DueLine& line) {
  if (!line.earliest) return "the earliest release from prison is not known";
  return fmt::format("earliest release from prison {} ({})", spoken(*line.earliest), line.earliest_from);
}

FindingList::Item item(const DueLine& line) {
  const Rule* rule = find_rule(line.finding.rule);
  return {line.days_left ? (*line.days_left < 0 ? "OVERDUE" : "DUE") : "NO DATE",
          fmt::format("{}  {}{}", line.number.text(), line.name, line.place.empty() ? "" : ", " + line.place),
          {fmt::format("p{}  {} {}.", line.finding.paragraph, rule->question, capital(worded(line.finding.evidence))),
           fmt::format("{}, by {}; {}.", capital(team(line.finding.who, facility(line))), when(line), drove_it(line))},
          command(*line.finding.mended, line.number)};
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
                            {"team", team(line.finding.who, facility(line))},
                            {"by", line.finding.by},
                            {"rounded", line.finding.by ? Json(line.finding.rounded) : Json()},
                            {"days_left", line.days_left},
                            {"earliest_release", line.earliest ? Json::object({{"date", *line.earliest}, {"from", line.earliest_from}}) : Json()},
                            {"command", command(*line.finding.mended, line.number)}}));
  }
  return Json::object({{"schema", "mappa.due/1"},
                       {"as_of", due.as_of},
                       {"within_days", due.within_days},
                       {"cases", due.cases},
                       {"status_unknown", due.status_unknown},
                       {"out_of_scope", due.out_of_scope},
                       {"lines", std::move(lines)}});
}

Page page(const Due& due) {
  Page out;
  out.title = due.lines.empty() ? fmt::format("Nothing is due under paragraph 9 within {}.", counted(due.within_days, "day", "days"))
                                : fmt::format("{} due or overdue under paragraph 9 on {}, looking {} ahead.",
                                              counted(due.lines.size(), "thing is", "things are"), spoken(due.as_of),
                                              counted(due.within_days, "day", "days"));
  if (!due.lines.empty()) {
    FindingList list;
    for (const DueLine& line : due.lines) list.items.push_back(item(line));
    out.blocks.push_back(Line{});
    out.blocks.push_back(std::move(list));
    out.blocks.push_back(Line{});
  }
  if (due.status_unknown > 0)
    out.blocks.push_back(Line{fmt::format("Not listed: {} of whom nobody knows whether they are MAPPA offenders. See: mappa list",
                                          counted(due.status_unknown, "person", "people"))});
  if (due.out_of_scope > 0)
    out.blocks.push_back(Line{fmt::format("Not listed: {} whom the order does not cover (mappa check-release says why).",
                                          counted(due.out_of_scope, "person", "people"))});
  return out;
}

}  // namespace mappa
