#pragma once

#include "mappa/base/fault.hpp"
#include "mappa/casework/check_release.hpp"

namespace mappa {

// Every exit code of the program; mappa(1) lists them.
namespace exit_code {
inline constexpr int done = 0;
inline constexpr int unexpected = 1;
inline constexpr int usage = 2;
inline constexpr int partly = 3;
inline constexpr int not_found = 4;
inline constexpr int unreadable = 5;
inline constexpr int busy = 6;
inline constexpr int schema = 7;
inline constexpr int integrity = 8;
inline constexpr int configuration = 9;
inline constexpr int not_clear = 10;
inline constexpr int cannot_decide = 11;
inline constexpr int something_due = 12;
inline constexpr int would_change = 13;
inline constexpr int outside_order = 14;
inline constexpr int refused = 15;
}  // namespace exit_code

int exit_code_of(Cause cause);
int exit_code_of(Outcome outcome);

// The worse of two verdicts' codes: not clear, then cannot decide, then outside the order, then clear.
int worse(int a, int b);

}  // namespace mappa
