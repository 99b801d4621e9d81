#include "mappa/casebook/nomis_row.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "mappa/base/text.hpp"

namespace mappa {
namespace {

using enum NomisType;

constexpr std::array fields{
    NomisField{"lastName", text, "surname"},
    NomisField{"firstName", text, "first name"},
    NomisField{"middleNames", text, "middle names"},
    NomisField{"dateOfBirth", date, "date of birth"},
    NomisField{"nationality", text, "nationality"},
    NomisField{"pncNumber", text, "Police National Computer number"},
    NomisField{"croNumber", text, "Criminal Records Office number"},
    NomisField{"bookingId", text, "booking, by its internal number"},
    NomisField{"bookNumber", text, "booking number"},
    NomisField{"prisonId", code, "where the person is: agency id, OUT or TRN"},
    NomisField{"lastPrisonId", code, "the agency before"},
    NomisField{"status", text, "custody status"},
    NomisField{"inOutStatus", code, "IN, OUT or TRN"},
    NomisField{"activeFlag", flag, "whether the booking is active"},
    NomisField{"legalStatus", code, "legal status"},
    NomisField{"imprisonmentStatus", code, "imprisonment status code"},
    NomisField{"recall", flag, "whether the person was recalled"},
    NomisField{"indeterminateSentence", flag, "whether the sentence has no fixed end"},
    NomisField{"youthOffender", flag, "whether NOMIS holds the person as a young offender"},
    NomisField{"mostSeriousOffence", text, "most serious offence"},
    NomisField{"sentenceStartDate", date, "sentence start"},
    NomisField{"releaseDate", date, "most likely release date"},
    NomisField{"confirmedReleaseDate", date, "confirmed release date"},
    NomisField{"conditionalReleaseDate", date, "conditional release date"},
    NomisField{"conditionalReleaseOverrideDate", date, "conditional release date, overridden",
               "conditionalReleaseDate"},
    NomisField{"automaticReleaseDate", date, "automatic release date"},
    NomisField{"automaticReleaseOverrideDate", date, "automatic release date, overridden",
               "automaticReleaseDate"},
    NomisField{"nonParoleDate", date, "non-parole date"},
    NomisField{"nonParoleOverrideDate", date, "non-parole date, overridden", "nonParoleDate"},
    NomisField{"postRecallReleaseDate", date, "post-recall release date"},
    NomisField{"postRecallReleaseOverrideDate", date, "post-recall release date, overridden",
               "postRecallReleaseDate"},
    NomisField{"dtoPostRecallReleaseDate", date, "post-recall release date of a detention and training order"},
    NomisField{"dtoPostRecallReleaseDateOverride", date,
               "post-recall release date of a detention and training order, overridden",
               "dtoPostRecallReleaseDate"},
    NomisField{"paroleEligibilityDate", date, "parole eligibility date"},
    NomisField{"paroleEligibilityOverrideDate", date, "parole eligibility date, overridden",
               "paroleEligibilityDate"},
    NomisField{"actualParoleDate", date, "approved parole date"},
    NomisField{"homeDetentionCurfewEligibilityDate", date, "home detention curfew eligibility date"},
    NomisField{"homeDetentionCurfewEligibilityOverrideDate", date,
               "home detention curfew eligibility date, overridden", "homeDetentionCurfewEligibilityDate"},
    NomisField{"homeDetentionCurfewActualDate", date, "home detention curfew approved date"},
    NomisField{"homeDetentionCurfewEndDate", date, "end of home detention curfew"},
    NomisField{"earlyTermDate", date, "early term date"},
    NomisField{"earlyTermOverrideDate", date, "early term date, overridden", "earlyTermDate"},
    NomisField{"midTermDate", date, "mid term date"},
    NomisField{"midTermOverrideDate", date, "mid term date, overridden", "midTermDate"},
    NomisField{"lateTermDate", date, "late term date"},
    NomisField{"lateTermOverrideDate", date, "late term date, overridden", "lateTermDate"},
    NomisField{"tariffDate", date, "tariff expiry"},
    NomisField{"tariffOverrideDate", date, "tariff expiry, overridden", "tariffDate"},
    NomisField{"earlyRemovalSchemeEligibilityDate", date, "early removal scheme date (a removal, not a release)"},
    NomisField{"tariffEarlyRemovalSchemeEligibilityDate", date,
               "tariff-expired removal scheme date (a removal, not a release)"},
    NomisField{"sentenceExpiryDate", date, "sentence expiry"},
    NomisField{"sentenceExpiryOverrideDate", date, "sentence expiry, overridden", "sentenceExpiryDate"},
    NomisField{"licenceExpiryDate", date, "licence expiry"},
    NomisField{"licenceExpiryOverrideDate", date, "licence expiry, overridden", "licenceExpiryDate"},
    NomisField{"topupSupervisionStartDate", date, "start of supervision after the licence"},
    NomisField{"topupSupervisionExpiryDate", date, "end of supervision after the licence"},
    NomisField{"topupSupervisionExpiryOverrideDate", date, "end of supervision after the licence, overridden",
               "topupSupervisionExpiryDate"},
    NomisField{"releaseOnTemporaryLicenceDate", date, "release on temporary licence"},
    NomisField{"nonDtoReleaseDate", date, "release date apart from a detention and training order"},
    NomisField{"nonDtoReleaseDateType", code, "which date that is"},
};

}  // namespace

std::span<const NomisField> nomis_fields() { return fields; }

const NomisField* find_nomis_field(std::string_view name) {
  const auto found = std::ranges::find(fields, name, &NomisField::name);
  return found == fields.end() ? nullptr : &*found;
}

namespace {

constexpr std::string_view from_word = "from ", until_word = "until ";

// Whether a part of an alert's text tells its state, and takes it.
bool take_state(Alert& alert, std::string_view part) {
  const auto state = lower(part);
  const auto day_behind = [&](std::string_view word, std::optional<Date>& day) {
    if (!state.starts_with(word)) return false;
    day = date_from_iso(trimmed(std::string_view(state).substr(word.size())));
    return day.has_value();
  };
  if (state == "inactive") alert.active = false;
  else if (state == "expired") alert.expired = true;
  else if (state != "active" && !day_behind(from_word, alert.from) && !day_behind(until_word, alert.until)) return false;
  return true;
}

bool is_word(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
}

}  // namespace

std::string text(const Alert& alert) {
  std::string out = alert.type.empty() ? alert.code : alert.type + ":" + alert.code;
  if (!alert.active) out += ":inactive";
  if (alert.expired) out += ":expired";
  if (alert.from) out += ":" + std::string(from_word) + iso(*alert.from);
  if (alert.until) out += ":" + std::string(until_word) + iso(*alert.until);
  return out;
}

std::optional<Alert> alert_from_text(std::string_view text) {
  auto parts = split(text, ':');
  for (auto& part : parts) part = trimmed(part);
  Alert alert;
  while (!parts.empty() && take_state(alert, parts.back())) parts.pop_back();
  if (parts.empty() || parts.size() > 2) return std::nullopt;
  alert.code = upper(parts.back());
  if (parts.size() == 2) alert.type = upper(parts.front());
  if (alert.code.empty() || alert.code.size() > 12 || !is_word(alert.code) || !is_word(alert.type)) return std::nullopt;
  return alert;
}

std::string_view NomisValues::value(std::string_view field) const {
  const auto found = std::ranges::find(values_, field, [](const auto& one) { return one.first->name; });
  return found == values_.end() ? std::string_view{} : std::string_view{found->second};
}

std::string_view NomisValues::value(const NomisField& field) const {
  const auto found = std::ranges::find(values_, &field, [](const auto& one) { return one.first; });
  return found == values_.end() ? std::string_view{} : std::string_view{found->second};
}

void NomisValues::set(const NomisField& field, std::string value) {
  // Files name most fields in the order in which they are kept: then it goes to the end.
  auto place = values_.end();
  while (place != values_.begin() && std::prev(place)->first >= &field) --place;
  const bool there = place != values_.end() && place->first == &field;
  if (value.empty()) {
    if (there) values_.erase(place);
  } else if (there) {
    place->second = std::move(value);
  } else {
    values_.emplace(place, &field, std::move(value));
  }
}

bool NomisField::of_person() const {
  constexpr std::array<std::string_view, 7> names{"lastName", "firstName", "middleNames", "dateOfBirth", "nationality", "pncNumber", "croNumber"};
  return std::ranges::find(names, name) != names.end();
}

bool other_booking(const NomisRow& a, const NomisRow& b) {
  for (const char* field : {"bookNumber", "bookingId"}) {
    const auto one = a.value(field), other = b.value(field);
    if (!one.empty() && !other.empty()) return one != other;
  }
  return false;
}

std::optional<Date> NomisRow::date(std::string_view field) const { return date_from_iso(value(field)); }

}  // namespace mappa
