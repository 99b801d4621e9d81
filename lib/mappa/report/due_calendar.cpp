#include "mappa/report/due_calendar.hpp"

#include <fmt/format.h>

#include "mappa/base/text.hpp"
#include "mappa/report/due.hpp"
#include "mappa/report/words.hpp"

namespace mappa {
namespace {

// A calendar rings some time before, and on the last day on which somebody can act: the working day before a weekend.
// Whole weeks, so that the first is no weekend either. A referral is written and reviewed by several people; of what is
// due six months before a release there is notice enough for two weeks.
std::vector<int> alarms(const DueLine& line, Date as_of) {
  const Date day = *line.finding.by, act = line.act_by ? line.act_by->day : day;
  const int ahead = counted_back(line.finding) ? 14 : 7;
  std::vector<int> out;
  for (const Date on : {plus_days(act, -ahead), act})
    // What lies behind would ring at once, for all that is overdue together.
    if (on >= as_of) out.push_back(days_between(on, day));
  return out;
}

// Without names nothing is in it that anybody ever typed: no reference, no evidence, no line to type. "Requests for
// information answered? A1234BC", or with "JONES, Anne, HO-17 det-manager" behind it.
std::string summary(const DueLine& line, bool with_names) {
  std::string out = fmt::format("{} {}", find_rule(line.finding.rule)->question, line.number.text());
  if (!with_names) return out;
  if (!line.name.empty()) out += " " + line.name;
  if (!line.about.empty()) out += ", " + line.about;
  return safe(out);
}

std::string description(const DueLine& line, bool with_names) {
  const Finding& f = line.finding;
  const Rule& rule = *find_rule(f.rule);
  const std::string asked_by = rule.advice.empty() ? fmt::format("DSO 20/2012, paragraph {}.", f.paragraph) : advice_of(rule);
  std::vector<std::string> lines{asked_by + fmt::format(" Due by {}.", spoken(*f.by))};
  if (with_names) lines.push_back(capital(worded(f.evidence)) + ".");
  lines.push_back(fmt::format("Who must act: {}.", f.responsible.team));
  lines.push_back("What to do: " + worded(f.action));
  if (auto date = drove_it(line); !date.empty()) lines.push_back(std::move(date));
  if (with_names && f.mended) lines.push_back("Once it is done: " + command(*f.mended, line.number));
  std::string out;
  for (const std::string& one : lines) out += (out.empty() ? "" : "\n") + safe(one);
  return out;
}

CalendarEvent event(const DueLine& line, Date as_of, bool with_names) {
  CalendarEvent out;
  out.uid = line.token;
  out.sequence = static_cast<int>(line.rests_on);
  out.day = *line.finding.by;
  out.modified = line.notes.at(line.rests_on).recorded_at;
  out.summary = summary(line, with_names);
  out.description = description(line, with_names);
  out.category = name(line.finding.responsible.role);
  out.alarms = alarms(line, as_of);
  return out;
}

std::string how_far(const DueQuery& query) {
  if (query.overdue) return "what is overdue";
  return query.all ? "by whatever day" : "for the next " + counted(query.within_days, "day", "days");
}

std::string left_out(std::size_t count) {
  if (count == 0) return {};
  return fmt::format("Not in the calendar: {} owed without a known day. See: mappa due", counted(count, "thing that is", "things that are"));
}

}  // namespace

Calendar calendar(const Due& due, Instant made, bool with_names) {
  Calendar out;
  out.made = made;
  out.name = "MAPPA deadlines" + whose(due.query);
  out.about = fmt::format("DSO 20/2012 version 3.0. As of {} {}.", spoken(due.as_of), how_far(due.query));
  if (const auto more = left_out(due.undated()); !more.empty()) out.about += " " + more;
  for (const DueLine& line : due.lines)
    if (line.finding.by) out.events.push_back(event(line, due.as_of, with_names));
  return out;
}

Page beside_calendar(const Due& due) {
  Page out;
  if (due.run) add_run(*due.run, out);
  if (auto more = left_out(due.undated()); !more.empty()) out.blocks.push_back(Line{std::move(more)});
  add_not_listed(due, out);
  if (!due.differences.empty()) add_differences(due.differences, out);
  return out;
}

}  // namespace mappa
