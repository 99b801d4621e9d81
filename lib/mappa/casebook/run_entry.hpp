#pragma once

#include <compare>
#include <cstddef>
#include <string>
#include <vector>

#include "mappa/casebook/body.hpp"
#include "mappa/casebook/entry.hpp"
#include "mappa/casebook/owed.hpp"

namespace mappa {

// One line that a run of `mappa due` showed: whose, of which rule, by when, about what.
struct ShownLine {
  PrisonNumber number;
  std::string rule;
  Owed owed;

  friend auto operator<=>(const ShownLine&, const ShownLine&) = default;
};

// What a scheduled run says about itself. What it showed is kept as what came and went since the run of that name
// before it: so a casebook grows with what changes, and not with what is due.
struct RunEntry {
  std::string name;
  Date day;                // for which it was made
  EntryId rests_on = 0;    // the newest entry that it had seen
  EntryId before = 0;      // the run of this name before it; 0: the first
  std::string policy;      // the digest of the policy under which it was made
  std::string asked;       // its options, as they can be typed: "--role depmu"
  std::size_t due = 0, overdue = 0, undated = 0, acknowledged = 0;  // acknowledged: and therefore not among those due
  std::size_t imports = 0; // that arrived since the run before it, and stand
  std::vector<ShownLine> came, went;  // in order
};
Body run_body(const RunEntry& entry);
// Throws Fault (integrity) when the body is no run's.
RunEntry run_from(const Body& body);

// Whether a run may have this name: 1 to 40 letters, digits, dots, dashes and underlines.
bool is_run_name(std::string_view text);

}  // namespace mappa
