#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "mappa/base/problem.hpp"
#include "mappa/casebook/nomis_row.hpp"

namespace mappa {

// What a NOMIS export held, after every row was checked.
struct NomisExport {
  struct Person {
    std::size_t line = 0;  // line of the CSV file, or number of the JSON record, from 1
    NomisRow row;
  };
  std::vector<Person> people;  // those that can go in, in the order of the file, each number once
  Problems problems;           // of all rows: what was repaired, what is odd, what was rejected
  // What the file can tell at all: fields that it has a place for, and whether it has one for alerts. What
  // it has no place for it says nothing about.
  std::set<std::string, std::less<>> fields;
  bool alerts = false;
  std::size_t records = 0;     // rows or records in the file, without a header
  std::size_t rejected = 0;    // of those, how many cannot go in
};

// Reads a whole export: CSV with prisoner-search field names or NOMIS column names as headers, or
// JSON in the shape of the prisoner-search API. Which it is, the first character that is no blank
// decides. file: its name for messages. Throws Fault (unreadable) when it is empty, not text, not
// what it claims to be, or has no column for the prison number.
NomisExport read_nomis_export(std::string_view bytes, const std::string& file);

}  // namespace mappa
