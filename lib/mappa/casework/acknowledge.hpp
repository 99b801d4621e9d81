#pragma once

#include <optional>
#include <string>

#include "mappa/base/problem.hpp"
#include "mappa/casebook/body.hpp"
#include "mappa/casebook/owed.hpp"
#include "mappa/casework/due.hpp"

namespace mappa {

// What a line says is owed, as runs and acknowledgements keep it.
Owed owed(const DueLine& line);

// The acknowledgement that keeps a line off the list on a day: the last recorded one that covers it. Nothing once it
// has ended, or where the line's day has become an earlier one since, or known, or unknown. It covers what was due
// when it was recorded, and nothing that came later.
std::optional<Acknowledged> acknowledged(const LoadedCase& loaded, const DueLine& line, Date today);

// What a record of the kind "acknowledgement" keeps beside what was typed, or why it cannot be recorded: nothing of
// the kind is due, or it would last longer than the policy allows.
struct Acknowledging {
  std::string owed;
  Problems problems;
};
// typed: its body so far, in canonical text.
Acknowledging acknowledging(const LoadedCase& loaded, const Body& typed, const Desk& desk);

// Names of the rules of which something may be due, in the order of the order.
std::vector<std::string> rules_of_duties();

}  // namespace mappa
