#pragma once

#include <string>
#include <string_view>

#include "mappa/nomis/raw_record.hpp"

namespace mappa {

// Reads a CSV export: a line of headers (see find_alias), then one person a row. Hands over each row
// as it came and returns the problems of the headers. A row that cannot be told into cells comes with
// the problem that says so and without fields. text: UTF-8 without a byte-order mark. file: its name
// for messages. Throws Fault (unreadable) when the headers cannot be used.
Problems read_csv(std::string_view text, const std::string& file, const TakeRecord& take);

}  // namespace mappa
