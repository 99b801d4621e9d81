#pragma once

#include "mappa/casework/import_export.hpp"
#include "mappa/report/json.hpp"
#include "mappa/report/page.hpp"

namespace mappa {

Json json(const ImportResult& result);
Page page(const ImportResult& result);

Json json(const Problem& problem);
// "file:12: prisonerNumber: \"AB1234\": what is wrong. What to do. (nomis.prison-number)"
std::string one_line(const Problem& problem);

}  // namespace mappa
