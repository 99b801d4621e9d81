#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "mappa/base/problem.hpp"
#include "mappa/casebook/kind.hpp"

namespace mappa {

// What somebody gave for a record: names of fields and what they typed for each.
using Given = std::vector<std::pair<std::string, std::string>>;

// A record as it will be kept, or all that is wrong with what was given (then `body` is empty).
struct Recording {
  Body body;
  Date on;            // the day it is about
  Problems problems;  // ids "record.value", "record.field", "record.required", "record.twice", "record.nothing"
};

// Reads what was given for a record of `kind`, in the order of the kind's fields. on: the day that was
// named, if any; else the kind's own date says it, else today. now: the real moment, for "today" and
// to refuse what lies in the future. Fields that the program fills may stand in `computed`.
Recording read_record(const Kind& kind, const Given& given, std::optional<Date> on, Moment now, const Given& computed = {});

}  // namespace mappa
