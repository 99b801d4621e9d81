#pragma once

#include <optional>
#include <string>
#include <vector>

#include "mappa/casebook/body.hpp"
#include "mappa/casework/desk.hpp"
#include "mappa/rules/earliest_release.hpp"
#include "mappa/rules/standing.hpp"

namespace mappa {

// A case in one line.
struct CaseLine {
  PrisonNumber number;
  std::string name;
  MappaState mappa = MappaState::unknown;
  std::optional<int> category, level;
  bool level_to_be_confirmed = false;
  std::string place;
  std::optional<Date> earliest;
  std::optional<Moment> planned, released;
};
std::vector<CaseLine> list_cases(const Snapshot& snapshot, const Desk& desk);

// Cases whose name, number or reference holds the text, without regard to letter case and diacritics.
std::vector<CaseLine> find_cases(const Snapshot& snapshot, const std::string& text, const Desk& desk);

// One entry of a case as history shows it.
struct HistoryLine {
  Entry entry;
  Body body;
  bool withdrawn = false;
  EntryId batch = 0, undone_by = 0;  // of a row whose import was undone: the import, and the undo
};
struct History {
  PrisonNumber number;
  std::string name;
  std::vector<HistoryLine> lines;  // in the order in which they were recorded
};
History history(const Snapshot& snapshot, const PrisonNumber& number, const Desk& desk);

// A person's row in an export whose import was undone.
struct UndoneRow {
  EntryId entry = 0, batch = 0, undone_by = 0;
  Date exported_on;
};
std::vector<UndoneRow> undone_rows(const LoadedCase& loaded);

}  // namespace mappa
