#include "mappa/casework/export_nomis.hpp"

#include <map>
#include <set>

#include "mappa/casework/desk.hpp"

namespace mappa {

void each_row_that_holds(const Snapshot& snapshot, Date on, const std::function<void(const Sighting&)>& take) {
  const Exports exports = read_exports(export_entries(snapshot));
  snapshot.each([&](const PrisonNumber& number, std::span<const Entry> entries) {
    const auto rows = sightings(number, entries, exports, on);
    if (!rows.empty()) take(rows.back());
  });
}

RowsThatHold look_through(const Snapshot& snapshot, Date on) {
  RowsThatHold out;
  std::set<const NomisField*> fields;  // one array holds them all: by address is by place
  std::map<Date, std::size_t> days;
  each_row_that_holds(snapshot, on, [&](const Sighting& held) {
    ++out.people;
    ++days[held.seen_on];
    if (held.day_assumed) ++out.day_assumed;
    for (const auto& [field, value] : held.row.fields) fields.insert(field);
  });
  if (!days.empty()) {
    out.oldest = days.begin()->first;
    out.newest = days.rbegin()->first;
    out.older = out.people - days.rbegin()->second;
  }
  out.fields.assign(fields.begin(), fields.end());
  return out;
}

}  // namespace mappa
