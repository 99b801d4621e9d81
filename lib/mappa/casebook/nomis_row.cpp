#include "mappa/casebook/nomis_row.hpp"

#include <algorithm>
#include <array>

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

std::string text(const Alert& alert) {
  std::string out = alert.type.empty() ? alert.code : alert.type + ":" + alert.code;
  if (!alert.active) out += ":inactive";
  if (alert.expired) out += ":expired";
  return out;
}

std::optional<Alert> alert_from_text(std::string_view text) {
  auto parts = split(text, ':');
  for (auto& part : parts) part = trimmed(part);
  Alert alert;
  while (!parts.empty()) {
    const auto state = lower(parts.back());
    if (state == "inactive") alert.active = false;
    else if (state == "expired") alert.expired = true;
    else if (state != "active") break;
    parts.pop_back();
  }
  if (parts.empty() || parts.size() > 2) return std::nullopt;
  alert.code = upper(parts.back());
  if (parts.size() == 2) alert.type = upper(parts.front());
  const auto word = [](std::string_view s) {
    return std::ranges::all_of(s, [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
  };
  if (alert.code.empty() || alert.code.size() > 12 || !word(alert.code) || !word(alert.type)) return std::nullopt;
  return alert;
}

std::string_view NomisRow::value(std::string_view field) const {
  const auto found = fields.find(field);
  return found == fields.end() ? std::string_view{} : std::string_view{found->second};
}

std::optional<Date> NomisRow::date(std::string_view field) const { return date_from_iso(value(field)); }

}  // namespace mappa
