#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/day.hpp"
#include "mappa/casebook/entry.hpp"
#include "mappa/casebook/fold.hpp"
#include "mappa/casebook/kind.hpp"
#include "mappa/casebook/nomis_entry.hpp"
#include "mappa/casebook/recording.hpp"

// One person's entries, as the program would make them. Numbers run from 1 in the order of the calls.
class Book {
 public:
  using Fields = std::map<std::string, std::string, std::less<>>;

  // The last day on which anything is recorded: 2026-11-30.
  mappa::EntryId record(std::string_view kind, const mappa::Given& given, std::string_view on = "");
  mappa::EntryId nomis(std::string_view on, Fields fields, std::string_view alerts = "", bool day_assumed = false);
  // An import that brought one row of the person: that is the entry before it.
  mappa::EntryId batch(std::string_view on, Fields fields, std::string_view alerts = "");
  // An import that showed the person unchanged.
  mappa::EntryId unchanged(std::string_view on, bool day_assumed = false);
  mappa::EntryId withdraw(mappa::EntryId entry);
  // Undoes an import whose rows are the entries `first` up to it.
  mappa::EntryId undo(mappa::EntryId batch, mappa::EntryId first);

  mappa::Case fold(std::string_view as_of = "2026-11-30") const;

  std::vector<mappa::Entry> entries, imports;  // imports: and what undid them

 private:
  mappa::EntryId put(std::vector<mappa::Entry>& to, mappa::Draft draft);
  mappa::EntryId last_ = 0;
};

// All that a case says, with the entry and the day of each fact: equal texts, equal cases.
std::string dump(const mappa::Case& c);
