#pragma once

#include "mappa/casework/due.hpp"
#include "mappa/report/json.hpp"
#include "mappa/report/page.hpp"

namespace mappa {

// The contract "mappa.due/1"; mappa-due(1) describes every member.
Json json(const Due& due);
Page page(const Due& due);

}  // namespace mappa
