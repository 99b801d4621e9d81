#include "mappa/nomis/aliases.hpp"

#include <array>

#include "mappa/base/text.hpp"
#include "mappa/casebook/nomis_row.hpp"
#include "mappa/nomis/raw_record.hpp"

namespace mappa {
namespace {

struct Header {
  std::string_view name;
  Alias means;
};

// Field names of nomis_fields() need no line here. NOMIS keeps overrides of the approved parole date
// and of the approved curfew date, for which the field names have none: there the override's value
// takes the place of the calculated one.
constexpr std::array headers{
    Header{"prisonerNumber", {prison_number_field}},
    Header{"offenderNo", {prison_number_field}},
    Header{"OFFENDER_ID_DISPLAY", {prison_number_field}},
    Header{"alerts", {alerts_field}},
    Header{"MAPPA_ALERTS", {alerts_field}},

    Header{"middleName", {"middleNames"}},
    Header{"agencyId", {"prisonId"}},
    Header{"bookingNo", {"bookNumber"}},

    Header{"LAST_NAME", {"lastName"}},
    Header{"FIRST_NAME", {"firstName"}},
    Header{"MIDDLE_NAME", {"middleNames"}},
    Header{"BIRTH_DATE", {"dateOfBirth"}},
    Header{"AGY_LOC_ID", {"prisonId"}},
    Header{"OFFENDER_BOOK_ID", {"bookingId"}},
    Header{"BOOKING_NO", {"bookNumber"}},
    Header{"IN_OUT_STATUS", {"inOutStatus"}},
    Header{"ACTIVE_FLAG", {"activeFlag"}},
    Header{"YOUTH_ADULT_CODE", {.field = "youthOffender", .youth_code = true}},

    Header{"ARD_CALCULATED_DATE", {"automaticReleaseDate"}},
    Header{"ARD_OVERRIDED_DATE", {"automaticReleaseOverrideDate"}},
    Header{"CRD_CALCULATED_DATE", {"conditionalReleaseDate"}},
    Header{"CRD_OVERRIDED_DATE", {"conditionalReleaseOverrideDate"}},
    Header{"NPD_CALCULATED_DATE", {"nonParoleDate"}},
    Header{"NPD_OVERRIDED_DATE", {"nonParoleOverrideDate"}},
    Header{"PRRD_CALCULATED_DATE", {"postRecallReleaseDate"}},
    Header{"PRRD_OVERRIDED_DATE", {"postRecallReleaseOverrideDate"}},
    Header{"DPRRD_CALCULATED_DATE", {"dtoPostRecallReleaseDate"}},
    Header{"DPRRD_OVERRIDED_DATE", {"dtoPostRecallReleaseDateOverride"}},
    Header{"PED_CALCULATED_DATE", {"paroleEligibilityDate"}},
    Header{"PED_OVERRIDED_DATE", {"paroleEligibilityOverrideDate"}},
    Header{"APD_CALCULATED_DATE", {"actualParoleDate"}},
    Header{"APD_OVERRIDED_DATE", {.field = "actualParoleDate", .beats = true}},
    Header{"HDCED_CALCULATED_DATE", {"homeDetentionCurfewEligibilityDate"}},
    Header{"HDCED_OVERRIDED_DATE", {"homeDetentionCurfewEligibilityOverrideDate"}},
    Header{"HDCAD_CALCULATED_DATE", {"homeDetentionCurfewActualDate"}},
    Header{"HDCAD_OVERRIDED_DATE", {.field = "homeDetentionCurfewActualDate", .beats = true}},
    Header{"ETD_CALCULATED_DATE", {"earlyTermDate"}},
    Header{"ETD_OVERRIDED_DATE", {"earlyTermOverrideDate"}},
    Header{"MTD_CALCULATED_DATE", {"midTermDate"}},
    Header{"MTD_OVERRIDED_DATE", {"midTermOverrideDate"}},
    Header{"LTD_CALCULATED_DATE", {"lateTermDate"}},
    Header{"LTD_OVERRIDED_DATE", {"lateTermOverrideDate"}},
    Header{"TARIFF_CALCULATED_DATE", {"tariffDate"}},
    Header{"TARIFF_OVERRIDED_DATE", {"tariffOverrideDate"}},
    Header{"SED_CALCULATED_DATE", {"sentenceExpiryDate"}},
    Header{"SED_OVERRIDED_DATE", {"sentenceExpiryOverrideDate"}},
    Header{"LED_CALCULATED_DATE", {"licenceExpiryDate"}},
    Header{"LED_OVERRIDED_DATE", {"licenceExpiryOverrideDate"}},
    Header{"TUSED_CALCULATED_DATE", {"topupSupervisionExpiryDate"}},
    Header{"TUSED_OVERRIDED_DATE", {"topupSupervisionExpiryOverrideDate"}},
};

}  // namespace

std::optional<Alias> find_alias(std::string_view header) {
  const std::string wanted = lower(trimmed(header));
  for (const Header& known : headers)
    if (lower(known.name) == wanted) return known.means;
  for (const NomisField& field : nomis_fields())
    if (lower(field.name) == wanted) return Alias{field.name};
  return std::nullopt;
}

std::vector<std::string> known_headers() {
  std::vector<std::string> names;
  for (const NomisField& field : nomis_fields()) names.emplace_back(field.name);
  for (const Header& known : headers) names.emplace_back(known.name);
  return names;
}

std::vector<std::string> prison_number_headers() {
  std::vector<std::string> names;
  for (const Header& known : headers)
    if (known.means.field == prison_number_field) names.emplace_back(known.name);
  return names;
}

}  // namespace mappa
