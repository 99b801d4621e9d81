#pragma once

#include "mappa/casework/import_effects.hpp"
#include "mappa/report/json.hpp"
#include "mappa/report/page.hpp"

namespace mappa {

// Everything: "people", "verdicts", "duties".
Json json(const ImportEffects& effects);
// The same for people who were known; of new people who they are, and in how many words the verdict stands.
Page page(const ImportEffects& effects);

}  // namespace mappa
