#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "mappa/base/fault.hpp"
#include "nomis/found.hpp"

// What the tests of this layer say again and again.
namespace mappa {

inline Found read(std::string_view text) { return read_named(std::string(text), "export.csv"); }

// One person with one more column, given as its header and its cell.
inline Found read_column(const std::string& header, const std::string& cell) {
  return read("prisonerNumber," + header + "\nA1234BC," + cell + "\n");
}

// The only person of an export that holds no other record.
inline NomisRow only_person(const Found& result) {
  REQUIRE(result.records == 1);
  REQUIRE(result.rejected == 0);
  REQUIRE(result.people.size() == 1);
  return result.people[0].row;
}

inline std::vector<std::string> ids(const Found& result) {
  std::vector<std::string> out;
  for (const Problem& problem : result.problems) out.push_back(problem.id);
  return out;
}

// The only problem of an export, by its name.
inline Problem only_problem(const Found& result, const std::string& id) {
  REQUIRE(ids(result) == std::vector{id});
  return result.problems[0];
}

inline std::size_t count(const Found& result, const std::string& id) {
  return static_cast<std::size_t>(std::ranges::count(result.problems, id, &Problem::id));
}

inline std::vector<std::string> numbers(const Found& result) {
  std::vector<std::string> out;
  for (const Found::Person& person : result.people) out.push_back(person.row.number.text());
  return out;
}

// What the fault that reading `text` ends with says; it must be of the cause `unreadable`.
inline std::string fault_of(std::string_view text) {
  try {
    read(text);
  } catch (const Fault& fault) {
    CHECK(fault.cause() == Cause::unreadable);
    CHECK_FALSE(fault.remedy().empty());
    return fault.happened();
  }
  FAIL("no fault");
  return {};
}

}  // namespace mappa
