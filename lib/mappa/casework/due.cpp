#include "mappa/casework/due.hpp"

#include <algorithm>
#include <limits>

#include "mappa/casework/check_release.hpp"
#include "mappa/rules/standing.hpp"
#include "mappa/rules/verdict.hpp"

namespace mappa {
namespace {

bool owed(const Finding& f) {
  return f.open() && f.waits_for.empty() && f.mended;
}

void add_lines(const LoadedCase& loaded, const Desk& desk, Due& due) {
  const Case& c = loaded.folded;
  const Setting setting = setting_for(c, moment_of(c, {}, desk).first, desk.today(), desk.policy);
  const auto earliest = earliest_release(c, setting);
  for (const Rule& rule : rules()) {
    if (!rule.due) continue;
    for (Finding& finding : ask(rule, c, setting)) {
      if (!owed(finding)) continue;
      std::optional<int> left;
      if (finding.by) left = days_between(desk.today(), *finding.by);
      if (left && *left > due.within_days) continue;
      DueLine line{c.number, c.name(), c.facility().value.value_or(""), {}, std::move(finding), left, earliest.date,
                   earliest.from, notes_on(loaded)};
      if (setting.facility) line.facility = *setting.facility;
      due.lines.push_back(std::move(line));
    }
  }
}

// Paragraphs 1 and 3. A removal or a transfer that is only planned ends no duty.
bool out_of_scope(const Case& c, const Setting& setting) {
  for (const Rule& rule : rules())
    if (rule.gate && rule.paragraph <= 3)
      for (const Finding& finding : ask(rule, c, setting))
        if (finding.answer == Answer::not_met) return true;
  return false;
}

void look_at(const LoadedCase& loaded, const Desk& desk, Due& due) {
  const Case& c = loaded.folded;
  const Setting setting = setting_for(c, desk.now, desk.today(), desk.policy);
  if (c.released.when && *c.released.when <= desk.now) return;
  if (out_of_scope(c, setting)) {
    ++due.out_of_scope;
    return;
  }
  ++due.cases;
  if (mappa_state(c) == MappaState::unknown) ++due.status_unknown;
  add_lines(loaded, desk, due);
}

}  // namespace

Due list_due(const Snapshot& snapshot, const std::optional<PrisonNumber>& number, int within_days, const Desk& desk) {
  Due due{desk.today(), within_days, {}, 0, 0, 0};
  if (number) look_at(load(snapshot, *number, desk.today()), desk, due);
  else each_case(snapshot, desk.today(), [&](const LoadedCase& loaded) { look_at(loaded, desk, due); });
  std::ranges::stable_sort(due.lines, {}, [](const DueLine& line) {
    return line.days_left.value_or(std::numeric_limits<int>::min());
  });
  return due;
}

}  // namespace mappa
