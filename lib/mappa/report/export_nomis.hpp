#pragma once

#include <string>

#include "mappa/casework/export_nomis.hpp"
#include "mappa/report/page.hpp"

namespace mappa {

// How many people were exported, and as NOMIS had them on which days; what changes where their file is imported
// as of the newest of these days. rows: of at least one person.
Page page(const RowsThatHold& rows);

// The line that takes the file in again. file: its name; empty where it is not known.
std::string import_line(const RowsThatHold& rows, const std::string& file);

}  // namespace mappa
