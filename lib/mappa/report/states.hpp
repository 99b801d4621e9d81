#pragma once

#include "mappa/casework/states.hpp"
#include "mappa/report/json.hpp"
#include "mappa/report/page.hpp"

namespace mappa {

// The contract "mappa.refresh/1"; mappa-refresh(1) describes every member.
Json json(const Refreshed& done);
Page page(const Refreshed& done);

}  // namespace mappa
