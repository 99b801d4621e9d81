#include "mappa/casework/check_release.hpp"

#include <limits>
#include <utility>
#include <vector>

#include "mappa/casework/in_turn.hpp"
#include "mappa/casework/policy_in_force.hpp"
#include "mappa/casework/states.hpp"

namespace mappa {
namespace {

std::optional<ShownAtRelease> shown(const Case& c, EntryId known) {
  const auto& [when, to, by_team, verdict, policy, rests_on] = c.released;
  if (!when || !verdict) return std::nullopt;
  return ShownAtRelease{*when, *verdict, policy.value.value_or(""), rests_on.value.value_or(""), verdict.entry, verdict.entry > known};
}

constexpr std::size_t at_a_time = 512;  // people in a piece of work

// What is said about the policy under every verdict: the same for all of one job, and slow to put together.
struct PolicyNote {
  std::string digest;
  std::vector<std::string> differences;
};
PolicyNote note_on(const Policy& policy) { return {policy_digest(policy), policy_differences(policy)}; }

ReleaseCheck check(const LoadedCase& loaded, std::optional<Moment> at, const Desk& desk, const PolicyNote& policy) {
  const Case& c = loaded.folded;
  const auto [moment, from] = moment_of(c, at, desk);
  const Setting setting = setting_for(c, moment, desk.today(), desk.policy);
  ReleaseCheck out{c, judge(c, setting), moment, from, desk.today(), earliest_release(c, setting), mappa_state(c),
                   {}, {}, policy.digest, policy.differences, shown(c, std::numeric_limits<EntryId>::max()), notes_on(loaded)};
  if (setting.facility) out.facility = *setting.facility;
  if (c.nomis.seen_on) out.nomis_age_days = days_between(*c.nomis.seen_on, desk.today());
  return out;
}

// within: days from today; nothing: whenever.
bool is_planned_within(const Case& c, std::optional<int> within, const Desk& desk) {
  return !within || (c.plan.at && days_between(desk.today(), c.plan.at->day) <= *within);
}

}  // namespace

std::pair<Moment, MomentFrom> moment_of(const Case& c, std::optional<Moment> at, const Desk& desk) {
  if (at) return {*at, MomentFrom::given};
  if (c.plan.at && *c.plan.at >= desk.now) return {*c.plan.at, MomentFrom::planned};
  return {desk.now, MomentFrom::now};
}

Setting setting_now(const Case& c, const Desk& desk) { return setting_for(c, moment_of(c, {}, desk).first, desk.today(), desk.policy); }

bool released(const Case& c, const Desk& desk) { return c.released.when && *c.released.when <= desk.now; }

ReleaseCheck check_release(const LoadedCase& loaded, std::optional<Moment> at, const Desk& desk) {
  return check(loaded, at, desk, note_on(desk.policy));
}

std::optional<ShownAtRelease> shown_at_release(const Snapshot& whole, const PrisonNumber& number, Date real_today, EntryId known) {
  return shown(load(whole, number, real_today).folded, known);
}

int check_all(const Snapshot& snapshot, std::optional<int> within, const Desk& desk,
              const std::function<void(const ReleaseCheck&)>& take) {
  int left_out = 0;
  const PolicyNote policy = note_on(desk.policy);
  each_case(snapshot, desk.today(), [&](const LoadedCase& loaded) {
    if (released(loaded.folded, desk)) ++left_out;
    else if (is_planned_within(loaded.folded, within, desk)) take(check(loaded, std::nullopt, desk, policy));
  });
  return left_out;
}

int check_all_in_short(const Snapshot& snapshot, std::optional<int> within, const Desk& desk,
                       const std::function<std::string(const Case&, const Verdict&)>& line,
                       const std::function<void(Outcome, const std::string&)>& take) {
  struct Some {
    int left_out = 0;
    std::vector<std::pair<Outcome, std::string>> lines;
  };
  const Everybody everybody(snapshot, desk.today());
  const auto look_at = [&](std::vector<Everybody::One>&& people) {
    Some out;
    for (Everybody::One& one : people) {
      const Case c = everybody.unpacked(std::move(one));
      if (released(c, desk)) ++out.left_out;
      if (released(c, desk) || !is_planned_within(c, within, desk)) continue;
      const Verdict verdict = judge_in_short(c, setting_now(c, desk));
      out.lines.emplace_back(verdict.outcome, line(c, verdict));
    }
    return out;
  };
  int left_out = 0;
  InTurn<Some> in_turn([&](Some&& some) {
    left_out += some.left_out;
    for (const auto& [outcome, words] : some.lines) take(outcome, words);
  });
  std::vector<Everybody::One> people;
  const auto begin = [&] { in_turn.begin([&look_at, some = std::exchange(people, {})]() mutable { return look_at(std::move(some)); }); };
  everybody.each([&](Everybody::One&& one) {
    people.push_back(std::move(one));
    if (people.size() == at_a_time) begin();
  });
  begin();
  in_turn.finish();
  return left_out;
}

}  // namespace mappa
