#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "mappa/casework/export_reading.hpp"
#include "mappa/casework/held_rows.hpp"
#include "mappa/casework/import_export.hpp"

namespace mappa {

// What a reading is of: the bytes of the export, of the file of alerts and of the mapping where there are any.
struct Digests {
  std::string file, alerts, map;
  bool of(const ImportEntry& import) const;
};

// One reading of a file into a change: each row that is new or changed becomes an entry, and one more says what the
// file showed. Counts in `result`, whose day is that of the export. Everything handed over must outlive this.
class ImportBatch {
 public:
  ImportBatch(Change& change, const Exports& exports, const ImportRequest& request, ImportResult& result);

  // Before any row.
  void begin(const Told& told);
  void take(const ReadRow& row);
  // The file shows the row that is held.
  void take_unchanged(const PrisonNumber& number);
  // Appends the entry of the batch, and keeps the rows for the next import.
  void finish(const Digests& digests);

  // Whose row stood so in the last file. Safe to ask from another thread.
  std::optional<PrisonNumber> whose(const Fingerprint& fingerprint) const { return held_.whose(fingerprint); }
  std::size_t people_before() const { return held_.size(); }
  // Packed numbers; `changed` (new people too) only of a dry run or of a full file. Sorted once finished.
  const std::vector<std::uint32_t>& changed() const { return changed_; }
  const std::vector<std::uint32_t>& confirmed() const { return confirmed_; }
  // Who has a row, and is none of these, nor changed or confirmed.
  std::vector<std::uint32_t> not_shown(std::vector<std::uint32_t> shown) const;

 private:
  std::vector<std::uint32_t> everybody_but(const std::vector<std::uint32_t>& sorted) const;
  bool same(const PrisonNumber& number, std::string_view bytes) const;
  std::optional<std::string> with_untold(const ReadRow& row, EntryId held_entry);
  void note_kept(const std::string& name);
  ImportEntry entry(const Digests& digests) const;

  Change& change_;
  const Exports& exports_;
  const ImportRequest& request_;
  ImportResult& result_;
  HeldRows held_;
  Draft row_;  // all rows are alike but for whom they are about and what they say
  EntryId first_;
  bool any_assumed_;
  Told told_;
  bool told_less_ = false;  // than earlier exports
  std::vector<std::uint32_t> changed_, confirmed_;  // packed
  std::vector<KnownRows::Row> rows_;                // of those that were read
};

}  // namespace mappa
