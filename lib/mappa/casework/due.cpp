#include "mappa/casework/due.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "mappa/base/fault.hpp"
#include "mappa/base/nearest.hpp"
#include "mappa/base/text.hpp"
#include "mappa/casework/due_about.hpp"
#include "mappa/casework/due_bytes.hpp"
#include "mappa/casework/due_list.hpp"
#include "mappa/casework/due_token.hpp"
#include "mappa/casework/policy_in_force.hpp"

namespace mappa {

void no_such_place(const std::string& id, const Policy& policy) {
  std::vector<std::string> known;
  for (const Facility& one : policy.facilities.all()) known.push_back(one.id);
  const auto near = nearest(id, known);
  throw Fault(Cause::usage, "The register of facilities does not know \"" + safe(id) + "\", and nobody is there.",
              near ? "Did you mean " + *near + "?" : "Use an id of the register in the configuration.");
}

PlaceOnList place_on_list(std::optional<int> days_left, const PrisonNumber& number) {
  return {days_left.value_or(std::numeric_limits<int>::min()), number.packed()};
}

std::size_t Due::overdue() const { return static_cast<std::size_t>(std::ranges::count_if(lines, &DueLine::overdue)); }

std::size_t Due::undated() const {
  return static_cast<std::size_t>(std::ranges::count_if(lines, [](const DueLine& line) { return !line.finding.by; }));
}

PlaceOnList place_on_list(const DueLine& line) { return place_on_list(line.days_left, line.number); }

namespace {

void sort(std::vector<DueLine>& lines) {
  std::ranges::stable_sort(lines, {}, [](const DueLine& line) { return place_on_list(line); });
}

// From what is kept, and people about whom something was recorded since, as ever.
void begin_from(const KeptDeadlines& kept, const Snapshot& snapshot, const Desk& desk, DueBegun& begun) {
  begun.anew = kept.to_be_looked_at(snapshot);
  static_cast<LookedAt&>(begun.due) = kept.counted(snapshot, begun.due.query.facility, begun.anew);
  if (begun.anew.empty()) return;
  const CaseReader cases(snapshot, desk.today());
  for (const PrisonNumber& number : begun.anew)
    if (const auto loaded = cases.find(number)) look_at(*loaded, desk, begun.due);
}

void check_place(const Due& due, const Desk& desk) {
  const std::string& place = due.query.facility;
  const bool nobody = due.cases == 0 && due.out_of_scope == 0;
  if (!place.empty() && nobody && !due.query.number && !desk.policy.facilities.find(place)) no_such_place(place, desk.policy);
}

}  // namespace

DueBegun begin_list(const Snapshot& snapshot, const DueQuery& query, const Desk& desk) {
  DueBegun out;
  Due& due = out.due;
  due.as_of = desk.today();
  due.query = query;
  due.rests_on = snapshot.head().newest;
  due.differences = policy_differences(desk.policy);
  due.holidays_end = ends_soon(desk.policy.bank_holidays, desk.today());
  if (!query.number) out.kept = KeptDeadlines::read(snapshot, desk);
  if (out.kept && !out.kept->reach(query)) out.kept.reset();
  if (query.number) look_at(load(snapshot, *query.number, desk.today()), desk, due);
  else if (out.kept) begin_from(*out.kept, snapshot, desk, out);
  else each_case(snapshot, desk.today(), [&](const LoadedCase& loaded) { look_at(loaded, desk, due); });
  check_place(due, desk);
  sort(due.lines);
  return out;
}

bool is_listed(DueLine& line, const DueQuery& query, const Desk& desk, int& acknowledged) {
  const Timing when = timing(line.finding, desk);
  line.days_left = when.days_left;
  line.act_by = when.act_by;
  if (query.role && !of_role(line.finding, *query.role, desk.policy.facilities.find(line.place))) return false;
  if (line.acknowledged && !query.all) ++acknowledged;
  return !line.acknowledged || query.all;
}

Due list_due(const Snapshot& snapshot, const DueQuery& query, const Desk& desk) {
  DueBegun begun = begin_list(snapshot, query, desk);
  Due& due = begun.due;
  if (begun.kept) {
    begun.kept->each_line(snapshot, query, desk, begun.anew, [&](PlaceOnList, std::string_view bytes) {
      DueLine line = due_line_from_bytes(bytes);
      if (is_listed(line, query, desk, due.acknowledged)) due.lines.push_back(std::move(line));
    });
    sort(due.lines);
  }
  if (query.tokens) add_tokens(snapshot, due.lines);
  return std::move(begun.due);
}

}  // namespace mappa
