#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "mappa/casework/due.hpp"
#include "mappa/casework/turned.hpp"

namespace mappa {

// What one screen tells that a day is begun with.

struct TodayQuery {
  static constexpr int release_days = 14;  // how far ahead planned releases are told
  static constexpr int week_days = 7;      // and what is due
  static constexpr std::size_t few = 4;    // of releases, and of verdicts that turned

  std::optional<Role> role;  // what this role owes and has to find out; releases and changes concern everybody
  std::string facility;      // people at this place, as NOMIS or a record has it; empty for all
  Date since;                // what has changed since the beginning of this day
  bool all = false;          // every release and every verdict that turned, and not only the first few
};

// How many people have which verdict.
struct Verdicts {
  std::array<std::size_t, 4> by_outcome{};
  std::size_t& operator[](Outcome outcome) { return by_outcome[static_cast<std::size_t>(outcome)]; }
  std::size_t operator[](Outcome outcome) const { return by_outcome[static_cast<std::size_t>(outcome)]; }
  std::size_t all() const { return by_outcome[0] + by_outcome[1] + by_outcome[2] + by_outcome[3]; }
};

// A release that is planned, or was planned for a time that has passed and is not recorded.
struct PlannedRelease {
  PrisonNumber number;
  std::string name;
  std::string place;  // the facility's id, or empty
  Moment at;
  bool passed = false;
  Decided verdict;
};

// What one role owes.
struct Owing {
  Role role = Role::caseworker;
  std::size_t things = 0;
  std::size_t undated = 0;    // of them: without a day
  DueLine first;              // the longest overdue or the soonest, else one without a day; without entries as its sources
};
struct OwedByRoles {
  std::size_t things = 0;
  std::size_t undated = 0;
  std::vector<Owing> roles;   // whoever owes what is longest overdue or soonest first
};

// One fact that is unknown, and the people whose verdict it keeps from being decided before any other does.
struct MissingFact {
  std::size_t people = 0;
  Finding example;  // of one of them; what to do, and what mends it, only where that is the same for all
};

struct Today {
  Moment now;
  TodayQuery query;
  Verdicts people;                  // of everybody who has not been released
  std::size_t released = 0;         // and those who have
  Verdicts planned;                 // of those with a planned release
  std::vector<PlannedRelease> releases;  // the soonest first, what has passed before; the first few, or all
  OwedByRoles overdue;              // what is overdue or has no day
  OwedByRoles this_week;            // what is due within a week, or is to be acted on by then
  int acknowledged = 0;             // things that are left out because somebody knows of them
  int status_unknown = 0, place_unknown = 0;  // people of whom not everything that is owed can be counted: see Due
  std::vector<Batch> batches;       // imports that came or were undone, by id
  std::optional<Date> nomis_of;     // the day of the newest export that stands
  std::size_t turned = 0;
  std::size_t no_longer_clear = 0;  // of them
  std::vector<Turned> verdicts;     // that turned, whoever is no longer clear first; the first few, or all
  std::size_t undecided = 0;        // people who cannot be decided; for a role: because of what it has to find out
  std::vector<MissingFact> missing; // what is missing most often first
  std::vector<std::string> differences;  // what the configuration changed in the policy
  std::optional<Date> holidays_end;      // the last day whose bank holidays are known, once that is near: see ends_soon()
};

// The instant before which entries belong to the casebook as it was: the beginning of the query's day in England, and no
// later than the end of what is known.
Instant compared_with(const TodayQuery& query, const Desk& desk);

// before: the casebook as it stood before compared_with(), a part of `now`. Looks at everybody once, from the cases that
// are kept folded, and keeps nobody. A verdict is compared with that of the end of the day before the query's, of people
// about whom something came since and of those with a planned release: of everybody else it is not told when time alone
// turns it.
// Throws Fault (usage) for a facility that the register does not know and where nobody is.
Today look_at_today(const Snapshot& before, const Snapshot& now, const TodayQuery& query, const Desk& desk);

}  // namespace mappa
