#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mappa/calendar/months.hpp"
#include "mappa/rules/rule.hpp"

namespace mappa {

// A date of a NOMIS export, and the field that it comes from.
struct NomisDate {
  Date date;
  std::string_view field;       // its name as the list of fields has it
};
// The dates that a row holds for these fields; one put over a calculated one stands in its place.
std::vector<NomisDate> nomis_dates(const NomisRow& row, const std::vector<std::string>& fields);

// Paragraph 9 counts back from the earliest release date from prison. Which NOMIS dates that can be is
// a parameter; a date put over a calculated one beats it; the earliest wins.
struct EarliestRelease {
  std::optional<Date> date;
  std::string_view from;        // the NOMIS field that won
  EntryId entry = 0;
  std::optional<Counted> referral_due;  // so many months before, the earlier day where rounded
  std::vector<Said> working;    // where the setting asks for it
};
EarliestRelease earliest_release(const Case& c, const Setting& s);

// The day by which identification and referral are due: the six-month day, or the day on which the
// level was raised in detention, whichever is later.
struct ReferralDue {
  std::optional<Date> day;
  bool rounded = false;
  bool from_raise = false;
  std::vector<Said> working;
};
ReferralDue referral_due(const Case& c, const Setting& s);

}  // namespace mappa
