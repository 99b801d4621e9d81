#pragma once

#include <vector>

#include "mappa/report/rows_text.hpp"

namespace mappa {

// Rows as CSV that an import reads again: UTF-8, commas, a line feed behind each line. A line of prisoner-search
// field names: prisonerNumber, `fields`, alerts; then one person a line. A cell stands in quotation marks where it
// must; what a row has no value for is empty. fields: of nomis_fields(); values of others are left out.
RowsText nomis_csv(std::vector<const NomisField*> fields);

}  // namespace mappa
