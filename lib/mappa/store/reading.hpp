#pragma once

#include <functional>
#include <string>
#include <vector>

#include "mappa/casebook/entry.hpp"
#include "mappa/store/connection.hpp"

namespace mappa {

// An entry that was read, and its digest.
struct Verified {
  Entry entry;
  std::string digest;
};

// The entries that a condition on `e` (a row of entries) selects, by id, each verified against its own
// digest and the one before. bind: gives the condition its parameters. Throws Fault.
std::vector<Verified> read_verified(Connection& connection, const std::string& condition,
                                    const std::function<void(SQLite::Statement&)>& bind);

// The newest entry; none in an empty casebook.
std::vector<Verified> read_newest(Connection& connection);

// The newest entry that was recorded before an instant; 0 where there is none. Times never run backwards.
EntryId newest_before(Connection& connection, Instant before);

// Whether entries are missing, each as far as somebody needs to know: the newest one, or any that is about no case; any
// about a case; any at all, for which they are all counted. Throws integrity, naming the first that is missing.
void check_head(Connection& connection);
bool check_case(Connection& connection, const PrisonNumber& number);  // false: there is no such case
void check_dense(Connection& connection);

}  // namespace mappa
