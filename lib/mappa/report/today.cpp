#include "mappa/report/today.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "mappa/base/text.hpp"
#include "mappa/report/batches.hpp"
#include "mappa/report/check_release.hpp"
#include "mappa/report/words.hpp"
#include "mappa/report/working_days.hpp"

namespace mappa {
namespace {

constexpr std::size_t few_roles = 4, few_imports = 2, few_facts = 3;

std::size_t shown(const Today& today, std::size_t there, std::size_t few) { return today.query.all ? there : std::min(there, few); }

// "2 not clear, 1 cannot decide"; nothing where there is nobody.
std::string counts(const Verdicts& verdicts) {
  std::string out;
  const auto add = [&](Outcome outcome, const char* words) {
    if (verdicts[outcome] > 0) out += fmt::format("{}{} {}", out.empty() ? "" : ", ", verdicts[outcome], words);
  };
  add(Outcome::not_clear, "not clear");
  add(Outcome::cannot_decide, "cannot decide");
  add(Outcome::clear, "clear");
  add(Outcome::outside_order, "outside the order");
  return out;
}

// What narrows a list of what is due as it narrows this one.
std::string narrowed(const TodayQuery& query) {
  return (query.role ? fmt::format(" --role {}", name(*query.role)) : "") + (query.facility.empty() ? "" : " --facility " + shell_word(query.facility));
}

// The command that shows all of this.
std::string all_of_it(const TodayQuery& query) { return "mappa today" + narrowed(query) + " --all"; }

void section(Page& page, std::string heading) {
  page.blocks.push_back(Line{});
  page.blocks.push_back(Line{std::move(heading)});
}

void add_more(Page& page, std::size_t there, std::size_t told, const std::string& command) {
  if (there > told) page.blocks.push_back(Line{fmt::format("  and {} more: {}", there - told, command)});
}

std::string who(const PrisonNumber& number, const std::string& name, const std::string& place) {
  return fmt::format("{}  {}{}", number.text(), name.empty() ? "name not known" : name, place.empty() ? "" : ", " + place);
}

// What decides a verdict: "Referral made? (offender manager; +2 more)". Nothing where nothing stands against a release.
std::string why(const Decided& verdict) {
  if (!verdict.first) return {};
  if (verdict.outcome == Outcome::outside_order) return capital(worded(verdict.first->evidence)) + ".";
  return fmt::format("{} ({}{})", find_rule(verdict.first->rule)->question, verdict.first->responsible.team,
                     verdict.blocking > 1 ? fmt::format("; +{} more", verdict.blocking - 1) : "");
}

void add_releases(const Today& today, Page& page) {
  constexpr int under_the_verdict = 20;
  const std::string within = fmt::format("RELEASES PLANNED within {} days: ", TodayQuery::release_days);
  section(page, within + (today.planned.all() == 0 ? "none" : fmt::format("{} ({})", today.planned.all(), counts(today.planned))));
  for (const auto& one : today.releases) {
    std::string at = iso(one.at);
    std::ranges::replace(at, 'T', ' ');
    page.blocks.push_back(Line{fmt::format("  {}  {}  {}", at, padded(headline(one.verdict.outcome), 17), who(one.number, one.name, one.place))});
    std::string below = one.passed ? "PASSED, no release recorded." : "";
    if (const std::string blocked = why(one.verdict); !blocked.empty()) below.append(below.empty() ? "" : " ").append(blocked);
    if (!below.empty()) page.blocks.push_back(Line{std::string(under_the_verdict, ' ') + below});
  }
  add_more(page, today.planned.all(), today.releases.size(), all_of_it(today.query));
}

// "341 days", for what is overdue.
std::string how_late(const DueLine& line) { return line.days_left ? counted(-*line.days_left, "day", "days") : ""; }

// "Fri 27 Nov": the working day to act by, in as few columns as it takes.
std::string act_by(const DueLine& line) {
  if (!line.act_by) return {};
  const std::string day = spoken(line.act_by->day);
  return fmt::format("{} {}", weekday(line.act_by->day).substr(0, 3), day.substr(0, day.find(' ') + 4));
}

// How what is owed is listed: the column of what has a day, and of how urgent the most urgent of it is.
struct Listing {
  std::string heading, dated, urgent, command;
  std::string (*how_urgent)(const DueLine&);
};

void add_owed(const OwedByRoles& owed, const Listing& how, const Today& today, Page& page) {
  const std::size_t dated = owed.things - owed.undated;
  if (owed.things == 0) return section(page, how.heading + ": nothing");
  section(page, fmt::format("{}: {}{} ({})", how.heading, dated, owed.undated > 0 ? fmt::format(", and {} without a day", owed.undated) : "", how.command));
  Table table{{"WHO", how.dated, how.urgent, "WHOSE", "WHAT"}, {}};
  if (owed.undated > 0) table.head.insert(table.head.begin() + 2, "NO DAY");
  const std::size_t told = shown(today, owed.roles.size(), few_roles);
  for (std::size_t i = 0; i < told; ++i) {
    const Owing& one = owed.roles[i];
    std::vector<std::string> row{std::string(name(one.role)), std::to_string(one.things - one.undated), how.how_urgent(one.first), one.first.number.text(),
                                 std::string(one.first.finding.rule)};
    if (owed.undated > 0) row.insert(row.begin() + 2, std::to_string(one.undated));
    table.rows.push_back(std::move(row));
  }
  page.blocks.push_back(std::move(table));
  if (owed.roles.size() > told)
    page.blocks.push_back(Line{fmt::format("and {}: {}", counted(owed.roles.size() - told, "more role", "more roles"), all_of_it(today.query))});
}

// What became of a verdict, in capitals where somebody must stop.
std::string mark(const Turned& one) {
  if (one.no_longer_clear()) return "NO LONGER CLEAR";
  if (one.released) return one.released_unclear() ? "RELEASED" : "released";
  if (!one.after) return "gone";
  return "now " + lower(headline(one.after->outcome));
}

std::string formerly(Outcome outcome) {
  return outcome == Outcome::cannot_decide ? "Could not be decided" : "Was " + lower(headline(outcome));
}

// "Now not clear; time alone turned it. Free of any hold? (caseworker; +1 more)".
std::string story(const Turned& one) {
  if (one.released) {
    std::string shown = one.shown_at_release.empty() ? "nothing" : one.shown_at_release;
    std::ranges::replace(shown, '_', ' ');
    return formerly(one.before) + fmt::format("; released on {}. When that was recorded, the check said {}.", spoken(*one.released), shown);
  }
  if (!one.after) return formerly(one.before) + "; an import was undone, and nothing is left of the person.";
  const std::string first = why(*one.after);
  return (one.no_longer_clear() ? "Now " + lower(headline(one.after->outcome)) : formerly(one.before)) +
         (one.by_time ? "; time alone turned it." : ".") + (first.empty() ? "" : " " + first);
}

void add_turned(const Today& today, Page& page) {
  for (const auto& one : today.verdicts) {
    const std::string planned = one.planned ? "; planned for " + iso(one.planned->day) : "";
    page.blocks.push_back(Line{fmt::format("  {}  {}{}", padded(mark(one), 17), who(one.number, one.name, one.place), planned)});
    page.blocks.push_back(Line{std::string(21, ' ') + story(one)});
  }
  add_more(page, today.turned, today.verdicts.size(), all_of_it(today.query));
}

// "Import 49 of 22 November 2026, 09:00 by tester: export.csv of 20 November 2026, 48 new, 0 changed, 0 unchanged, 2 rejected."
std::string told(const Batch& batch) {
  const ImportEntry& import = batch.import;
  const std::string own = fmt::format("{}, as NOMIS had it on {}: {} new, {} changed, {} unchanged, {} rejected", import.file, spoken(batch.entry.on),
                                      import.added, import.changed, import.unchanged, import.rejected);
  if (!batch.undone) return fmt::format("  Import {}, {}: {}.", batch.entry.id, recorded(batch.entry), own);
  return fmt::format("  UNDONE: import {}, {}: {} ({}).", batch.entry.id, recorded(*batch.undone), batch.reason, own);
}

void add_imports(const Today& today, Page& page) {
  if (today.batches.empty())
    page.blocks.push_back(Line{today.nomis_of ? fmt::format("  No import. The newest export is of {} ({}).", spoken(*today.nomis_of),
                                                            how_soon(days_between(today.now.day, *today.nomis_of)))
                                              : "  No import; no export has come yet."});
  const std::size_t told_of = shown(today, today.batches.size(), few_imports);
  for (std::size_t i = 0; i < told_of; ++i) page.blocks.push_back(Line{told(today.batches[today.batches.size() - 1 - i])});
  add_more(page, today.batches.size(), told_of, "mappa imports");
}

void add_changes(const Today& today, Page& page) {
  const bool yesterday = days_between(today.query.since, today.now.day) == 1;
  section(page, fmt::format("SINCE {}{}: {}{}", yesterday ? "YESTERDAY, " : "", spoken(today.query.since),
                            today.turned == 0 ? "no verdict turned" : counted(today.turned, "verdict turned", "verdicts turned"),
                            today.no_longer_clear > 0 ? fmt::format(", {} NO LONGER CLEAR", today.no_longer_clear) : ""));
  add_turned(today, page);
  add_imports(today, page);
}

void add_missing(const Today& today, Page& page) {
  const std::string people = counted(today.undecided, "person", "people");
  section(page, today.undecided == 0 ? "CANNOT BE DECIDED: nobody" : fmt::format("CANNOT BE DECIDED: {} (mappa check-release --all). Missing most often:", people));
  FindingList list;
  const std::size_t told_of = shown(today, today.missing.size(), few_facts);
  for (std::size_t i = 0; i < told_of; ++i) {
    const auto& [count, example] = today.missing[i];
    FindingList::Item item{std::to_string(count), fmt::format("{} ({})", find_rule(example.rule)->question, team(example.who, nullptr)), {}, {}};
    if (!example.action.empty()) item.lines.push_back("-> " + worded(example.action));
    if (example.mended) item.command = command(*example.mended, "NUMBER");
    list.items.push_back(std::move(item));
  }
  if (!list.items.empty()) page.blocks.push_back(std::move(list));
  add_more(page, today.missing.size(), told_of, all_of_it(today.query));
}

// What is owed and not counted, and why.
void add_foot(const Today& today, Page& page) {
  std::string out;
  const auto add = [&](int count, const std::string& words) {
    if (count > 0) out += (out.empty() ? "Not counted as owed: " : "; ") + words;
  };
  add(today.acknowledged, fmt::format("{} acknowledged", today.acknowledged));
  add(today.status_unknown, "for " + counted(today.status_unknown, "person", "people") + " whose MAPPA status is not known");
  add(today.place_unknown, "in detention, for " + counted(today.place_unknown, "person", "people") + " whose place the register does not know");
  if (!out.empty() || !today.differences.empty() || today.holidays_end) page.blocks.push_back(Line{});
  if (!out.empty()) page.blocks.push_back(Line{out + "."});
  add_holidays_end(today.holidays_end, today.now.day, page);
  add_differences(today.differences, page);
}

std::string title(const Today& today) {
  const TodayQuery& query = today.query;
  const std::size_t people = today.people.all();
  const std::string where = query.facility.empty() ? "" : " at " + query.facility;
  const std::string day = spoken(today.now.day) + (query.role ? fmt::format(", for the role {}", name(*query.role)) : "");
  if (people == 0)
    return fmt::format("{}: nobody{}{}.{}", day, where.empty() ? " is in the casebook" : where, today.released > 0 ? " who has not been released" : "",
                       where.empty() && today.released == 0 ? " Next: mappa import FILE" : "");
  return fmt::format("{}: {}{}; {}.{}", day, counted(people, "person", "people"), where, counts(today.people),
                     today.no_longer_clear > 0 ? fmt::format(" {} NO LONGER CLEAR.", today.no_longer_clear) : "");
}

}  // namespace

Page page(const Today& today) {
  Page out{title(today), {}};
  if (today.people.all() + today.released + today.turned == 0 && today.batches.empty() && today.query.facility.empty()) return out;
  add_releases(today, out);
  const std::string due = "mappa due" + narrowed(today.query);
  constexpr int week = TodayQuery::week_days;
  add_owed(today.overdue, {"OVERDUE", "LATE", "LONGEST", due + " --overdue", how_late}, today, out);
  add_owed(today.this_week, {fmt::format("DUE within {} days", week), "DUE", "ACT BY", fmt::format("{} --within {}d", due, week), act_by}, today, out);
  add_changes(today, out);
  add_missing(today, out);
  add_foot(today, out);
  return out;
}

}  // namespace mappa
