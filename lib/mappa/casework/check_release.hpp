#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "mappa/casework/desk.hpp"
#include "mappa/rules/standing.hpp"
#include "mappa/rules/verdict.hpp"

namespace mappa {

// Where the moment that was checked came from.
enum class MomentFrom { given, planned, now };

// The moment asked about; else the planned one, as long as it lies ahead; else now: a plan that has passed
// without a release must not hide what happened since.
std::pair<Moment, MomentFrom> moment_of(const Case& c, std::optional<Moment> at, const Desk& desk);

// What the rules are asked for where nobody names a moment: see moment_of().
Setting setting_now(const Case& c, const Desk& desk);

// Whether a release is recorded, and lies behind.
bool released(const Case& c, const Desk& desk);

// What the check said when a release was first recorded, as that record kept it.
struct ShownAtRelease {
  Moment released;
  std::string verdict;                     // "not_clear"
  std::string policy, rests_on;            // digest of the policy; the newest entry it rested on
  EntryId entry = 0;
  bool later = false;                      // recorded after the day as known on which the check is made
};

// May this person be released, and if not, what is missing?
struct ReleaseCheck {
  Case folded;
  Verdict verdict;
  Moment at;
  MomentFrom at_from = MomentFrom::now;
  Date as_of;
  EarliestRelease earliest;
  MappaState mappa = MappaState::unknown;
  std::optional<Facility> facility;        // the register's entry; absent when the place is not in it
  std::optional<int> nomis_age_days;       // from the newest export that held the person, to today
  std::string policy_digest;
  std::vector<std::string> overrides;      // what the configuration changed: see policy_differences()
  std::optional<ShownAtRelease> shown;     // of somebody whose release is recorded
  EntryNotes notes;                        // on every entry of the case

  const Facility* place() const { return facility ? &*facility : nullptr; }
};

// at: the moment asked about, if any; moment_of() says which else.
ReleaseCheck check_release(const LoadedCase& loaded, std::optional<Moment> at, const Desk& desk);

// What was shown when this person was released, from the whole casebook; nothing where no release is recorded.
// known: the newest entry of the snapshot beside which it is shown.
std::optional<ShownAtRelease> shown_at_release(const Snapshot& whole, const PrisonNumber& number, Date real_today, EntryId known);

// Everybody who has not been released, in the order of their numbers; within: only those whose release is
// planned within so many days from today (or was planned for a day that has passed). Returns how many
// released people were left out.
int check_all(const Snapshot& snapshot, std::optional<int> within, const Desk& desk,
              const std::function<void(const ReleaseCheck&)>& take);
// The same in short, and quicker: the outcome of each and the findings that decide it, in a line. See judge_in_short().
// line: called from several threads at once. take: in the order of their numbers.
int check_all_in_short(const Snapshot& snapshot, std::optional<int> within, const Desk& desk,
                       const std::function<std::string(const Case&, const Verdict&)>& line,
                       const std::function<void(Outcome, const std::string&)>& take);

}  // namespace mappa
