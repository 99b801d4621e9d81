#pragma once

#include "mappa/casework/import_export.hpp"
#include "mappa/report/json.hpp"
#include "mappa/report/page.hpp"

namespace mappa {

Json json(const ImportResult& result);
// rejects: the file into which rejected records were written; empty for none.
Page page(const ImportResult& result, const std::string& rejects = {});

Json json(const Problem& problem);
// "file:12: prisonerNumber: \"AB1234\": what is wrong. What to do. (nomis.prison-number)"
std::string one_line(const Problem& problem);

}  // namespace mappa
