#pragma once

#include "mappa/rules/rule.hpp"

namespace mappa {

// The recorded move that began the unbroken stay in immigration detention: prisons end it. Nothing when none
// is recorded.
const Move* arrival(const Case& c, const Setting& s);

// Where the person is held; nothing where it is not known, as when NOMIS says only outside or in transit.
Fact<FacilityId> held_at(const Case& c);

// By when the person was at the place where they are now, and the entry that says so; nothing where the place
// is not known.
struct Arrived {
  Date on;
  EntryId entry = 0;
};
std::optional<Arrived> arrived_here(const Case& c);
// The day alone.
std::optional<Date> at_this_place_since(const Case& c);

}  // namespace mappa
