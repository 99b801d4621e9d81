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
  Finding finding;               // the rule's own, with role, paragraph, since when and by when
  std::optional<int> days_left;  // negative when overdue; absent when no day is known
  std::optional<Date> earliest;  // release from prison, and the NOMIS field it came from
  std::string earliest_from;
  std::optional<Moment> planned; // the release
  EntryNotes notes;
};

// What to list: everything, or one person's, one role's, one place's.
struct DueQuery {
  std::optional<PrisonNumber> number;
  std::optional<Role> role;      // who acts there: DEPMU for the DET, where there is none
  std::string facility;          // the place where NOMIS or a record has the person; empty for all
  int within_days = 28;
};

struct Due {
  Date as_of;
  DueQuery query;
  std::vector<DueLine> lines;    // without a date first, then the most overdue, then the soonest
  int status_unknown = 0;        // people of whom nobody knows whether they are MAPPA offenders
  int out_of_scope = 0;          // people whom the order does not cover (paragraphs 1 and 3)
  int place_unknown = 0;         // people whose place the register does not know: what is owed in detention is not listed
  std::vector<std::string> differences;  // what the configuration changed in the policy
  int cases = 0;                 // people looked at: those covered and not released
};

// Everything that somebody owes about one person, by whatever day.
std::vector<DueLine> due_of(const LoadedCase& loaded, const Desk& desk);

// Everything that is owed, undated, overdue or due within so many days: from the same rules as the release
// check. What is owed for a release is listed once one into the community is planned, due by then; what is
// owed in detention, for people at a place that the register knows as one of the immigration estate.
// Throws Fault (usage) for a facility that the register does not know and where nobody is.
Due list_due(const Snapshot& snapshot, const DueQuery& query, const Desk& desk);

}  // namespace mappa
