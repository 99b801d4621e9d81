#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "mappa/casework/batches.hpp"
#include "mappa/casework/desk.hpp"
#include "mappa/rules/verdict.hpp"

namespace mappa {

// A verdict, and what decides it.
struct Decided {
  Outcome outcome = Outcome::cannot_decide;
  std::size_t blocking = 0;      // how many findings block
  std::optional<Finding> first;  // the most decisive of them; outside the order, what says so
};
// For the planned release as long as it lies ahead, else for one now.
Decided decided(const Case& c, const Desk& desk);

// A verdict that is another than it was.
struct Turned {
  PrisonNumber number;
  std::string name;
  std::string place;                // the facility's id, or empty
  std::optional<Moment> planned;    // the release
  Outcome before = Outcome::cannot_decide;
  std::optional<Decided> after;     // nothing: an import was undone, and nothing is left of the person
  std::optional<Moment> released;   // since then
  std::string shown_at_release;     // the verdict that its record kept, "not_clear"; or empty
  bool by_time = false;             // nothing came about the person, by hand or by an import, that may have turned it

  bool no_longer_clear() const { return before == Outcome::clear && !released; }
  // The order covers the release, and it was not clear when it was recorded.
  bool released_unclear() const { return released && shown_at_release != mappa::name(Outcome::clear) && shown_at_release != mappa::name(Outcome::outside_order); }
};

// Verdicts beside those of an earlier day: of its end, for whoever asked then.
class Comparison {
 public:
  // before: the casebook as it stood at the end of the day before `since`, a part of `now`. Both must outlive this.
  Comparison(const Snapshot& before, const Snapshot& now, Date since, const Desk& desk);

  // Imports that came since then or were undone, by id.
  const std::vector<Batch>& batches() const { return batches_; }
  // The day of the newest export that stands.
  std::optional<Date> nomis_of() const { return nomis_of_; }

  // To be told of everybody who is in the casebook. Whether a record, a withdrawal, a row of an export or its undoing came
  // since then about somebody.
  bool touched(const PrisonNumber& number);
  // Whether an import showed the person again, or no longer does, and the verdict (in short or in full) rests on how new
  // NOMIS data are.
  bool aged_otherwise(const Case& c, const Verdict& verdict) const;
  // Nothing where the verdict (in short or in full) is what it was, or nobody knew of the person.
  std::optional<Turned> turned(const Case& c, const Verdict& verdict) const;
  // Those of whom nothing is left, once touched() was told of everybody else.
  std::vector<Turned> gone() const;

 private:
  void read_batches(const Snapshot& now);
  std::vector<PrisonNumber>::const_iterator find(const PrisonNumber& number) const;
  bool shown_otherwise(const Case& c) const;

  Desk then_, desk_;
  CaseReader cases_;
  EntryId newest_;
  std::vector<Batch> batches_;
  std::optional<Date> nomis_of_;
  std::vector<PrisonNumber> touched_;  // in order
  std::vector<bool> met_;              // of them: whether touched() was told
};

}  // namespace mappa
