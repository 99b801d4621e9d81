#pragma once

#include <string>

#include "mappa/nomis/csv_header.hpp"
#include "mappa/nomis/encoding.hpp"
#include "mappa/nomis/raw_record.hpp"

namespace mappa {

// Reads a CSV export: a line of headers (see find_alias), then one person a row; cells are separated by
// commas, semicolons or tabs, whichever tells the headers apart. A row that cannot be told into cells is
// handed over with the problem that says so and without fields.
// mapping: what somebody says of the file. file: its name for messages. begin: is handed the headers, before
// any row. take: is handed each row.
// Throws Fault: unreadable when the headers cannot be used, configuration when the mapping cannot be so.
void read_csv(DecodedText& text, const Mapping& mapping, const std::string& file,
              const std::function<void(const CsvHeader&)>& begin, const TakeRecord& take);

}  // namespace mappa
