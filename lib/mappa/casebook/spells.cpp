#include "mappa/casebook/spells.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "mappa/casebook/fold.hpp"
#include "mappa/casebook/kind.hpp"

namespace mappa {
namespace {

// The row that an import compared its own with: the newest of its day or before among what was known.
const Entry* compared_with(const Confirmation& import, std::span<const Entry> entries, const Exports& exports) {
  const auto taken_back = withdrawn(entries, exports, import.import.first);
  const Entry* held = nullptr;
  for (const Entry& entry : entries) {
    if (entry.kind != nomis_kind || entry.on > import.on || entry.id >= import.import.first) continue;
    if (taken_back.contains(entry.id)) continue;
    if (!held || std::pair{entry.on, entry.id} > std::pair{held->on, held->id}) held = &entry;
  }
  return held;
}

// That an export showed the row which an entry holds.
struct Shown {
  Date on;
  EntryId order = 0;
  const Entry* entry = nullptr;
  bool day_assumed = false;
};

std::vector<Shown> shown_in_order(const PrisonNumber& number, std::span<const Entry> entries,
                                  const Exports& exports, Date as_of) {
  const auto taken_back = withdrawn(entries, exports);
  std::vector<Shown> out;
  const auto add = [&](const Entry& entry, Date on, EntryId order, bool assumed) {
    if (on <= as_of && !taken_back.contains(entry.id)) out.push_back({on, order, &entry, assumed});
  };
  for (const Entry& entry : entries)
    if (entry.kind == nomis_kind) add(entry, entry.on, entry.id, day_assumed(decode(entry.body)));
  if (out.empty()) return out;
  for (const Confirmation& import : exports.imports)
    if (const Entry* row = confirmed_row(import, number, entries, exports))
      add(*row, import.on, import.id, import.import.day_assumed);
  std::ranges::sort(out, {}, [](const Shown& s) { return std::pair{s.on, s.order}; });
  return out;
}

// The same name for the same booking, in each of the two numberings that an export may use.
struct Booking {
  std::string number, id;

  // Whether the row shows another booking than the last that was known.
  bool another(const NomisRow& row) const {
    const auto differs = [](std::string_view known, std::string_view now) { return !known.empty() && !now.empty() && known != now; };
    const auto row_number = row.value("bookNumber");
    return !number.empty() && !row_number.empty() ? number != row_number : differs(id, row.value("bookingId"));
  }
  void learn(const NomisRow& row) {
    if (const auto now = row.value("bookNumber"); !now.empty()) number = now;
    if (const auto now = row.value("bookingId"); !now.empty()) id = now;
  }
};

// The last spell that had begun by then; the first one also has what was before it.
std::size_t begun_by(Date on, EntryId order, std::span<const BookingSpell> spells) {
  std::size_t spell = 0;
  while (spell + 1 < spells.size() && std::pair{spells[spell + 1].began, spells[spell + 1].entry} <= std::pair{on, order}) ++spell;
  return spell;
}

}  // namespace

const Undone* Exports::undo_of_row(EntryId row, EntryId before) const {
  const auto found = std::ranges::find_if(undone, [&](const Undone& one) {
    return one.id < before && one.undo.first <= row && row < one.undo.batch;
  });
  return found == undone.end() ? nullptr : &*found;
}

const Undone* Exports::undo_of_import(EntryId batch) const {
  const auto found = std::ranges::find(undone, batch, [](const Undone& one) { return one.undo.batch; });
  return found == undone.end() ? nullptr : &*found;
}

Exports read_exports(std::span<const Entry> entries) {
  Exports out;
  for (const Entry& entry : entries) {
    if (entry.kind == import_kind) out.imports.push_back({entry.id, entry.on, import_from(decode(entry.body))});
    if (entry.kind == undo_kind) out.undone.push_back({entry.id, undo_from(decode(entry.body))});
  }
  return out;
}

const Entry* confirmed_row(const Confirmation& import, const PrisonNumber& number, std::span<const Entry> entries,
                           const Exports& exports) {
  if (exports.undo_of_import(import.id)) return nullptr;
  const Entry* row = compared_with(import, entries, exports);
  return row && import.import.confirms(number, row->id) ? row : nullptr;
}

std::vector<Sighting> sightings(const PrisonNumber& number, std::span<const Entry> entries,
                                const Exports& exports, Date as_of) {
  std::vector<Sighting> out;
  for (const Shown& one : shown_in_order(number, entries, exports, as_of)) {
    if (out.empty() || out.back().entry != one.entry->id)
      out.push_back({one.on, one.order, one.entry->id, nomis_row_from(number, decode(one.entry->body)), {}, 0, false});
    out.back().seen_on = one.on;
    out.back().seen_by = one.order;
    out.back().day_assumed = one.day_assumed;
  }
  return out;
}

std::vector<BookingSpell> booking_spells(std::span<const Sighting> sightings) {
  std::vector<BookingSpell> out;
  Booking known;
  for (const Sighting& one : sightings) {
    if (out.empty() || known.another(one.row)) {
      known = {};
      out.push_back({one.on, one.order, one.seen_on});
    }
    known.learn(one.row);
    out.back().last_seen = one.seen_on;
  }
  return out;
}

std::size_t spell_of(const Entry& record, std::span<const BookingSpell> spells) {
  // A level is dated by its decision, which may be older than the booking that was known when it was recorded.
  if (record.kind == "level")
    for (std::size_t spell = spells.size(); spell-- > 1;)
      if (record.id > spells[spell].entry) return spell;
  const std::size_t spell = begun_by(record.on, record.id, spells);
  if (spell + 1 >= spells.size()) return spell;
  const bool in_between = record.on > spells[spell].last_seen && record.id > spells[spell + 1].entry;
  return in_between ? spell + 1 : spell;
}

std::size_t spell_of(const Sighting& row, std::span<const BookingSpell> spells) { return begun_by(row.on, row.order, spells); }

}  // namespace mappa
