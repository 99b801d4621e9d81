#pragma once

#include "mappa/report/rows_text.hpp"

namespace mappa {

// Rows as JSON that an import reads again, in the shape of the prisoner-search API: an array of person objects,
// one a line. A person has the members prisonerNumber, those of nomis_fields() that the row has a value for, in
// their order, and alerts. Flags are true or false, dates are texts. An alert's alertType is null where there is
// none; its `active` is null where the alert is known to have expired and nobody said that it is inactive, because
// true would contradict it. dateCreated and dateExpires are there where they are known.
RowsText nomis_json();

}  // namespace mappa
