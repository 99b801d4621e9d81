#pragma once

#include "mappa/casework/look_up.hpp"
#include "mappa/report/json.hpp"
#include "mappa/report/page.hpp"

namespace mappa {

// "mappa.list/1": cases in one line each.
Json json(const std::vector<CaseLine>& lines);
Page page(const std::vector<CaseLine>& lines, const std::string& title);

// One case with both sides of every fact and the entries that say so.
Json json(const LoadedCase& loaded, const Desk& desk);
Page page(const LoadedCase& loaded, const Desk& desk);

}  // namespace mappa
