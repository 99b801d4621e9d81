#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "mappa/casebook/chain.hpp"
#include "mappa/nomis/export.hpp"

namespace mappa {

// A row that was read, and the seal of the body that it is kept as.
struct SealedRow {
  TakenRow row;
  Seal seal;
};

// Rows of an export, some at a time.
struct RowBatch {
  std::optional<Told> told;              // before any row
  std::vector<SealedRow> taken;
  std::vector<PrisonNumber> unchanged;   // known by their fingerprints
};

// Reads an export in a thread of its own, while `take` is called here with what it finds, in order. Everything of `use` is
// called there, but for the taking. Throws what reading or taking throws; nothing runs on then.
ReadExport read_beside(Input& input, const Survey& look, const ReadOptions& options, Foreknowledge& known, const ExportUse& use,
                       const std::function<void(RowBatch&&)>& take);

}  // namespace mappa
