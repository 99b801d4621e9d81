#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "mappa/casework/desk.hpp"
#include "mappa/rules/verdict.hpp"

namespace mappa {

// One field of a person's row that an export shows otherwise than the row that held before; an empty text is
// no value. "alerts" is a field here too.
struct FieldChange {
  std::string field, before, after;
};

// What an import changes about one person.
struct PersonChange {
  PrisonNumber number;
  std::string name;
  bool added = false;                  // no export showed this person before
  std::vector<FieldChange> fields;     // of somebody who was known
};

// What a release check would answer otherwise.
struct VerdictTurn {
  PrisonNumber number;
  std::string name;
  std::optional<Outcome> before;       // nothing: nobody could have asked
  Outcome after = Outcome::cannot_decide;
};

// What is owed anew, no longer, or by another day.
struct DutyTurn {
  PrisonNumber number;
  std::string rule;
  bool owed_before = false, owed_after = false;
  std::optional<Date> by_before, by_after;
};

struct ImportEffects {
  std::vector<PersonChange> people;    // new and changed, in the order of their numbers
  std::vector<VerdictTurn> verdicts;
  std::vector<DutyTurn> duties;
};

// Somebody whom earlier exports showed, and a file that holds everybody does not.
struct Missing {
  PrisonNumber number;
  std::string name;
  std::string place;                   // where the person was last seen
  std::optional<Date> seen_on;
  std::optional<Moment> released;      // a release that is recorded explains it
};

// What changes for these people between two snapshots: before and after an import of rows of `exported_on`.
// numbers: packed, of those new or changed, and of those whom the file confirmed.
ImportEffects effects(const Snapshot& before, const Snapshot& after, const std::vector<std::uint32_t>& changed,
                      const std::vector<std::uint32_t>& confirmed, const Desk& desk);

// What is known of people who are missing from a file. numbers: packed.
std::vector<Missing> missing_people(const Snapshot& snapshot, const std::vector<std::uint32_t>& numbers, Date as_of);

}  // namespace mappa
