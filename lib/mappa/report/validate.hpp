#pragma once

#include "mappa/casework/validate.hpp"
#include "mappa/report/json.hpp"
#include "mappa/report/page.hpp"

namespace mappa {

Json json(const Validation& validation);  // "mappa.validate/1"
Page page(const Validation& validation);

}  // namespace mappa
