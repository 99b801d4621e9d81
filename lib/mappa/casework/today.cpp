#include "mappa/casework/today.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <memory>
#include <tuple>

#include "mappa/casework/check_release.hpp"
#include "mappa/casework/first_few.hpp"
#include "mappa/casework/policy_in_force.hpp"
#include "mappa/casework/states.hpp"

namespace mappa {
namespace {

std::tuple<Moment, PrisonNumber> soonest(const PlannedRelease& one) { return {one.at, one.number}; }

// A release that was not clear when it was recorded comes second only to whoever is no longer clear.
int rank(const Turned& one) {
  if (one.no_longer_clear()) return 0;
  if (one.released) return one.released_unclear() ? 1 : 6;
  if (!one.after) return 4;
  switch (one.after->outcome) {
    case Outcome::not_clear: return 2;
    case Outcome::cannot_decide: return 3;
    case Outcome::outside_order: return 4;
    case Outcome::clear: return 5;
  }
  return 4;
}

std::tuple<int, Moment, PrisonNumber> gravest(const Turned& one) {
  constexpr Moment never{Date(std::chrono::year::max(), std::chrono::December, std::chrono::day(31)), {}};
  return {rank(one), one.planned.value_or(never), one.number};
}

// What has no day comes last here, and is counted beside: else nobody would see what is overdue for it.
int urgency(const DueLine& line) { return line.days_left.value_or(std::numeric_limits<int>::max()); }

void add(DueLine line, OwedByRoles& owed) {
  const std::size_t undated = line.days_left ? 0 : 1;
  ++owed.things;
  owed.undated += undated;
  const auto role = line.finding.responsible.role;
  const auto found = std::ranges::find(owed.roles, role, &Owing::role);
  if (found == owed.roles.end()) {
    owed.roles.push_back({role, 1, undated, std::move(line)});
    return;
  }
  ++found->things;
  found->undated += undated;
  if (urgency(line) < urgency(found->first)) found->first = std::move(line);
}

void sort(OwedByRoles& owed) {
  std::ranges::stable_sort(owed.roles, {}, [](const Owing& one) { return std::pair{urgency(one.first), one.role}; });
}

// The finding that decides first, with who must act.
Finding deciding(const Case& c, const Verdict& verdict, const Setting& setting) {
  const Finding& first = *blocking(verdict).front();
  for (Finding& one : ask(*find_rule(first.rule), c, setting))
    if (one.answer == first.answer && one.waits_for.empty()) return std::move(one);
  return first;
}

bool alike(const std::optional<Mend>& a, const std::optional<Mend>& b) {
  return a && b && a->kind == b->kind && a->main == b->main && a->fields == b->fields;
}

class Morning {
 public:
  Morning(const Snapshot& before, const Snapshot& now, const TodayQuery& query, const Desk& desk)
      : now_(now), desk_(desk), comparison_(before, now, query.since, desk), releases_(most(query)), turned_(most(query)) {
    out_.now = desk.now;
    out_.query = query;
    owed_.role = query.role;
    owed_.facility = query.facility;
    owed_.within_days = TodayQuery::week_days;
  }

  void look_at(const Case& c) {
    const bool touched = comparison_.touched(c.number);
    if (!here(c.facility().value.value_or(""))) return;
    ++met_;
    add_owed(c);
    const bool is_out = released(c, desk_);
    if (is_out) ++out_.released;
    if (is_out && !touched) return;
    const Setting setting = setting_now(c, desk_);
    const Verdict verdict = judge_in_short(c, setting);
    const bool planned = !is_out && c.plan.at && days_between(desk_.today(), c.plan.at->day) <= TodayQuery::release_days;
    if (!is_out) add_verdict(c, verdict, setting);
    if (planned) add_release(c);
    if (touched || planned || comparison_.aged_otherwise(c, verdict)) add_turned(comparison_.turned(c, verdict));
  }

  Today told() {
    for (Turned& one : comparison_.gone())
      if (here(one.place)) add_turned(std::move(one));
    if (met_ == 0 && !owed_.facility.empty() && !desk_.policy.facilities.find(owed_.facility)) no_such_place(owed_.facility, desk_.policy);
    out_.releases = releases_.take();
    out_.turned = turned_.count();
    out_.verdicts = turned_.take();
    out_.batches = comparison_.batches();
    out_.nomis_of = comparison_.nomis_of();
    out_.differences = policy_differences(desk_.policy);
    out_.holidays_end = ends_soon(desk_.policy.bank_holidays, desk_.today());
    sort(out_.overdue);
    sort(out_.this_week);
    for (auto& [rule, fact] : missing_) out_.missing.push_back(std::move(fact));
    std::ranges::stable_sort(out_.missing, std::ranges::greater{}, &MissingFact::people);
    return std::move(out_);
  }

 private:
  static std::size_t most(const TodayQuery& query) { return query.all ? std::numeric_limits<std::size_t>::max() : TodayQuery::few; }

  bool here(const std::string& place) const { return owed_.facility.empty() || owed_.facility == place; }

  void add_owed(const Case& c) {
    // Only an acknowledgement needs the entries: by whom it is.
    LoadedCase loaded{c, c.acknowledgements.empty() ? std::vector<Entry>{} : now_.entries(c.number), nothing_};
    Due due = due_about(loaded, owed_, desk_);
    out_.acknowledged += due.acknowledged;
    out_.status_unknown += due.status_unknown;
    out_.place_unknown += due.place_unknown;
    for (DueLine& line : due.lines) {
      const bool overdue = !line.days_left || *line.days_left < 0;
      add(std::move(line), overdue ? out_.overdue : out_.this_week);
    }
  }

  void add_verdict(const Case& c, const Verdict& verdict, const Setting& setting) {
    ++out_.people[verdict.outcome];
    if (verdict.outcome != Outcome::cannot_decide) return;
    Finding first = deciding(c, verdict, setting);
    if (owed_.role && !of_role(first, *owed_.role, setting.facility)) return;
    ++out_.undecided;
    auto [at, added] = missing_.try_emplace(first.rule, MissingFact{});
    MissingFact& fact = at->second;
    ++fact.people;
    if (added) {
      fact.example = std::move(first);
      return;
    }
    if (fact.example.action.text.view() != first.action.text.view()) fact.example.action = {};
    if (!alike(fact.example.mended, first.mended)) fact.example.mended.reset();
  }

  void add_release(const Case& c) {
    PlannedRelease one{c.number, c.name(), c.facility().value.value_or(""), *c.plan.at, *c.plan.at < desk_.now, decided(c, desk_)};
    ++out_.planned[one.verdict.outcome];
    releases_.add(std::move(one));
  }

  void add_turned(std::optional<Turned> one) {
    if (!one) return;
    if (one->no_longer_clear()) ++out_.no_longer_clear;
    turned_.add(std::move(*one));
  }

  const Snapshot& now_;
  const Desk& desk_;
  Comparison comparison_;
  FirstFew<PlannedRelease, soonest> releases_;
  FirstFew<Turned, gravest> turned_;
  std::map<std::string_view, MissingFact> missing_;
  const std::shared_ptr<const std::vector<Entry>> nothing_ = std::make_shared<const std::vector<Entry>>();
  DueQuery owed_;
  std::size_t met_ = 0;
  Today out_;
};

}  // namespace

Instant compared_with(const TodayQuery& query, const Desk& desk) {
  const Instant begins = beginning_in_england(query.since);
  return desk.as_known_on ? std::min(begins, beginning_in_england(plus_days(*desk.as_known_on, 1))) : begins;
}

Today look_at_today(const Snapshot& before, const Snapshot& now, const TodayQuery& query, const Desk& desk) {
  Morning morning(before, now, query, desk);
  each_folded(now, desk.today(), [&](const Case& c) { morning.look_at(c); });
  return morning.told();
}

}  // namespace mappa
