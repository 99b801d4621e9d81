#include "mappa/rules/licence_runs.hpp"

#include <algorithm>

#include "mappa/rules/standing.hpp"

namespace mappa {
namespace {

using State = LicenceRun::State;

bool indeterminate(const Case& c) {
  if (c.sentence.kind) return *c.sentence.kind == SentenceKind::indeterminate;
  return c.sentence.nomis_indeterminate && *c.sentence.nomis_indeterminate;
}

// The later end is the stricter duty.
std::optional<Date> later(Date a, Date b) { return std::max(a, b); }

LicenceRun until(const Fact<Date>& end, std::string_view what, const Setting& s, std::string field) {
  LicenceRun run;
  run.until = *end;
  run.state = *end < s.at.day ? State::ended : State::runs;
  run.why = say(std::string(what) + (run.runs() ? " {}" : " {}, before this release"), *end);
  run.sources = {{end.entry, std::move(field)}};
  return run;
}

// The day of the NOMIS fact that implies a licence, if it still runs at the moment checked.
std::optional<Date> nomis_says_it_runs(const Case& c, const Setting& s) {
  const auto& end = c.licence.expires.nomis ? c.licence.expires.nomis : c.sentence.ends.nomis;
  if (end && *end >= s.at.day) return end.day;
  return std::nullopt;
}

}  // namespace

LicenceRun licence_run(const Case& c, const Setting& s) {
  const auto& licence = c.licence;
  LicenceRun run;
  if (licence.due && !*licence.due) {
    const auto contrary = nomis_says_it_runs(c, s);
    if (!contrary || *licence.due.day > *contrary) {
      run.state = State::not_due;
      run.why = licence.why ? say("recorded as not due: {}", *licence.why) : say("recorded as not due");
      run.sources = {{licence.due.entry, "due"}};
      return run;
    }
  }
  if (indeterminate(c)) {
    run.state = State::runs;
    run.for_life = true;
    run.why = say("the sentence is indeterminate: a licence runs for life");
    run.sources = {{c.sentence.kind ? c.sentence.kind.entry : c.sentence.nomis_indeterminate.entry, "kind"}};
    return run;
  }
  const auto expires = licence.expires.settled(later);
  if (expires) return until(expires, *expires < s.at.day ? "the licence expired" : "a licence runs until", s, "licence expiry");
  const auto ends = c.sentence.ends.settled(later);
  if (ends)
    return until(ends, *ends < s.at.day ? "the sentence expired" : "a licence runs until the sentence expires,", s,
                 "sentence expiry");
  if (licence.due && *licence.due) {
    run.state = State::runs;
    run.why = say("recorded as due; until when is not recorded");
    run.sources = {{licence.due.entry, "due"}};
    return run;
  }
  run.why = say("neither the licence's nor the sentence's expiry is known");
  return run;
}

std::optional<bool> supervised(const Case& c, const Setting& s) {
  const auto run = licence_run(c, s);
  if (run.runs()) return true;
  if (c.licence.supervision_ends && *c.licence.supervision_ends >= s.at.day) return true;
  if (run.unknown()) return std::nullopt;
  return false;
}

}  // namespace mappa
