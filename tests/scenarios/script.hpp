#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "mappa/base/toml.hpp"
#include "mappa/casebook/case.hpp"
#include "mappa/casebook/entry.hpp"
#include "mappa/casebook/recording.hpp"
#include "mappa/policy/policy.hpp"

namespace scenarios {

// A NOMIS export of the person, a later one that showed the same, a record, a withdrawal: what a scenario
// puts into the casebook. `entry` is the number that its entry gets; 0 for the next ten.
struct Export {
  mappa::NomisRow row;
  mappa::Date on;
  bool day_assumed = false;
  mappa::EntryId entry = 0;
};
struct Unchanged {
  mappa::Date on;
  bool day_assumed = false;
  mappa::EntryId entry = 0;
};
struct Recorded {
  std::string kind;
  mappa::Given given;
  std::optional<mappa::Date> on;
  mappa::EntryId entry = 0;
};
struct Withdrawn {
  mappa::EntryId of = 0;
  mappa::EntryId entry = 0;
};

// The facts of one person, the moment that is checked, and the policy it is checked under.
struct Script {
  std::vector<Export> exports;
  std::vector<Recorded> records;
  std::vector<Unchanged> unchanged;
  std::vector<Withdrawn> withdrawals;
  std::optional<mappa::Moment> at;
  std::optional<mappa::Date> today;  // on which everything was recorded by
  std::optional<mappa::Date> as_of;  // looked at as of this day; today unless it is another
  mappa::Policy policy;
};

// What a start or a scenario says, on top of `base`. Throws Fault for a key that means nothing, a value
// that cannot be, and a `without` that takes nothing away.
Script read_script(mappa::Toml& document, Script base);

// The entries, as the program would have made them, and the imports that showed the person unchanged.
// Throws Fault when a record would have been refused.
struct Casebook {
  mappa::PrisonNumber number;
  std::vector<mappa::Entry> entries;
  std::vector<mappa::Entry> imports;
};
Casebook build(const Script& script);

}  // namespace scenarios
