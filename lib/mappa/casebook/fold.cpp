#include "mappa/casebook/fold.hpp"

#include <algorithm>
#include <map>
#include <vector>

#include "mappa/base/fault.hpp"
#include "mappa/casebook/kind.hpp"
#include "mappa/casebook/nomis_entry.hpp"

namespace mappa {
namespace {

bool outside(std::string_view place) { return place.empty() || place == "OUT" || place == "TRN"; }

std::optional<Text> said(std::string_view text) {
  return text.empty() ? std::nullopt : std::optional<Text>{text};
}
std::optional<bool> flag(std::string_view text) {
  return text.empty() ? std::nullopt : std::optional{text == "yes"};
}
std::optional<bool> only_if(bool holds) { return holds ? std::optional{true} : std::nullopt; }

std::string forenames(const NomisRow& row) {
  std::string out{row.value("firstName")};
  if (const auto middle = row.value("middleNames"); !middle.empty()) out += " " + std::string(middle);
  return out;
}

// A date of the row; the date that somebody put over the calculated one beats it.
std::optional<Date> overridden(const NomisRow& row, std::string_view field) {
  for (const auto& other : nomis_fields())
    if (other.override_of == field)
      if (const auto date = row.date(other.name)) return date;
  return row.date(field);
}

class Folding {
 public:
  Folding(const PrisonNumber& number, Date as_of) : case_(number) { case_.as_of = as_of; }

  void take(const Entry& entry) {
    case_.newest = std::max(case_.newest, entry.id);
    if (entry.kind == withdrawal_kind) return;
    if (entry.kind == nomis_kind) take_nomis(entry);
    else take_record(entry);
  }

  // At the end of a day: what became different on it.
  void close(Date day) {
    const auto level = case_.standing.settled_level().value;
    if (level && level != level_) {
      if (level_ || case_.arrangements.confirmed) case_.level_changed = day;
      if (level_ && *level > *level_) case_.level_raised = day;
      level_ = level;
    }
    const auto plan = std::pair{case_.plan.at.value, case_.plan.kind.value.value_or(ReleaseKind::community)};
    if (plan_.first && plan != plan_) case_.plan_changed = day;
    if (plan.first) plan_ = plan;
  }

  void seen_unchanged(std::span<const Entry> imports) {
    auto& nomis = case_.nomis;
    if (!nomis.row) return;
    for (const Entry& entry : imports) {
      if (entry.on > case_.as_of || entry.on <= *nomis.seen_on) continue;
      if (import_from(decode(entry.body)).confirms(case_.number, known_since_)) nomis.seen_on = entry.on;
    }
  }

  Case finish() { return std::move(case_); }

 private:
  // Keeps the day and the entry that first showed a value for as long as it stays the same.
  template <class T>
  void update(Fact<T>& fact, std::optional<T> now, const Entry& entry) {
    if (!fact.day || fact.value != now) fact = Fact<T>{std::move(now), entry.id, entry.on};
  }

  void take_nomis(const Entry& entry) {
    const Body body = decode(entry.body);
    const NomisRow row = nomis_row_from(case_.number, body);
    if (known_since_ == 0 || entry.id < known_since_) known_since_ = entry.id;
    begin_spell_if_new(row, entry);
    read_row(row, entry);
    case_.nomis.row = row;
    case_.nomis.entry = entry.id;
    case_.nomis.exported_on = case_.nomis.seen_on = entry.on;
    case_.nomis.day_assumed = day_assumed(body);
  }

  void begin_spell_if_new(const NomisRow& row, const Entry& entry) {
    const auto booking = [](const NomisRow& r) {
      return r.value("bookNumber").empty() ? r.value("bookingId") : r.value("bookNumber");
    };
    const auto place = row.value("prisonId");
    const auto& before = case_.nomis.row;
    if (before && !booking(row).empty() && !booking(*before).empty() && booking(row) != booking(*before))
      return new_booking(entry.on);
    const bool moved = !before || place != before->value("prisonId");
    if (moved && !outside(place)) return_after_release(entry.on);
  }

  void read_row(const NomisRow& row, const Entry& e) {
    auto& c = case_;
    update(c.person.surname.nomis, said(row.value("lastName")), e);
    update(c.person.forenames.nomis, said(forenames(row)), e);
    update(c.person.born.nomis, row.date("dateOfBirth"), e);
    update(c.person.nationality.nomis, said(row.value("nationality")), e);
    update(c.location.facility.nomis, said(row.value("prisonId")), e);
    update(c.sentence.ends.nomis, overridden(row, "sentenceExpiryDate"), e);
    update(c.sentence.nomis_indeterminate, flag(row.value("indeterminateSentence")), e);
    update(c.sentence.nomis_youth, flag(row.value("youthOffender")), e);
    update(c.licence.expires.nomis, overridden(row, "licenceExpiryDate"), e);
    update(c.licence.supervision_ends, overridden(row, "topupSupervisionExpiryDate"), e);
    update(c.recall.nomis, flag(row.value("recall")), e);
    update(c.hold.not_for_release, only_if(not_for_release(row.alerts)), e);
    update(c.notification.applies.nomis, only_if(registered_sexual_offender(row.alerts)), e);
    read_alerts(read_mappa_alerts(row.alerts), e);
  }

  void read_alerts(MappaReading alerts, const Entry& e) {
    auto& standing = case_.standing;
    // No alert is not "not MAPPA": NOMIS never says no.
    update(standing.mappa.nomis, only_if(alerts.flagged), e);
    update(standing.category.nomis, alerts.category, e);
    update(standing.level.nomis, alerts.level, e);
    update(standing.level_to_be_confirmed, only_if(alerts.to_be_confirmed), e);
    update(standing.categories_contradict, only_if(alerts.categories_contradict), e);
    update(standing.levels_contradict, only_if(alerts.levels_contradict), e);
    case_.nomis.alerts = std::move(alerts);
  }

  void take_record(const Entry& entry) {
    const Kind* kind = find_kind(entry.kind);
    if (!kind || entry.version > kind->version)
      throw Fault(Cause::schema, "The casebook holds an entry of a kind that this version does not know: \"" +
                                     entry.kind + "\".",
                  "Update mappa.");
    if (kind->name == "location" || kind->name == "recall") return_after_release(entry.on);
    const Body body = decode(entry.body);
    if (kind->fold_whole) return kind->fold_whole(case_, body, entry.id);
    for (const auto& [name, text] : body) {
      const Field* field = kind->find(name);
      if (!field)
        throw Fault(Cause::schema, "The casebook holds a field that this version does not know: \"" + name + "\".",
                    "Update mappa.");
      field->fold(case_, text, entry.id, entry.on);
    }
    if (kind->name == "location") case_.location.moves.push_back({*case_.location.facility.record, entry.on});
  }

  // A new booking is another sentence: nothing that was recorded about the last one holds any more,
  // but who the person is.
  void new_booking(Date day) {
    Case fresh(case_.number);
    keep_deeds();
    fresh.as_of = case_.as_of;
    fresh.newest = case_.newest;
    fresh.person = std::move(case_.person);
    fresh.references = std::move(case_.references);
    fresh.notes = std::move(case_.notes);
    fresh.earlier = std::move(case_.earlier);
    fresh.spell_began = day;
    case_ = std::move(fresh);
    level_.reset();
    plan_ = {};
  }

  // The same sentence goes on: its facts hold, the deeds for the last release do not.
  void return_after_release(Date day) {
    if (!case_.released.when || case_.released.when->day >= day) return;
    keep_deeds();
    for (const Kind& kind : kinds())
      for (const Field& field : kind.fields)
        if (field.forget && kind.name != "level") field.forget(case_);
    case_.arrangements = {};
    case_.plan = {};
    case_.location.moves.clear();
    case_.released = {};
    case_.spell_began = day;
    case_.level_changed = case_.level_raised = case_.plan_changed = std::nullopt;
    plan_ = {};
  }

  void keep_deeds() {
    for (const Kind& kind : kinds())
      for (const Field& field : kind.fields)
        if (field.done && kind.name != "level")
          if (const auto done = field.done(case_)) case_.earlier.push_back({kind.name, field.name, *done, done.entry});
  }

  Case case_;
  EntryId known_since_ = 0;
  std::optional<int> level_;
  std::pair<std::optional<Moment>, ReleaseKind> plan_{};
};

}  // namespace

std::set<EntryId> withdrawn(std::span<const Entry> entries) {
  std::vector<const Entry*> withdrawals;
  for (const Entry& entry : entries)
    if (entry.kind == withdrawal_kind) withdrawals.push_back(&entry);
  // The latest first: a withdrawal that was itself withdrawn takes nothing back.
  std::ranges::sort(withdrawals, std::ranges::greater{}, &Entry::id);
  std::set<EntryId> out;
  for (const Entry* entry : withdrawals)
    if (!out.contains(entry->id)) out.insert(std::stoll(std::string(value(decode(entry->body), "entry"))));
  return out;
}

Case fold(const PrisonNumber& number, std::span<const Entry> entries, std::span<const Entry> imports, Date as_of) {
  const auto taken_back = withdrawn(entries);
  std::map<std::pair<Date, EntryId>, const Entry*> in_order;
  for (const Entry& entry : entries)
    if (!taken_back.contains(entry.id) && entry.on <= as_of) in_order.emplace(std::pair{entry.on, entry.id}, &entry);

  Folding folding(number, as_of);
  for (auto next = in_order.begin(); next != in_order.end();) {
    const Date day = next->first.first;
    for (; next != in_order.end() && next->first.first == day; ++next) folding.take(*next->second);
    folding.close(day);
  }
  folding.seen_unchanged(imports);
  return folding.finish();
}

}  // namespace mappa
