#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "mappa/casework/desk.hpp"
#include "mappa/rules/contradictions.hpp"

namespace mappa {

// What contradicts itself in one case.
struct ValidatedCase {
  PrisonNumber number;
  std::string name;
  std::vector<Contradicting> found;
  EntryNotes notes;
};

struct Validation {
  Date as_of;
  std::vector<ValidatedCase> cases;  // those with something that contradicts, by number
  int looked_at = 0;
};

// One person's records, or everybody's; released people's too: a review reads them.
Validation validate(const Snapshot& snapshot, const std::optional<PrisonNumber>& number, const Desk& desk);

}  // namespace mappa
