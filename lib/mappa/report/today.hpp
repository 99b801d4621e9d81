#pragma once

#include "mappa/casework/today.hpp"
#include "mappa/report/json.hpp"
#include "mappa/report/page.hpp"

namespace mappa {

// The contract "mappa.today/1"; mappa-today(1) describes every member.
Json json(const Today& today);

// One screen; more where the query asks for all.
Page page(const Today& today);

}  // namespace mappa
