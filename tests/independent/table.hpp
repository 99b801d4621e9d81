#pragma once

#include <map>
#include <string>

#include "independent/somebody.hpp"

namespace independent {

// What the order answers for this person: by rule "met", "not_met", "unknown", "not_applicable" (of a rule that
// finds several things, all of them, sorted), and the outcome under "verdict".
// Written from the order and from what the design says of facts with two sides, not from the rules.
std::map<std::string, std::string> by_the_order(const Somebody& person);

}  // namespace independent
