#include "mappa/casebook/nomis_facts.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace mappa {
namespace {

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

class Taking {
 public:
  Taking(Case& c, const NomisRow& row, EntryId entry, Date on) : case_(c), row_(row), entry_(entry), on_(on) {}

  void take() {
    take_person();
    take_dates();
    update(case_.recall.nomis, flag(row_.value("recall")));
    if (flag(row_.value("recall")) == false) case_.nomis.without_recall = on_;
    update(case_.hold.not_for_release, only_if(not_for_release(row_.alerts)));
    update(case_.notification.applies.nomis, only_if(registered_sexual_offender(row_.alerts)));
    auto& safeguarding = case_.safeguarding;
    safeguarding.codes = child_risk_alerts(row_.alerts);
    update(safeguarding.child_risk.nomis, only_if(!safeguarding.codes.empty()));
    take_alerts(read_mappa_alerts(row_.alerts));
  }

 private:
  template <class T>
  void update(Fact<T>& fact, std::optional<T> now, bool said_anew = false) {
    if (said_anew || !fact.day || fact.value != now) fact = Fact<T>{std::move(now), entry_, on_};
  }

  void take_person() {
    auto& person = case_.person;
    update(person.surname.nomis, said(row_.value("lastName")));
    update(person.forenames.nomis, said(forenames(row_)));
    update(person.born.nomis, row_.date("dateOfBirth"));
    update(person.nationality.nomis, said(row_.value("nationality")));
    update(case_.location.facility.nomis, said(row_.value("prisonId")));
  }

  void take_dates() {
    update(case_.sentence.ends.nomis, overridden(row_, "sentenceExpiryDate"));
    update(case_.sentence.nomis_indeterminate, flag(row_.value("indeterminateSentence")));
    update(case_.sentence.nomis_youth, flag(row_.value("youthOffender")));
    update(case_.licence.expires.nomis, overridden(row_, "licenceExpiryDate"));
    update(case_.licence.supervision_ends, overridden(row_, "topupSupervisionExpiryDate"));
  }

  // Whether an alert that the last export did not show says something of the kind asked about.
  template <class Says>
  bool anew(const MappaReading& alerts, Says says) const {
    const auto& before = case_.nomis.alerts.codes;
    return std::ranges::any_of(alerts.codes, [&](const std::string& code) {
      return std::ranges::find(before, code) == before.end() && says(*find_mappa_code(code));
    });
  }

  void take_alerts(MappaReading alerts) {
    const bool flagged = anew(alerts, [](const MappaCode&) { return true; });
    const bool category = anew(alerts, [](const MappaCode& code) { return code.category.has_value(); });
    const bool level = anew(alerts, [](const MappaCode& code) { return code.level || code.to_be_confirmed; });
    auto& standing = case_.standing;
    // No alert is not "not MAPPA": NOMIS never says no.
    update(standing.mappa.nomis, only_if(alerts.flagged), flagged);
    update(standing.category.nomis, alerts.category, category);
    update(standing.level.nomis, alerts.level, level);
    update(standing.level_to_be_confirmed, only_if(alerts.to_be_confirmed), level);
    update(standing.categories_contradict, only_if(alerts.categories_contradict), category);
    update(standing.levels_contradict, only_if(alerts.levels_contradict), level);
    case_.nomis.alerts = std::move(alerts);
  }

  Case& case_;
  const NomisRow& row_;
  EntryId entry_;
  Date on_;
};

}  // namespace

void take_row(Case& c, const NomisRow& row, EntryId entry, Date on) { Taking(c, row, entry, on).take(); }

}  // namespace mappa
