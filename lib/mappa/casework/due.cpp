#include "mappa/casework/due.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "mappa/base/fault.hpp"
#include "mappa/base/nearest.hpp"
#include "mappa/base/text.hpp"
#include "mappa/casework/check_release.hpp"
#include "mappa/casework/policy_in_force.hpp"
#include "mappa/rules/standing.hpp"
#include "mappa/rules/verdict.hpp"

namespace mappa {
namespace {

bool owed(const Finding& f) { return f.open() && f.waits_for.empty() && !f.action.empty(); }

bool release_planned(const Case& c) {
  return c.plan.at && c.plan.kind.value.value_or(ReleaseKind::community) == ReleaseKind::community;
}

// Whether what this rule finds open is owed by now.
bool asked_now(const Rule& rule, const Case& c, const Setting& setting) {
  switch (rule.duty) {
    case Duty::none: return false;
    case Duty::always: return true;
    case Duty::in_detention: return setting.facility && setting.facility->immigration_estate();
    case Duty::for_release: return release_planned(c);
  }
  return false;
}

// Where it is not known which of the two acts, both are asked.
bool of_role(const Finding& f, Role role, const Facility* facility) {
  const bool dets = f.who == Role::det || f.who == Role::det_manager;
  return f.responsible.role == role || (!facility && dets && role == Role::depmu);
}

void add_lines(const LoadedCase& loaded, const Desk& desk, Due& due) {
  const Case& c = loaded.folded;
  const Setting setting = setting_for(c, moment_of(c, {}, desk).first, desk.today(), desk.policy);
  const auto earliest = earliest_release(c, setting);
  for (const Rule& rule : rules()) {
    if (!asked_now(rule, c, setting)) continue;
    for (Finding& finding : ask(rule, c, setting)) {
      if (!owed(finding) || (due.query.role && !of_role(finding, *due.query.role, setting.facility))) continue;
      if (rule.duty == Duty::for_release && !finding.by) finding.due(c.plan.at->day, false).owed_since(c.plan.at.day);
      // What fell due before anybody here knew of it has not been owed since then only.
      if (finding.since && finding.by && *finding.since > *finding.by) finding.since.reset();
      std::optional<int> left;
      if (finding.by) left = days_between(desk.today(), *finding.by);
      if (left && *left > due.query.within_days) continue;
      due.lines.push_back({c.number, c.name(), c.facility().value.value_or(""), std::move(finding), left, earliest.date, std::string(earliest.from),
                           c.plan.at.value, notes_on(loaded)});
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

void look_at(const LoadedCase& loaded, const Desk& desk, Due& due) {
  const Case& c = loaded.folded;
  const Setting setting = setting_for(c, desk.now, desk.today(), desk.policy);
  if (c.released.when && *c.released.when <= desk.now) return;
  if (!due.query.facility.empty() && c.facility().value.value_or("") != due.query.facility) return;
  if (out_of_scope(c, setting)) {
    ++due.out_of_scope;
    return;
  }
  ++due.cases;
  if (mappa_state(c) == MappaState::unknown) ++due.status_unknown;
  if (!setting.facility) ++due.place_unknown;
  add_lines(loaded, desk, due);
}

[[noreturn]] void no_such_place(const std::string& id, const Policy& policy) {
  std::vector<std::string> known;
  for (const Facility& one : policy.facilities.all()) known.push_back(one.id);
  const auto near = nearest(id, known);
  throw Fault(Cause::usage, "The register of facilities does not know \"" + safe(id) + "\", and nobody is there.",
              near ? "Did you mean " + *near + "?" : "Use an id of the register in the configuration.");
}

}  // namespace

std::vector<DueLine> due_of(const LoadedCase& loaded, const Desk& desk) {
  Due due;
  due.query.within_days = std::numeric_limits<int>::max();
  look_at(loaded, desk, due);
  return std::move(due.lines);
}

Due list_due(const Snapshot& snapshot, const DueQuery& query, const Desk& desk) {
  Due due;
  due.as_of = desk.today();
  due.query = query;
  due.differences = policy_differences(desk.policy);
  if (query.number) look_at(load(snapshot, *query.number, desk.today()), desk, due);
  else each_case(snapshot, desk.today(), [&](const LoadedCase& loaded) { look_at(loaded, desk, due); });
  const bool nobody = due.cases == 0 && due.out_of_scope == 0;
  if (!query.facility.empty() && nobody && !query.number && !desk.policy.facilities.find(query.facility)) no_such_place(query.facility, desk.policy);
  std::ranges::stable_sort(due.lines, {}, [](const DueLine& line) {
    return line.days_left.value_or(std::numeric_limits<int>::min());
  });
  return due;
}

}  // namespace mappa
