#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mappa/nomis/export.hpp"

namespace mappa {

// A row that was read. The view lives as long as the batch.
struct ReadRow {
  PrisonNumber number;
  Fingerprint fingerprint{};
  std::string_view bytes;  // see nomis_bytes()
};

// Rows of an export, some at a time. Their texts stand in one piece: what one thread made piece by piece, another
// is slow to take apart.
class RowBatch {
 public:
  std::optional<Told> told;             // before any row
  std::vector<PrisonNumber> unchanged;  // known by their fingerprints

  void add(const TakenRow& row);
  std::size_t size() const { return rows_.size() + unchanged.size(); }
  std::size_t taken() const { return rows_.size(); }
  ReadRow row(std::size_t at) const;

 private:
  struct Row {
    PrisonNumber number;
    Fingerprint fingerprint{};
    std::size_t at = 0, size = 0;  // of its bytes in text_
  };
  std::vector<Row> rows_;
  std::string text_;
};

// Reads an export in a thread of its own, while `take` is called here with what it finds, in order. Everything of
// `use` is called there, but for the taking. Throws what reading or taking throws; nothing runs on then.
ReadExport read_beside(Input& input, const Survey& look, const ReadOptions& options, Foreknowledge& known, const ExportUse& use,
                       const std::function<void(const RowBatch&)>& take);

}  // namespace mappa
