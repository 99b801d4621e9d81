#pragma once

#include <string>

#include "mappa/nomis/encoding.hpp"
#include "mappa/nomis/raw_record.hpp"

namespace mappa {

// Reads JSON in the shape of the prisoner-search API or of prison-api's inmate detail: an array of person
// objects, objects whose "content" is such an array, or person objects one behind the other (one a line).
// Members of "sentenceDetail" count as the person's own; "identifiers" give the police numbers and the
// numbers that were merged into this one. Hands over each record as it came, numbered from 1; members that
// are not kept are left out, and null is absent. A record that is no object comes with the problem that says
// so and without fields. file: its name for messages. Throws Fault (unreadable) when it is not JSON, with
// line and column, or not of that shape; what was handed over until then does not count.
void read_json(DecodedText& text, const std::string& file, const TakeRecord& take);

}  // namespace mappa
