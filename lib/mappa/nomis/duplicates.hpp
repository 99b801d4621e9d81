#pragma once

#include <vector>

#include "mappa/nomis/check.hpp"

namespace mappa {

// What only the whole file can show, once every record of it was checked.

// Rejects records whose dates read two ways (01/02/2022) if any record of the file writes the month
// first: nothing in such a file tells which way they are meant.
void settle_date_order(std::vector<Checked>& records);

// One number in several records. With the same facts in each it is taken once, a note on the others.
// With different facts all of them are rejected, each naming another line and the fields that differ.
// Where one of them was rejected for something else, the one that goes in carries a warning.
// unit: what a record's number counts, "Line" or "Record", at the start of a sentence.
void settle_duplicates(std::vector<Checked>& records, const char* unit);

}  // namespace mappa
