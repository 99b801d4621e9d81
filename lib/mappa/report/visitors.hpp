#pragma once

#include "mappa/casework/visitors.hpp"
#include "mappa/report/json.hpp"
#include "mappa/report/page.hpp"

namespace mappa {

Json json(const Visitors& visitors);  // "mappa.visitors/1"
Page page(const Visitors& visitors);

}  // namespace mappa
