#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "mappa/nomis/csv_header.hpp"
#include "mappa/nomis/encoding.hpp"
#include "mappa/nomis/raw_record.hpp"

namespace mappa {

// Who uses what is read of a CSV export.
struct CsvUse {
  std::function<void(const CsvHeader&)> begin;  // before any row
  // Whether a row of one line, as it came, needs no reading. line: where it stands.
  std::function<bool(std::string_view row, std::size_t line)> skip;
  TakeRecord take;
};

// Reads a CSV export: a line of headers (see find_alias), then one person a row; cells are separated by
// commas, semicolons or tabs, whichever tells the headers apart. A row that cannot be told into cells is
// handed over with the problem that says so and without fields.
// mapping: what somebody says of the file. file: its name for messages.
// Throws Fault: unreadable when the headers cannot be used, configuration when the mapping cannot be so.
void read_csv(DecodedText& text, const Mapping& mapping, const std::string& file, const CsvUse& use);

}  // namespace mappa
