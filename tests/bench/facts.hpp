#pragma once

#include <cstdint>
#include <fstream>
#include <string>
#include <vector>

#include "mappa/casebook/kind.hpp"
#include "mappa/casebook/nomis_row.hpp"
#include "mappa/policy/facility.hpp"

namespace bench {

// Facts as somebody who knows SQL would keep them, one a row, written as SQL for the sqlite3 shell: people, their
// alerts, the table of MAPPA codes, their dates, facilities, and a table for each kind of record with a column for
// each field. No answer stands in them.
class Facts {
 public:
  // Throws std::runtime_error when the file cannot be written.
  Facts(const std::string& file, const mappa::Register& facilities);
  // The next person, as an export of this day says; people come in the order of their numbers.
  void person(const mappa::NomisRow& row, mappa::Date exported_on);
  // Something recorded about that person.
  void record(const mappa::Kind& kind, mappa::EntryId entry, mappa::Date about, const mappa::Body& body);
  // Throws std::runtime_error when not everything was written.
  void finish();

 private:
  void tables();
  void insert(const std::string& table, const std::vector<std::string>& values);

  std::string file_;
  std::ofstream out_;
  std::int64_t person_ = 0;  // numbered in their order
};

}  // namespace bench
