#pragma once

#include "mappa/casework/explain.hpp"
#include "mappa/report/json.hpp"
#include "mappa/report/page.hpp"

namespace mappa {

Json json(const Explanation& explanation);
Page page(const Explanation& explanation);

}  // namespace mappa
