#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "mappa/casework/desk.hpp"
#include "mappa/rules/earliest_release.hpp"

namespace mappa {

// That somebody knows of a line, and until when it is therefore not listed.
struct Acknowledged {
  EntryId entry = 0;
  std::string by;
  Instant recorded_at;
  Date until;
  std::string reason;
};

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
  EntryNotes notes;              // on the entries that it rests on
  std::string kind;              // "referral": the rule's
  std::string about;             // which of several things that the rule finds, "R-17 det-manager"; one line, stable
  std::optional<Acknowledged> acknowledged;
  std::optional<bool> fresh;     // not shown by the run that the list is compared with; absent where with none
  std::optional<ActBy> act_by;   // the working day to act by; absent when no day is known
  EntryId rests_on = 0;          // the newest entry that may have moved its day: it never falls
  std::string token = {};        // names it outside the casebook: see due_token(); empty unless asked for

  bool overdue() const { return days_left && *days_left < 0; }
};

// What to list: everything, or one person's, one role's, one place's, some kinds.
struct DueQuery {
  std::optional<PrisonNumber> number;
  std::optional<Role> role;      // who acts there: DEPMU for the DET, where there is none
  std::string facility;          // the place where NOMIS or a record has the person; empty for all
  std::vector<std::string> kinds;  // of what is due, or names of rules; empty for all
  int within_days = 28;
  bool overdue = false;          // only what is overdue or has no day, however far ahead within_days looks
  bool all = false;              // by whatever day, and what is acknowledged too
  bool tokens = false;           // whether lines are to have their tokens
};

// The run that a list belongs to or is compared with.
struct DueRun {
  struct Before {
    EntryId entry = 0;
    Date day;
    Instant recorded_at;
  };
  std::string name;
  EntryId entry = 0;             // its own; 0: the list is only compared with the last run of this name
  std::optional<Before> before;  // the last run of this name; absent: there was none
  std::size_t imports = 0;       // that arrived since then, and stand
  std::size_t fresh = 0;         // lines that it did not show
  std::size_t shown_before = 0;  // and those that it did
  bool only_fresh = false;       // those are left out
};

// How many people were looked at.
struct LookedAt {
  int cases = 0;                 // those covered and not released
  int status_unknown = 0;        // of whom nobody knows whether they are MAPPA offenders
  int out_of_scope = 0;          // whom the order does not cover (paragraphs 1 and 3)
  int place_unknown = 0;         // whose place the register does not know: what is owed in detention is not listed

  friend bool operator==(const LookedAt&, const LookedAt&) = default;
};

struct Due : LookedAt {
  Date as_of;
  DueQuery query;
  EntryId rests_on = 0;          // the newest entry of the casebook that was read
  std::vector<DueLine> lines;    // without a date first, then the most overdue, then the soonest; then by number
  int acknowledged = 0;          // lines that are left out because somebody knows of them
  std::vector<std::string> differences;  // what the configuration changed in the policy
  std::optional<Date> holidays_end;  // the last day whose bank holidays are known, once that is near, as ends_soon() has it
  std::optional<DueRun> run;

  // How many of the lines are so, or have no day.
  std::size_t overdue() const;
  std::size_t undated() const;
};

// Everything that somebody owes about one person, by whatever day, acknowledged or not.
Due due_about(const LoadedCase& loaded, const Desk& desk);
// What a list lists of one person, in the order of the rules; the query's own number plays no part. For very many people
// the entries may be missing: what is due is then the same, but nothing says where it comes from, and of somebody who has
// acknowledgements they must be there.
Due due_about(const LoadedCase& loaded, const DueQuery& query, const Desk& desk);

// Lines stand in this order: without a day, then the most overdue, then the soonest; then by number.
using PlaceOnList = std::pair<int, std::uint32_t>;
PlaceOnList place_on_list(std::optional<int> days_left, const PrisonNumber& number);
PlaceOnList place_on_list(const DueLine& line);

// Whether a query asks for what this rule finds.
bool is_wanted(const Rule& rule, const DueQuery& query);

// Whether a role answers for what was found. Where it is not known which of DET and DEPMU acts, both are asked.
bool of_role(const Finding& finding, Role role, const Facility* facility);

// The fault that a place is one which the register does not know and where nobody is.
[[noreturn]] void no_such_place(const std::string& id, const Policy& policy);

// Everything that is owed, undated, overdue or to be acted on within so many days: from the same rules as the
// release check. What is owed for a release is listed once one into the community is planned, due by then; what is
// owed in detention, for people at a place that the register knows as one of the immigration estate; of people
// who have been released only what is asked after a release.
// From what is kept for today, where it holds (see deadlines.hpp), else from everybody's entries.
// Throws Fault (usage) for a facility that the register does not know and where nobody is.
Due list_due(const Snapshot& snapshot, const DueQuery& query, const Desk& desk);

}  // namespace mappa
