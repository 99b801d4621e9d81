#pragma once

#include <functional>
#include <string>

#include "mappa/casebook/nomis_row.hpp"

namespace mappa {

// How rows become the text of one file, piece by piece: the start, the rows with what stands between two of them,
// the end.
struct RowsText {
  std::string start, between, end;
  std::function<std::string(const NomisRow&)> row;
};

}  // namespace mappa
