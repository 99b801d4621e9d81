#include "mappa/casework/deadlines.hpp"

#include <algorithm>
#include <utility>

#include "mappa/casebook/kind.hpp"
#include "mappa/casebook/packing.hpp"
#include "mappa/casework/due_bytes.hpp"
#include "mappa/casework/sources_digest.hpp"
#include "mappa/rules/verdict.hpp"

namespace mappa {
namespace {

constexpr int reaches_days = 92;  // ahead: longer than people look, for everything would be very much

std::string by_what(const Desk& desk) { return policy_digest(desk.policy).append(sources_digest); }

// Whether what is due of somebody may change within the day.
bool of_the_hour(const Case& c, Date today) {
  return (c.plan.at && c.plan.at->day <= today) || (c.released.when && c.released.when->day == today);
}

// times: 1 to count them in, -1 to take them out again.
void count(LookedAt& all, const LookedAt& some, int times) {
  all.cases += times * some.cases;
  all.status_unknown += times * some.status_unknown;
  all.out_of_scope += times * some.out_of_scope;
  all.place_unknown += times * some.place_unknown;
}

template <IsPass P>
void pass_counts(P& pass, LookedAt& v) {
  auto& [cases, status_unknown, out_of_scope, place_unknown] = v;
  pass(cases, status_unknown, out_of_scope, place_unknown);
}

struct Looked {
  std::string place;
  LookedAt counted;
};

std::string bytes_of(Looked one) {
  Packing bytes;
  Pass pass(bytes);
  pass(one.place);
  pass_counts(pass, one.counted);
  return bytes.finish();
}

Looked looked_from(std::string_view bytes) {
  Looked out;
  Unpacking rest(bytes);
  Pass pass(rest);
  pass(out.place);
  pass_counts(pass, out.counted);
  return out;
}

template <IsPass P>
void pass_everybody(P& pass, std::map<std::string, LookedAt>& by_place, std::vector<std::uint32_t>& numbers) {
  std::vector<std::string> places;
  for (const auto& [place, counted] : by_place) places.push_back(place);
  pass(numbers, places);
  for (const auto& place : places) pass_counts(pass, by_place[place]);
}

// The last day due on which the working day to act by comes by `until`: the list looks ahead to the latter.
Date last_to_act_on_by(Date until, const Desk& desk) {
  while (act_by(plus_days(until, 1), desk.policy.bank_holidays).day <= until) until = plus_days(until, 1);
  return until;
}

bool is_among(const PrisonNumber& number, const std::vector<PrisonNumber>& sorted) { return std::ranges::binary_search(sorted, number); }

// Gathers what is kept while everybody is looked at.
class Keeping {
 public:
  Keeping(Change& change, const Desk& desk) : change_(change), desk_(desk) {}

  void take(const LoadedCase& loaded) {
    const Case& c = loaded.folded;
    ++people_;
    if (of_the_hour(c, desk_.today())) {
      of_the_hour_.push_back(c.number.packed());
      return;
    }
    Due due = due_about(loaded, desk_);
    const Looked one{c.facility().value.value_or(""), due};
    count(by_place_[one.place], one.counted, 1);
    change_.keep_looked_at(c.number, bytes_of(one));
    int nth = 0;
    for (DueLine& line : due.lines) {
      // Lists look ahead to the day to act by, which is never later than the day itself.
      const auto day = line.act_by ? std::optional(line.act_by->day) : std::nullopt;
      if (day && days_between(desk_.today(), *day) > reaches_days) continue;
      const auto by = line.finding.by;
      const std::string_view rule = line.finding.rule;
      change_.keep_deadline({c.number, nth++, one.place, rule, by, due_line_bytes(std::move(line))});
    }
  }

  std::size_t finish() {
    Packing bytes;
    Pass pass(bytes);
    pass_everybody(pass, by_place_, of_the_hour_);
    change_.keep_deadlines_made({change_.head().newest, desk_.today(), by_what(desk_)}, bytes.finish());
    return people_;
  }

 private:
  Change& change_;
  const Desk& desk_;
  std::map<std::string, LookedAt> by_place_;
  std::vector<std::uint32_t> of_the_hour_;
  std::size_t people_ = 0;
};

}  // namespace

std::optional<KeptDeadlines> KeptDeadlines::read(const Snapshot& snapshot, const Desk& desk) {
  const auto kept = snapshot.deadlines_made();
  if (!kept || snapshot.later() > 0) return std::nullopt;
  const auto& [made, bytes] = *kept;
  if (made.day != desk.today() || made.by_what != by_what(desk)) return std::nullopt;
  for (const auto kind : {import_kind, undo_kind})
    if (snapshot.newest_of_kind(std::string(kind)) > made.newest) return std::nullopt;
  KeptDeadlines out;
  out.made_ = made;
  std::vector<std::uint32_t> numbers;
  Unpacking rest(bytes);
  Pass pass(rest);
  pass_everybody(pass, out.by_place_, numbers);
  for (const auto number : numbers) out.of_the_hour_.push_back(PrisonNumber::unpacked(number));
  return out;
}

bool KeptDeadlines::reach(const DueQuery& query) const { return !query.all && (query.overdue || query.within_days <= reaches_days); }

std::vector<PrisonNumber> KeptDeadlines::to_be_looked_at(const Snapshot& snapshot) const {
  auto out = snapshot.numbers_since(made_.newest);
  out.insert(out.end(), of_the_hour_.begin(), of_the_hour_.end());
  std::ranges::sort(out);
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

LookedAt KeptDeadlines::counted(const Snapshot& snapshot, const std::string& facility, const std::vector<PrisonNumber>& anew) const {
  LookedAt out;
  for (const auto& [place, counted] : by_place_)
    if (facility.empty() || place == facility) count(out, counted, 1);
  for (const PrisonNumber& number : anew) {
    const auto before = snapshot.looked_at(number);
    if (!before) continue;
    const Looked one = looked_from(*before);
    if (facility.empty() || one.place == facility) count(out, one.counted, -1);
  }
  return out;
}

void KeptDeadlines::each_line(const Snapshot& snapshot, const DueQuery& query, const Desk& desk, const std::vector<PrisonNumber>& anew,
                              const std::function<void(PlaceOnList, std::string_view)>& take) const {
  DeadlineQuery asked{query.overdue ? plus_days(made_.day, -1) : last_to_act_on_by(plus_days(made_.day, query.within_days), desk), query.facility, {}};
  for (const Rule& rule : rules())
    if (is_wanted(rule, query)) asked.rules.emplace_back(rule.name);
  if (asked.rules.size() == rules().size()) asked.rules.clear();
  snapshot.each_deadline(asked, [&](const PrisonNumber& number, std::optional<Date> day, std::string_view line) {
    if (!is_among(number, anew)) take(place_on_list(day ? std::optional(days_between(made_.day, *day)) : std::nullopt, number), line);
  });
}

std::size_t refresh_deadlines(Change& change, const Desk& desk) {
  if (const auto kept = KeptDeadlines::read(change, desk); kept && change.numbers_since(change.deadlines_made()->first.newest).empty()) return 0;
  change.drop_deadlines();
  Keeping keeping(change, desk);
  each_case(change, desk.today(), [&](const LoadedCase& loaded) { keeping.take(loaded); });
  return keeping.finish();
}

}  // namespace mappa
