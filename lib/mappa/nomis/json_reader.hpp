#pragma once

#include <string>
#include <string_view>

#include "mappa/nomis/raw_record.hpp"

namespace mappa {

// Reads JSON in the shape of the prisoner-search API: an array of person objects, or one object whose
// "content" is such an array. Hands over each record as it came, numbered from 1, with the fields of
// nomis_fields(), the prison number and the alerts; other keys are left out, and null is absent. A
// record that is no object comes with the problem that says so and without fields. text: UTF-8 without
// a byte-order mark. file: its name for messages. Throws Fault (unreadable) when it is not JSON, with
// line and column, or not of that shape; what was handed over until then does not count.
void read_json(std::string_view text, const std::string& file, const TakeRecord& take);

}  // namespace mappa
