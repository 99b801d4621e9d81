#include "mappa/rules/earliest_release.hpp"

#include <algorithm>

#include "mappa/rules/standing.hpp"

namespace mappa {
namespace {

// The date that holds for a field: one put over it beats the calculated one.
std::optional<NomisDate> holding(const NomisRow& row, const std::string& field) {
  for (const auto& other : nomis_fields())
    if (other.override_of == field)
      if (const auto date = row.date(other.name)) return NomisDate{*date, std::string(other.name)};
  if (const auto date = row.date(field)) return NomisDate{*date, field};
  return std::nullopt;
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
    out.working = {say("No NOMIS export has brought this person: no release date from prison is known.")};
    return out;
  }
  const auto dates = dates_that_count(c, s);
  if (recall_in_force(c, s)) out.working.push_back(say("A recall lasts: only dates after it count."));
  for (const auto& one : dates) out.working.push_back(say("NOMIS {}: {}.", one.field, one.date));
  const auto first = std::ranges::min_element(dates, {}, &NomisDate::date);
  if (first == dates.end()) {
    out.working.push_back(say("NOMIS holds none of the dates that count."));
    return out;
  }
  out.date = first->date;
  out.from = first->field;
  out.entry = c.nomis.entry;
  out.working.push_back(say("The earliest is {}, {}.", first->date, first->field));
  out.referral_due = months_before(first->date, s.policy.referral_months, Rounding::down);
  for (auto& step : count_back(first->date, *out.referral_due, s.policy.referral_months)) out.working.push_back(std::move(step));
  return out;
}

ReferralDue referral_due(const Case& c, const Setting& s) {
  const auto release = earliest_release(c, s);
  ReferralDue out;
  out.working = release.working;
  if (release.referral_due) {
    out.day = release.referral_due->date;
    out.rounded = release.referral_due->rounded;
  }
  const auto& raised = c.level_raised;
  if (raised && (!out.day || raised->day > *out.day)) {
    out.day = raised->day;
    out.rounded = false;
    out.from_raise = true;
    out.working.push_back(say("The level was raised on {}: the referral is due from that day.", raised->day));
  }
  return out;
}

}  // namespace mappa
