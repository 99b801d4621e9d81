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
  Said why;                      // in words, to stand as evidence
  std::vector<Source> sources;
  std::optional<Date> said_on;   // the latest day about which something says that it runs
  std::vector<std::string> ask;  // fields of `licence` (or "born" of `person`) that would settle what is unknown

  bool runs() const { return state == State::runs; }
  bool unknown() const { return state == State::unknown; }
  // None runs, and that is known.
  bool over() const { return state == State::ended || state == State::not_due; }
};

// Until the licence expiry date, else the sentence expiry date; for life with an indeterminate sentence;
// for a young offender also until supervision after it ends. Somebody who records that no licence is due
// is believed, unless something about that day or a later one says that it runs; and that one is due, even
// though an earlier end is known.
LicenceRun licence_run(const Case& c, const Setting& s);

// Adds what the answer rests on to a finding.
Finding with_sources(Finding out, const LicenceRun& run);

// Whether the sentence has no fixed end: as recorded or as NOMIS has it, by the rule for facts with two
// sides; indeterminate is the stricter.
Fact<bool> indeterminate(const Case& c);

// Whether the offender manager still answers for the person: while the licence runs, or supervision
// after it. Nothing when that is unknown.
std::optional<bool> supervised(const Case& c, const Setting& s);

}  // namespace mappa
