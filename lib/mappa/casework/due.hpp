#pragma once

#include <optional>
#include <string>
#include <vector>

#include "mappa/casework/desk.hpp"
#include "mappa/rules/earliest_release.hpp"

namespace mappa {

// One thing that somebody owes.
struct DueLine {
  PrisonNumber number;
  std::string name;
  std::string place;             // the facility's id, or empty
  std::optional<Facility> facility;
  Finding finding;               // the rule's own, with role, paragraph and by when
  std::optional<int> days_left;  // negative when overdue; absent when no day is known
  std::optional<Date> earliest;  // release from prison, and the NOMIS field it came from
  std::string earliest_from;
  EntryNotes notes;
};

struct Due {
  Date as_of;
  int within_days = 28;
  std::vector<DueLine> lines;    // without a date first, then the most overdue, then the soonest
  int status_unknown = 0;        // people of whom nobody knows whether they are MAPPA offenders
  int out_of_scope = 0;          // people whom the order does not cover (paragraphs 1 and 3)
  int cases = 0;                 // people looked at: those covered and not released
};

// Identifications and referrals, and levels to be confirmed, that are overdue or due within so many days
// (paragraph 9). number: one case only.
Due list_due(const Snapshot& snapshot, const std::optional<PrisonNumber>& number, int within_days, const Desk& desk);

}  // namespace mappa
