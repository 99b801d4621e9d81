#include "mappa/base/problem.hpp"

namespace mappa {

const char* name(Weight weight) {
  switch (weight) {
    case Weight::error:
      return "error";
    case Weight::warning:
      return "warning";
    case Weight::note:
      return "note";
  }
  return "error";  // a weight that nobody named is taken at its heaviest
}

}  // namespace mappa
