#pragma once

#include "mappa/casework/runs.hpp"
#include "mappa/report/json.hpp"
#include "mappa/report/page.hpp"

namespace mappa {

// The contract "mappa.runs/1"; mappa-runs(1) describes every member.
Json json(const std::vector<Run>& runs);
Page page(const std::vector<Run>& runs);

}  // namespace mappa
