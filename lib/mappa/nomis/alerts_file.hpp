#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "mappa/base/input.hpp"
#include "mappa/base/problem.hpp"
#include "mappa/casebook/prison_number.hpp"
#include "mappa/nomis/raw_record.hpp"
#include "mappa/nomis/telling.hpp"

namespace mappa {

// What a file that holds nothing but alerts says, person by person. All of it is in memory: some forty bytes
// an alert, and its text.
struct AlertsFile {
  explicit AlertsFile(std::string file) : name(std::move(file)), told(name) {}

  // One row. Its text stands in `texts` from `at` on, and what is wrong with it behind that.
  struct Row {
    std::uint32_t number = 0;  // packed
    std::uint32_t line = 0;
    std::size_t at = 0;
    std::uint32_t text_size = 0, wrong_size = 0;
    bool far_away = false, either_way = false;  // see RawAlert
  };

  std::string name;           // as the user named it
  std::string digest;         // of the bytes: see casebook/digest.hpp
  std::string number_header;  // what the file calls the prison number, and the alert's code
  std::string code_header;
  std::string texts;
  std::vector<Row> rows;     // by number, and within one in the order of the file
  bool month_first = false;  // a date shows that the file writes the month first
  Telling told;              // about the file

  // Each alert of the person with the place where it stands; what is wrong with one is said in it. Their
  // views live as long as the file.
  std::vector<RawAlert> alerts_of(const PrisonNumber& number) const;

  // What is to be told of the file, by line, with a warning on each person of whom it has rows and the export
  // has none. in_export: whether it has a record of that number. export_name: for messages.
  Problems problems(const std::function<bool(const PrisonNumber&)>& in_export,
                    const std::string& export_name) const;
};

// Reads CSV with a line of headers, then one alert a row, in any encoding and with any separator that an
// export may have. Headers are NOMIS column names or those of prison-api, in any order and letter case;
// others are noted and not read. A row that names somebody and no alert says nothing. A row that cannot be
// told into cells is wrong for everybody whose number stands in it. Throws Fault (unreadable) when it is no
// CSV, or has no header for the prison number or for the code, naming the nearest; and when rows of it name
// nobody: whose alerts are not complete then, nobody knows, and an alert may be what holds somebody.
AlertsFile read_alerts_file(Input& input);

}  // namespace mappa
