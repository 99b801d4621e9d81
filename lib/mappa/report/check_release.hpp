#pragma once

#include "mappa/casework/check_release.hpp"
#include "mappa/report/json.hpp"
#include "mappa/report/page.hpp"

namespace mappa {

// The contract "mappa.check-release/1"; mappa-check-release(1) describes every member.
Json json(const ReleaseCheck& check);

// The checklist: headline, what must be done first, warnings, what is in order, and at the foot what
// it rests on.
Page page(const ReleaseCheck& check);

// One person of `check-release --all`: verdict, number, name and day; below them what blocks first.
std::string in_short(const Case& c, const Verdict& verdict, int width);

// "CLEAR", "NOT CLEAR", "CANNOT DECIDE", "OUTSIDE THE ORDER".
std::string headline(Outcome outcome);

}  // namespace mappa
