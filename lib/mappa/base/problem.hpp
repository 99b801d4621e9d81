#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace mappa {

// How much a problem weighs. Names are stored and printed; a test freezes them.
enum class Weight {
  error,    // the row, record or value is not taken
  warning,  // taken, but somebody should look
  note,     // taken after a repair that is said
};

// Something wrong with data that came from outside. Bad data is a value, never an exception:
// a reader returns what it could read together with all the problems it found.
struct Problem {
  std::string id;  // stable name, e.g. "nomis.prison-number"; printed and tested
  Weight weight = Weight::error;
  std::string file;      // as the user named it; "-" for standard input; empty when there is none
  std::size_t line = 0;  // line of a CSV file or number of a JSON record, from 1; 0 when not known
  std::string field;     // as the file names it
  std::string value;     // as it came; report makes it safe to print
  std::string what;      // what is wrong, a sentence without the value
  std::string remedy;    // what to do
};

using Problems = std::vector<Problem>;

// "error", "warning" or "note".
const char* name(Weight weight);

}  // namespace mappa
