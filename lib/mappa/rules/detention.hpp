#pragma once

#include "mappa/rules/rule.hpp"

namespace mappa {

// The recorded move that began the unbroken stay in immigration detention: prisons end it. Nothing when none
// is recorded.
const Move* arrival(const Case& c, const Setting& s);

// Where the person is held; nothing where it is not known, as when NOMIS says only outside or in transit.
Fact<FacilityId> held_at(const Case& c);

// The day by which the person was at the place where they are now, as far as it is known.
std::optional<Date> at_this_place_since(const Case& c);

}  // namespace mappa
