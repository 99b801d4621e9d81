#include "mappa/casework/look_up.hpp"

#include <algorithm>

#include "mappa/base/text.hpp"
#include "mappa/casebook/fold.hpp"
#include "mappa/casebook/kind.hpp"
#include "mappa/rules/verdict.hpp"

namespace mappa {
namespace {

CaseLine line_of(const Case& c, const Desk& desk) {
  const auto earliest = earliest_release(c, setting_for(c, desk.now, desk.today(), desk.policy));
  const auto& open = c.standing.level_to_be_confirmed;
  const auto level = c.standing.settled_level().value;
  return {c.number, c.name(), mappa_state(c), c.standing.settled_category().value, level, !level && open && *open,
          c.facility().value.value_or(""), earliest.date, c.plan.at.value, c.released.when.value};
}

bool holds(const Case& c, const std::string& wanted) {
  const auto within = [&](const std::string& text) { return folded(text).find(wanted) != std::string::npos; };
  const auto either = [&](const TwoSided<Text>& side) {
    return (side.nomis && within(*side.nomis)) || (side.record && within(*side.record));
  };
  if (within(c.number.text()) || within(c.name()) || either(c.person.surname) || either(c.person.forenames)) return true;
  return std::ranges::any_of(c.references, [&](const Reference& r) { return within(r.number); });
}

}  // namespace

std::vector<CaseLine> list_cases(const Snapshot& snapshot, const Desk& desk) {
  std::vector<CaseLine> out;
  each_case(snapshot, desk.today(), [&](const LoadedCase& loaded) { out.push_back(line_of(loaded.folded, desk)); });
  return out;
}

std::vector<CaseLine> find_cases(const Snapshot& snapshot, const std::string& text, const Desk& desk) {
  std::vector<CaseLine> out;
  const std::string wanted = folded(trimmed(text));
  each_case(snapshot, desk.today(), [&](const LoadedCase& loaded) {
    if (holds(loaded.folded, wanted)) out.push_back(line_of(loaded.folded, desk));
  });
  return out;
}

History history(const Snapshot& snapshot, const PrisonNumber& number, const Desk& desk) {
  const auto loaded = load(snapshot, number, desk.today());
  const Exports exports = read_exports(*loaded.exports);
  const auto taken_back = withdrawn(loaded.entries, exports);
  History out{number, loaded.folded.name(), {}};
  for (const Entry& entry : loaded.entries)
    out.lines.push_back({entry, decode(entry.body), taken_back.contains(entry.id), 0, 0});
  for (const UndoneRow& row : undone_rows(loaded)) {
    auto& line = *std::ranges::find(out.lines, row.entry, [](const HistoryLine& one) { return one.entry.id; });
    line.batch = row.batch;
    line.undone_by = row.undone_by;
  }
  return out;
}

std::vector<UndoneRow> undone_rows(const LoadedCase& loaded) {
  const Exports exports = read_exports(*loaded.exports);
  std::vector<UndoneRow> out;
  for (const Entry& entry : loaded.entries) {
    const Undone* undone = entry.kind == nomis_kind ? exports.undo_of_row(entry.id) : nullptr;
    if (undone) out.push_back({entry.id, undone->undo.batch, undone->id, entry.on});
  }
  return out;
}

}  // namespace mappa
