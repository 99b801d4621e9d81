#pragma once

#include <functional>
#include <string>
#include <vector>

#include "mappa/casebook/run_entry.hpp"
#include "mappa/casework/due.hpp"

namespace mappa {

// A scheduled run of the list, as it was recorded.
struct Run {
  Entry entry;
  RunEntry run;
};
// In the order in which they were recorded; name: only those of it, unless it is empty. Throws Fault: not_found when
// no run has this name, integrity when one cannot be understood.
std::vector<Run> list_runs(const Snapshot& snapshot, const std::string& name = {});

struct RunRequest {
  std::string name;
  DueQuery query;
  bool only_fresh = false;  // leave out what the last run of this name showed
  std::string asked;        // the options, as they can be typed
  std::string by;
  Now clock;
  Date real_today;          // not moved by --as-of
};

// Makes the list, hands it to `show`, and then records that it was shown: all of it while nobody else can write. When
// `show` throws, or the entry cannot be written, no run was made, and the next one of this name shows the same again:
// rather twice than never. What is recorded as shown is everything that is listed now, with only_fresh too.
// Throws Fault: usage for a name that no run may have, what list_due() throws, and what the store throws.
Due run_due(Store& store, const RunRequest& request, const Desk& desk, const std::function<void(const Due&)>& show);

// What is due now and was not shown by the last run of this name; records nothing. Throws Fault: not_found when there
// was none, and what list_due() throws.
Due due_since_run(const Snapshot& snapshot, const DueQuery& query, const std::string& name, const Desk& desk);

}  // namespace mappa
