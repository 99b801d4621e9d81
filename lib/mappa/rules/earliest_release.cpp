#include "mappa/rules/earliest_release.hpp"

#include <algorithm>
#include <utility>

#include "mappa/rules/standing.hpp"

namespace mappa {
namespace {

// The date that holds for a field: one put over it beats the calculated one.
std::optional<NomisDate> holding(const NomisRow& row, std::string_view wanted) {
  std::optional<NomisDate> out;
  for (const auto& [field, value] : row.fields) {
    if (field->type != NomisType::date || (field->name != wanted && field->override_of != wanted)) continue;
    const auto date = date_from_iso(value);
    if (date && (!out || field->override_of == wanted)) out = NomisDate{*date, field->name};
  }
  return out;
}

std::vector<NomisDate> dates_that_count(const Case& c, const Setting& s) {
  const NomisRow& row = *c.nomis.row;
  if (!recall_in_force(c, s)) return nomis_dates(row, s.policy.release_dates);
  auto out = nomis_dates(row, s.policy.recall_dates);
  // A parole date counts during a recall only where it is known to come after its start.
  if (c.recall.from)
    for (auto& parole : nomis_dates(row, s.policy.parole_dates))
      if (parole.date > *c.recall.from) out.push_back(std::move(parole));
  return out;
}

// "NOMIS conditionalReleaseDate: 31 August 2026. The earliest is …": how the date was found.
std::vector<Said> found_among(const std::vector<NomisDate>& dates, const NomisDate* first, bool recalled) {
  std::vector<Said> out;
  if (recalled) out.push_back(say("A recall lasts: only dates after it count."));
  for (const auto& one : dates) out.push_back(say("NOMIS {}: {}.", std::string(one.field), one.date));
  if (first) out.push_back(say("The earliest is {}, {}.", first->date, std::string(first->field)));
  else out.push_back(say("NOMIS holds none of the dates that count."));
  return out;
}

std::vector<Said> count_back(Date date, const Counted& counted, int months) {
  std::vector<Said> out{say("{} months before {} is {}.", months, date, counted.date)};
  if (counted.rounded)
    out.push_back(say("That month has no day {}: its last day is taken, the earlier one.",
                      static_cast<int>(static_cast<unsigned>(date.day()))));
  return out;
}

}  // namespace

std::vector<NomisDate> nomis_dates(const NomisRow& row, const std::vector<std::string>& fields) {
  std::vector<NomisDate> out;
  for (const auto& field : fields)
    if (auto found = holding(row, field)) out.push_back(std::move(*found));
  return out;
}

EarliestRelease earliest_release(const Case& c, const Setting& s) {
  EarliestRelease out;
  if (!c.nomis.row) {
    if (s.working) out.working = {say("No NOMIS export has brought this person: no release date from prison is known.")};
    return out;
  }
  const auto dates = dates_that_count(c, s);
  const auto first = std::ranges::min_element(dates, {}, &NomisDate::date);
  const bool none = first == dates.end();
  if (s.working) out.working = found_among(dates, none ? nullptr : &*first, recall_in_force(c, s));
  if (none) return out;
  out.date = first->date;
  out.from = first->field;
  out.entry = c.nomis.entry;
  out.referral_due = months_before(first->date, s.policy.referral_months, Rounding::down);
  if (s.working)
    for (auto& step : count_back(first->date, *out.referral_due, s.policy.referral_months)) out.working.push_back(std::move(step));
  return out;
}

ReferralDue referral_due(const Case& c, const Setting& s) {
  auto release = earliest_release(c, s);
  ReferralDue out;
  out.working = std::move(release.working);
  if (release.referral_due) {
    out.day = release.referral_due->date;
    out.rounded = release.referral_due->rounded;
  }
  const auto& raised = c.level_raised;
  if (raised && (!out.day || raised->day > *out.day)) {
    out.day = raised->day;
    out.rounded = false;
    out.from_raise = true;
    if (s.working) out.working.push_back(say("The level was raised on {}: the referral is due from that day.", raised->day));
  }
  return out;
}

}  // namespace mappa
