#include "mappa/casework/due_about.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "mappa/base/text.hpp"
#include "mappa/casebook/kind.hpp"
#include "mappa/casework/acknowledge.hpp"
#include "mappa/casework/check_release.hpp"
#include "mappa/rules/standing.hpp"
#include "mappa/rules/verdict.hpp"

namespace mappa {

bool is_wanted(const Rule& rule, const DueQuery& query) {
  const auto named = [&](std::string_view what) { return std::ranges::find(query.kinds, what) != query.kinds.end(); };
  return query.kinds.empty() || named(rule.kind) || named(rule.name);
}

Timing timing(const Finding& finding, const Desk& desk) {
  if (!finding.by) return {};
  return {days_between(desk.today(), *finding.by), act_by(*finding.by, desk.policy.bank_holidays)};
}

namespace {

bool owed(const Finding& f) { return f.open() && f.waits_for.empty() && !f.action.empty(); }

bool release_planned(const Case& c) {
  return c.plan.at && c.plan.kind.value.value_or(ReleaseKind::community) == ReleaseKind::community;
}

// How far ahead is counted to the day to act by: what is due on a Sunday must not turn up only on the Sunday.
bool beyond(const Timing& timing, const Desk& desk, const DueQuery& query) {
  if (!timing.days_left || query.all) return false;
  return query.overdue ? *timing.days_left >= 0 : days_between(desk.today(), timing.act_by->day) > query.within_days;
}

// Whether what this rule finds open is owed by now.
bool asked_now(const Rule& rule, const Case& c, const Setting& setting, bool is_out) {
  if (is_out || rule.duty == Duty::after_release) return is_out && rule.duty == Duty::after_release;
  switch (rule.duty) {
    case Duty::none:
    case Duty::after_release: return false;
    case Duty::always: return true;
    case Duty::in_detention: return setting.facility && setting.facility->immigration_estate();
    case Duty::for_release: return release_planned(c);
  }
  return false;
}

}  // namespace

bool of_role(const Finding& f, Role role, const Facility* facility) {
  const bool dets = f.who == Role::det || f.who == Role::det_manager;
  return f.responsible.role == role || (!facility && dets && role == Role::depmu);
}

namespace {

// What a rule's finding becomes on the list: what is owed for a release is due by then.
Finding dated(Finding finding, const Rule& rule, const Case& c) {
  if (rule.duty == Duty::for_release && !finding.by) finding.due(c.plan.at->day, false).owed_since(c.plan.at.day);
  // What fell due before anybody here knew of it has not been owed since then only.
  if (finding.since && finding.by && *finding.since > *finding.by) finding.since.reset();
  return finding;
}

// Not only what the finding names as its sources: a withdrawal or the undoing of an import moves a day as well, and what
// is named after it is older than what was named before. Any undoing counts, for those are few.
EntryId newest_behind(const LoadedCase& loaded, const Finding& finding) {
  EntryId newest = loaded.folded.newest;
  for (const Source& source : finding.sources) newest = std::max(newest, source.entry);
  for (const Entry& entry : *loaded.exports)
    if (entry.kind == undo_kind) newest = std::max(newest, entry.id);
  return newest;
}

std::set<EntryId> entries_behind(const DueLine& line) {
  std::set<EntryId> out{line.rests_on};
  for (const Source& source : line.finding.sources) out.insert(source.entry);
  return out;
}

void add_lines(const LoadedCase& loaded, const Desk& desk, Due& due) {
  const Case& c = loaded.folded;
  const DueQuery& query = due.query;
  const Setting setting = setting_now(c, desk);
  const auto earliest = earliest_release(c, setting);
  for (const Rule& rule : rules()) {
    if (!is_wanted(rule, query) || !asked_now(rule, c, setting, released(c, desk))) continue;
    for (Finding& found : ask(rule, c, setting)) {
      if (!owed(found) || (query.role && !of_role(found, *query.role, setting.facility))) continue;
      Finding finding = dated(std::move(found), rule, c);
      auto [left, act] = timing(finding, desk);
      if (beyond({left, act}, desk, query)) continue;
      std::string about = safe(finding.about);
      DueLine line{c.number, c.name(), c.facility().value.value_or(""), std::move(finding), left, earliest.date, std::string(earliest.from),
                   c.plan.at.value, {}, std::string(rule.kind), std::move(about), {}, {}, act};
      line.acknowledged = acknowledged(loaded, line, desk.today());
      if (line.acknowledged && !query.all) {
        ++due.acknowledged;
        continue;
      }
      line.rests_on = newest_behind(loaded, line.finding);
      line.notes = notes_on(loaded, entries_behind(line));
      due.lines.push_back(std::move(line));
    }
  }
}

// Paragraphs 1 and 3. A removal or a transfer that is only planned ends no duty, nor does a prison: the first
// duties fall due there.
bool out_of_scope(const Case& c, const Setting& setting) {
  for (const auto* name : {"p1.england-and-wales", "p3.foreign-national"})
    for (const Finding& finding : ask(*find_rule(name), c, setting))
      if (finding.answer == Answer::not_met) return true;
  return false;
}

}  // namespace

void look_at(const LoadedCase& loaded, const Desk& desk, Due& due) {
  const Case& c = loaded.folded;
  const Setting setting = setting_for(c, desk.now, desk.today(), desk.policy);
  if (!due.query.facility.empty() && c.facility().value.value_or("") != due.query.facility) return;
  const bool is_out = released(c, desk);
  if (out_of_scope(c, setting)) {
    if (!is_out) ++due.out_of_scope;
    return;
  }
  if (is_out) return add_lines(loaded, desk, due);
  ++due.cases;
  if (mappa_state(c) == MappaState::unknown) ++due.status_unknown;
  if (!setting.facility) ++due.place_unknown;
  add_lines(loaded, desk, due);
}

Due due_about(const LoadedCase& loaded, const Desk& desk) {
  DueQuery everything;
  everything.all = true;
  return due_about(loaded, everything, desk);
}

Due due_about(const LoadedCase& loaded, const DueQuery& query, const Desk& desk) {
  Due due;
  due.as_of = desk.today();
  due.query = query;
  look_at(loaded, desk, due);
  return due;
}

}  // namespace mappa
