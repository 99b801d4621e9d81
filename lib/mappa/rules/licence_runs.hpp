#pragma once

#include <optional>
#include <vector>

#include "mappa/rules/rule.hpp"

namespace mappa {

// Whether a licence (or, for a young offender, a notice of supervision) runs at the moment checked.
struct LicenceRun {
  enum class State { runs, ended, not_due, unknown };
  State state = State::unknown;
  std::optional<Date> until;     // its last day; none when it runs for life, or is not known
  bool for_life = false;
  Said why;                     // in words, to stand as evidence
  std::vector<Source> sources;

  bool runs() const { return state == State::runs; }
  bool unknown() const { return state == State::unknown; }
  // None runs, and that is known.
  bool over() const { return state == State::ended || state == State::not_due; }
};

// Until the licence expiry date, else the sentence expiry date; for life with an indeterminate sentence.
LicenceRun licence_run(const Case& c, const Setting& s);

// Whether the offender manager still answers for the person: while the licence runs, or supervision
// after it. Nothing when that is unknown.
std::optional<bool> supervised(const Case& c, const Setting& s);

}  // namespace mappa
