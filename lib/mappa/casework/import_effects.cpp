#include "mappa/casework/import_effects.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "mappa/casebook/fold.hpp"
#include "mappa/casework/check_release.hpp"
#include "mappa/casework/due.hpp"

namespace mappa {
namespace {

// A duty as the list of what is due names it; one rule may ask for several things.
using Duties = std::multimap<std::string, std::optional<Date>>;

Duties duties_of(const LoadedCase& loaded, const Desk& desk) {
  Duties out;
  // That a newer export makes data newer goes without saying.
  const Due due = due_about(loaded, desk);
  for (const DueLine& line : due.lines)
    if (line.finding.rule != "p12.nomis-age") out.emplace(line.finding.rule, line.finding.by);
  return out;
}

void add_turns(const PrisonNumber& number, const Duties& before, const Duties& after, std::vector<DutyTurn>& out) {
  std::set<std::string> rules;
  for (const auto* duties : {&before, &after})
    for (const auto& [rule, by] : *duties) rules.insert(rule);
  for (const auto& rule : rules) {
    const auto days = [&](const Duties& duties) {
      std::vector<std::optional<Date>> all;
      for (auto [at, end] = duties.equal_range(rule); at != end; ++at) all.push_back(at->second);
      return all;
    };
    const auto was = days(before), is = days(after);
    for (std::size_t i = 0; i < std::max(was.size(), is.size()); ++i) {
      DutyTurn turn{number, rule, i < was.size(), i < is.size(), {}, {}};
      if (turn.owed_before) turn.by_before = was[i];
      if (turn.owed_after) turn.by_after = is[i];
      if (turn.owed_before != turn.owed_after || turn.by_before != turn.by_after) out.push_back(std::move(turn));
    }
  }
}

std::string alerts_of(const NomisRow& row) {
  std::string out;
  for (const Alert& alert : row.alerts) out += (out.empty() ? "" : ";") + text(alert);
  return out;
}

PersonChange change_of(const Case* before, const Case& after) {
  PersonChange out{after.number, after.name(), !before || !before->nomis.row, {}};
  if (out.added || !after.nomis.row) return out;
  const NomisRow &was = *before->nomis.row, &is = *after.nomis.row;
  for (const NomisField& field : nomis_fields())
    if (was.value(field.name) != is.value(field.name))
      out.fields.push_back({std::string(field.name), std::string(was.value(field.name)), std::string(is.value(field.name))});
  if (was.alerts != is.alerts) out.fields.push_back({"alerts", alerts_of(was), alerts_of(is)});
  return out;
}

// The verdict alone, without what is shown beside it.
Outcome outcome_of(const LoadedCase& loaded, const Desk& desk) {
  const Case& c = loaded.folded;
  return judge(c, setting_now(c, desk)).outcome;
}

// One person before and after.
class Compared {
 public:
  Compared(const CaseReader& before, const CaseReader& after, const PrisonNumber& number)
      : before_(before.find(number)), after_(after.find(number)) {}

  void add_to(ImportEffects& out, bool changed, const Desk& desk) const {
    const Case& is = after_->folded;
    if (changed) out.people.push_back(change_of(before_ ? &before_->folded : nullptr, is));
    VerdictTurn turn{is.number, is.name(), {}, outcome_of(*after_, desk)};
    if (before_) turn.before = outcome_of(*before_, desk);
    if (turn.before != turn.after) out.verdicts.push_back(std::move(turn));
    add_turns(is.number, before_ ? duties_of(*before_, desk) : Duties{}, duties_of(*after_, desk), out.duties);
  }

 private:
  std::optional<LoadedCase> before_, after_;
};

}  // namespace

ImportEffects effects(const Snapshot& before, const Snapshot& after, const std::vector<std::uint32_t>& changed,
                      const std::vector<std::uint32_t>& confirmed, const Desk& desk) {
  const CaseReader was(before, desk.today()), is(after, desk.today());
  std::vector<std::uint32_t> all = changed;
  all.insert(all.end(), confirmed.begin(), confirmed.end());
  std::ranges::sort(all);
  ImportEffects out;
  for (const std::uint32_t packed : all)
    Compared(was, is, PrisonNumber::unpacked(packed)).add_to(out, std::ranges::binary_search(changed, packed), desk);
  return out;
}

std::vector<Missing> missing_people(const Snapshot& snapshot, const std::vector<std::uint32_t>& numbers, Date as_of) {
  const CaseReader cases(snapshot, as_of);
  std::vector<Missing> out;
  for (const std::uint32_t packed : numbers) {
    const auto loaded = cases.find(PrisonNumber::unpacked(packed));
    if (!loaded || !loaded->folded.nomis.row) continue;
    const Case& c = loaded->folded;
    out.push_back({c.number, c.name(), std::string(c.nomis.row->value("prisonId")), c.nomis.seen_on, c.released.when.value});
  }
  return out;
}

}  // namespace mappa
