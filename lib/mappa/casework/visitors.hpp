#pragma once

#include <optional>
#include <string>
#include <vector>

#include "mappa/casework/desk.hpp"

namespace mappa {

// What visits staff need of one person who is a risk to children, and nothing else.
struct VisitorLine {
  PrisonNumber number;
  std::string name;
  // Nothing: not arranged for this place since the risk was known, and so no child visits.
  std::optional<ChildVisits> children;
  std::string arrangements;
};

struct Visitors {
  std::string id, place;           // of the facility
  Date as_of;
  std::vector<VisitorLine> lines;  // by name
  int unknown = 0;                 // people held there of whom nobody knows whether they are a risk to children
  int held = 0;                    // everybody held there
};

// Paragraph 13: the list that visits staff have in hand. facility: an id of the register, in upper case.
// Throws Fault (not_found) for one that is not in it.
Visitors list_visitors(const Snapshot& snapshot, const std::string& facility, const Desk& desk);

}  // namespace mappa
