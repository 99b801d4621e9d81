#include "mappa/casebook/fold.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "mappa/base/fault.hpp"
#include "mappa/casebook/kind.hpp"
#include "mappa/casebook/nomis_facts.hpp"

namespace mappa {
namespace {

bool outside(std::string_view place) { return place.empty() || place == "OUT" || place == "TRN"; }

Fault too_new(const std::string& what) {
  return {Cause::schema, "The casebook holds " + what + ", which this version does not know.", "Update mappa."};
}

const Kind& kind_of(const Entry& entry) {
  const Kind* kind = find_kind(entry.kind);
  if (!kind || entry.version > kind->version) throw too_new("an entry of the kind \"" + entry.kind + "\"");
  return *kind;
}

const Field& field_of(const Kind& kind, const std::string& name) {
  const Field* field = kind.find(name);
  if (!field) throw too_new("the field \"" + name + "\" of a " + kind.name);
  return *field;
}

EntryId withdrawn_by(const Entry& withdrawal) {
  if (const auto target = whole_number(decode(withdrawal.body), "entry")) return *target;
  throw Fault(Cause::integrity, "Entry " + std::to_string(withdrawal.id) + " withdraws an entry, and does not say which.",
              "Keep the file as it is, restore the casebook from a backup, and compare the two.");
}

// What a new booking does not undo: each of these only makes the check stricter.
void keep_what_binds(Case& fresh, const Case& before) {
  const auto& applies = before.notification.applies.record;
  if (applies && *applies) {
    fresh.notification.applies.record = applies;
    fresh.notification.why = before.notification.why;
  }
  if (const auto& category = before.standing.category.record; category && *category == 1)
    fresh.standing.category.record = category;
  if (before.hold.reason && *before.hold.reason != "none") fresh.hold.reason = before.hold.reason;
  if (const auto& child_risk = before.safeguarding.child_risk.record; child_risk && *child_risk) {
    fresh.safeguarding.child_risk.record = child_risk;
    fresh.safeguarding.why = before.safeguarding.why;
  }
  const auto& [nomis, from, to] = before.recall;
  if (from && !(to && *to >= *from)) fresh.recall.from = from;
}

class Folding {
 public:
  Folding(const PrisonNumber& number, Date as_of) : case_(number) { case_.as_of = as_of; }

  // A new booking is another sentence: nothing that was recorded under the last one holds any more, but
  // who the person is and what only binds.
  void new_booking(const BookingSpell& before, const BookingSpell& now) {
    Case fresh(case_.number);
    keep_deeds();
    fresh.as_of = case_.as_of;
    fresh.person = case_.person;
    fresh.person.time_served = {};
    fresh.references = case_.references;
    fresh.notes = case_.notes;
    fresh.requests = case_.requests;
    fresh.reports = case_.reports;
    fresh.earlier = case_.earlier;
    keep_what_binds(fresh, case_);
    const auto& released = case_.released.when;
    fresh.earlier_until = released ? std::max(released->day, before.last_seen) : before.last_seen;
    fresh.meetings = case_.meetings;
    std::erase_if(fresh.meetings, [&](const Meeting& m) { return *m.day <= *fresh.earlier_until; });
    fresh.spell_began = now.began;
    fresh.spell_entry = now.entry;
    fresh.new_booking = true;
    case_ = std::move(fresh);
    level_.reset();
    first_level_over_ = false;
    plan_ = {};
  }

  void take(const Sighting& seen) {
    const auto place = seen.row.value("prisonId");
    const auto& released = case_.released.when;
    // An export of the day of the release may be older than the release. One that shows the person in another
    // place, or newly recalled, is not.
    const bool recalled = seen.row.value("recall") == "yes" && !case_.recall.nomis.value.value_or(false);
    const bool moved = place != place_ || recalled;
    if (released && seen.on > released->day && moved && !outside(place)) return_to_custody(seen.on, seen.order);
    if (!place.empty()) place_ = place;
    take_row(case_, seen.row, seen.entry, seen.on);
    case_.nomis.row = seen.row;
    case_.nomis.entry = seen.entry;
    case_.nomis.exported_on = seen.on;
    case_.nomis.seen_on = seen.seen_on;
    case_.nomis.seen_by = seen.seen_by;
    case_.nomis.day_assumed = seen.day_assumed;
  }

  void take(const Entry& entry) {
    const Kind& kind = kind_of(entry);
    const Body body = decode(entry.body);
    if (returns(kind, body, entry.on)) return_to_custody(entry.on, entry.id);
    if (kind.fold_whole) return of_earlier_spell(kind, body) ? void() : kind.fold_whole(case_, body, entry.id, entry.on);
    if (kind.name == "level" && corrected_since(body, entry)) return;
    // "None" resolves what was known when it was said, and no hold that was recorded after it.
    if (kind.name == "hold" && value(body, "reason") == "none" && case_.hold.reason && case_.hold.reason.entry > entry.id) return;
    const bool corrected = kind.name == "released" && case_.released.when;
    take_back(kind, body);
    for (const auto& [name, text] : body) {
      const Field& field = field_of(kind, name);
      // A corrected release keeps what the check said when the release was first recorded.
      if (field.computed && corrected) continue;
      if (!field.deed || happened(kind, field, text, entry)) field.fold(case_, text, entry.id, entry.on);
    }
    if (kind.name == "location" && !outside(*case_.location.facility.record))
      case_.location.moves.push_back({*case_.location.facility.record, case_.location.since.value.value_or(entry.on),
                                      case_.location.since.value.has_value(), entry.id});
  }

  // After every step, for two records about one day may follow each other: what became different by it.
  void close(Date day) {
    close_level(day);
    close_plan(day);
  }

  // A plan or level that stood when the arrangements were confirmed, and was withdrawn afterwards: they were
  // confirmed for something else.
  void taken_back_since(const Entry& taken_back, const Entry& withdrawal) {
    const auto& confirmed = case_.arrangements.confirmed;
    if (!confirmed || taken_back.id > confirmed.entry || withdrawal.id < confirmed.entry) return;
    const Turn turn{withdrawal.on, withdrawal.id, "entry"};
    if (taken_back.kind == "release-plan") case_.plan_changed = turn;
    if (taken_back.kind == "level") case_.level_changed = turn;
  }

  Case finish(EntryId newest) {
    case_.newest = newest;
    return std::move(case_);
  }

 private:
  struct Plan {
    std::optional<Moment> at;
    ReleaseKind kind = ReleaseKind::community;
  };

  // Whether a record says that somebody who was released is held again.
  bool returns(const Kind& kind, const Body& body, Date on) const {
    if (!case_.released.when) return false;
    const Date released = case_.released.when->day;
    if (kind.name == "location") return on >= released && !outside(value(body, "facility"));
    const auto recalled = kind.name == "recall" ? date_from_iso(value(body, "from")) : std::nullopt;
    return recalled && *recalled >= released;
  }

  // A level whose day of decision nobody knew does not lower one that was recorded after it, though that
  // one was decided before this record was made.
  bool corrected_since(const Body& body, const Entry& entry) const {
    const auto& held = case_.standing.level.record;
    const auto level = Codec<int>::from(value(body, "level"));
    return held && held.entry > entry.id && level && *level < *held && !date_from_iso(value(body, "decided"));
  }

  // The same sentence goes on: its facts hold, the deeds for the last release do not.
  void return_to_custody(Date day, EntryId entry) {
    keep_deeds();
    for (const Kind& kind : kinds())
      for (const Field& field : kind.fields)
        if (of_one_spell(kind, field)) field.forget(case_);
    if (case_.hold.reason && *case_.hold.reason == "none") case_.hold.reason = {};
    case_.licence.from = case_.notification.from = {};
    case_.arrangements = {};
    case_.plan = {};
    case_.location.moves.clear();
    case_.earlier_until = case_.released.when->day;
    case_.released = {};
    case_.spell_began = day;
    case_.spell_entry = entry;
    case_.new_booking = false;
    case_.level_changed = case_.level_raised = case_.plan_changed = std::nullopt;
    plan_ = {};
    drop_detention();
  }

  // What was decided and given for a detention that is over. Who must not meet children still must not.
  void drop_detention() {
    std::erase_if(case_.meetings, [&](const Meeting& m) { return *m.day <= *case_.earlier_until; });
    case_.contributions.clear();
    case_.acknowledgements.clear();
    case_.risk_assessment = {};
    case_.special_conditions = {};
    case_.placement = {};
    case_.safeguarding.children = {};
    case_.safeguarding.arrangements = {};
  }

  void keep_deeds() {
    for (const Kind& kind : kinds())
      for (const Field& field : kind.fields)
        if (of_one_spell(kind, field))
          if (const auto done = field.done(case_)) case_.earlier.push_back({kind.name, field.name, *done, done.entry});
  }

  // A deed that serves one spell only: a level goes on, and lists see to themselves.
  static bool of_one_spell(const Kind& kind, const Field& field) { return field.deed && !kind.fold_whole && kind.name != "level"; }

  // A new value empties what was said together with the old one, unless the record says it again.
  void take_back(const Kind& kind, const Body& body) {
    for (const auto& [name, text] : body) {
      const Field& field = field_of(kind, name);
      if (field.takes_back.empty() || !field.differs(case_, text)) continue;
      for (const auto& other : field.takes_back)
        if (!has(body, other)) field_of(kind, other).forget(case_);
    }
  }

  // Whether a deed belongs to this spell, and to the time looked at. One of the spell before is kept apart.
  bool happened(const Kind& kind, const Field& field, const std::string& text, const Entry& entry) {
    const auto day = date_from_iso(text);
    if (!day || kind.name == "level") return true;
    if (*day > case_.as_of) return false;
    if (!case_.earlier_until || *day > *case_.earlier_until) return true;
    case_.earlier.push_back({kind.name, field.name, Done{day}, entry.id});
    return false;
  }

  // Whether what is kept as a list happened before this spell began.
  bool of_earlier_spell(const Kind& kind, const Body& body) const {
    if (kind.spell_by.empty() || !case_.earlier_until) return false;
    const auto day = date_from_iso(value(body, kind.spell_by));
    return day && *day <= *case_.earlier_until;
  }

  void close_level(Date day) {
    const auto& standing = case_.standing;
    const auto level = standing.settled_level();
    if (!level) return;
    if (!level_ || *level == *level_) learn_first_level(level);
    if (level.value == level_) return;
    const Turn turn{day, level.entry, level.entry == standing.level.record.entry ? "level" : "alerts"};
    const auto& confirmed = case_.arrangements.confirmed;
    if (level_) first_level_over_ = true;
    // A first level changes what was confirmed only where it became known after the confirmation had.
    const bool news = confirmed && confirmed.entry < level.entry && confirmed->day != day;
    if (level_ || news) case_.level_changed = turn;
    if (level_ && *level > *level_) case_.level_raised = turn;
    level_ = *level;
    case_.levels.push_back({*level, turn});
  }

  // When the first level was set, as long as it holds: a later entry may say it better.
  void learn_first_level(const Fact<int>& level) {
    const auto& [nomis, record] = case_.standing.level;
    auto& first = case_.first_level;
    if (first && first_level_over_) return;
    if (!first) first = FirstLevel{*level, level.entry, {}, false};
    const auto& decided = case_.standing.level_decided;
    if (record && *record == *level && decided && decided->day) {
      *first = {*level, record.entry, decided->day, true};
    } else if (!first->decided && nomis && *nomis == *level && (!first->by || *nomis.day < *first->by)) {
      *first = {*level, nomis.entry, nomis.day, false};
    }
  }

  // A plan that is recorded for the first time changes nothing.
  void close_plan(Date day) {
    const auto& [at, kind, ordered_by, out_of_hours, told] = case_.plan;
    const Plan now{at.value, kind.value.value_or(ReleaseKind::community)};
    if (plan_.at && now.at != plan_.at) case_.plan_changed = Turn{day, at.entry, "at"};
    if (now.kind != plan_.kind) case_.plan_changed = Turn{day, kind.entry, "kind"};
    plan_ = now;
  }

  Case case_;
  std::string place_;         // the last one that NOMIS named
  std::optional<int> level_;  // the last one that held
  bool first_level_over_ = false;
  Plan plan_;
};

// What was withdrawn, and by which entry.
std::map<EntryId, const Entry*> withdrawals(std::span<const Entry> entries,
                                            EntryId before = std::numeric_limits<EntryId>::max()) {
  std::vector<const Entry*> all;
  for (const Entry& entry : entries)
    if (entry.kind == withdrawal_kind && entry.id < before) all.push_back(&entry);
  // The latest first: a withdrawal that was itself withdrawn takes nothing back.
  std::ranges::sort(all, std::ranges::greater{}, &Entry::id);
  std::map<EntryId, const Entry*> out;
  for (const Entry* entry : all)
    if (!out.contains(entry->id)) out.emplace(withdrawn_by(*entry), entry);
  return out;
}

// One step of the fold: a record or a row, in its place.
struct Step {
  std::size_t spell = 0;
  Date on;
  EntryId order = 0;
  const Entry* record = nullptr;
  const Sighting* seen = nullptr;
};

std::vector<Step> in_order(std::span<const Entry> entries, const Exports& exports, std::span<const Sighting> rows,
                           std::span<const BookingSpell> spells, Date as_of) {
  const auto taken_back = withdrawn(entries, exports);
  std::vector<Step> out;
  for (const Entry& entry : entries) {
    if (entry.kind == nomis_kind || entry.kind == withdrawal_kind) continue;
    if (entry.on > as_of || taken_back.contains(entry.id)) continue;
    out.push_back({spell_of(entry, spells), entry.on, entry.id, &entry, nullptr});
  }
  for (const Sighting& row : rows) out.push_back({spell_of(row, spells), row.on, row.order, nullptr, &row});
  std::ranges::sort(out, {}, [](const Step& s) { return std::tuple{s.spell, s.on, s.order}; });
  return out;
}

}  // namespace

std::set<EntryId> withdrawn(std::span<const Entry> entries, const Exports& exports, EntryId before) {
  std::set<EntryId> out;
  for (const auto& [target, withdrawal] : withdrawals(entries, before)) out.insert(target);
  for (const Entry& entry : entries)
    if (entry.kind == nomis_kind && exports.undo_of_row(entry.id, before)) out.insert(entry.id);
  return out;
}

Case fold(const PrisonNumber& number, std::span<const Entry> entries, std::span<const Entry> exports, Date as_of) {
  return fold(number, entries, read_exports(exports), as_of);
}

Case fold(const PrisonNumber& number, std::span<const Entry> entries, const Exports& exports, Date as_of) {
  const auto rows = sightings(number, entries, exports, as_of);
  const auto spells = booking_spells(rows);
  const auto steps = in_order(entries, exports, rows, spells, as_of);
  Folding folding(number, as_of);
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const Step& step = steps[i];
    if (i > 0)
      for (std::size_t next = steps[i - 1].spell + 1; next <= step.spell; ++next) folding.new_booking(spells[next - 1], spells[next]);
    if (step.record) folding.take(*step.record);
    else folding.take(*step.seen);
    folding.close(step.on);
  }
  for (const auto& [target, withdrawal] : withdrawals(entries))
    for (const Entry& entry : entries)
      if (entry.id == target && withdrawal->on <= as_of) folding.taken_back_since(entry, *withdrawal);
  EntryId newest = 0;
  for (const Entry& entry : entries) newest = std::max(newest, entry.id);
  return folding.finish(newest);
}

}  // namespace mappa
