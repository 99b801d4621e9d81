#include "mappa/rules/licence_runs.hpp"

#include <algorithm>
#include <utility>

#include "mappa/rules/standing.hpp"

namespace mappa {
namespace {

using State = LicenceRun::State;

// The later end is the stricter duty.
std::optional<Date> later(Date a, Date b) { return std::max(a, b); }

// The latest day about which either side says this.
template <class T>
std::optional<Date> latest_day(const TwoSided<T>& sides, const T& value) {
  std::optional<Date> out;
  for (const Fact<T>* side : {&sides.nomis, &sides.record})
    if (*side && **side == value && (!out || *(*side).day > *out)) out = (*side).day;
  return out;
}

std::vector<Source> sources_of(const Finding& found) { return found.sources; }

// Whether the sentence has no fixed end, as each side has it.
TwoSided<bool> no_fixed_end(const Case& c) {
  TwoSided<bool> sides;
  sides.nomis = c.sentence.nomis_indeterminate;
  if (const auto& kind = c.sentence.kind) sides.record = {*kind == SentenceKind::indeterminate, kind.entry, kind.day};
  return sides;
}

LicenceRun for_life(const Case& c) {
  LicenceRun run;
  run.state = State::runs;
  run.why = say("the sentence is indeterminate: a licence runs for life");
  run.sources = sources_of(Finding{}.from(c.sentence.kind, "kind").from(c.sentence.nomis_indeterminate, "indeterminateSentence"));
  run.said_on = latest_day(no_fixed_end(c), true);
  return run;
}

LicenceRun until(const TwoSided<Date>& sides, Wording ended, Wording running, Wording field, Wording nomis_field, const Setting& s) {
  const Date end = *sides.settled(later);
  LicenceRun run;
  run.until = end;
  run.state = end < s.at.day ? State::ended : State::runs;
  run.why = say(run.runs() ? std::move(running) : std::move(ended), end);
  run.sources = sources_of(Finding{}.from(sides, std::move(field), std::move(nomis_field)));
  if (run.runs()) run.said_on = latest_day(sides, end);
  return run;
}

LicenceRun by_the_dates(const Case& c, const Setting& s) {
  const auto& licence = c.licence.expires;
  const auto& sentence = c.sentence.ends;
  if (indeterminate(c).value.value_or(false)) return for_life(c);
  if (licence.settled(later))
    return until(licence, "the licence expired {}, before this release", "a licence runs until {}", "expires", "licenceExpiryDate", s);
  if (sentence.settled(later))
    return until(sentence, "the sentence expired {}, before this release", "a licence runs until the sentence expires, {}", "ends", "sentenceExpiryDate", s);
  LicenceRun run;
  run.why = say("neither the licence's nor the sentence's expiry is known");
  run.ask = {"due", "expires"};
  return run;
}

// All young offenders leave under supervision or on licence (paragraph 8), some of them beyond the end of
// their sentence: that end alone does not say that nothing runs any more.
LicenceRun young_beyond_sentence(const LicenceRun& run) {
  LicenceRun out;
  out.why = say("the sentence expired {}; whether supervision of a young offender runs on is not recorded", *run.until);
  out.sources = run.sources;
  out.ask = {"due", "expires"};
  return out;
}

// Supervision after the licence: for the young a notice of supervision counts as a licence (paragraph 8).
LicenceRun with_supervision(LicenceRun run, const Case& c, const Setting& s) {
  const auto& ends = c.licence.supervision_ends;
  const auto is_young = young(c, s);
  if (run.over() && !ends && is_young == true && !c.licence.expires.settled(later)) return young_beyond_sentence(run);
  if (!run.over() || !ends || *ends < s.at.day || is_young == false) return run;
  LicenceRun out;
  out.sources = sources_of(Finding{}.from(ends, "topupSupervisionExpiryDate").from(c.born(), "born"));
  if (!is_young) {
    out.why = say("supervision runs until {}; whether a young offender is under it is not known without the date of birth", *ends);
    out.ask = {"born"};
    return out;
  }
  out.state = State::runs;
  out.until = *ends;
  out.why = say("supervision of a young offender runs until {}", *ends);
  out.said_on = ends.day;
  return out;
}

// A record of the end that was made with the one that a licence is due, or after it, explains it.
bool end_recorded_since(const Case& c, const Fact<bool>& due) {
  const auto& end = c.licence.expires.settled(later) ? c.licence.expires.record : c.sentence.ends.record;
  return end && std::pair{*end.day, end.entry} >= std::pair{*due.day, due.entry};
}

LicenceRun recorded_as_due(LicenceRun run, const Case& c) {
  const auto& due = c.licence.due;
  const bool past_its_end = run.state == State::ended && *due.day > *run.until && !end_recorded_since(c, due);
  if (!run.unknown() && !past_its_end) return run;
  run.why = run.unknown() ? say("recorded as due; until when is not recorded")
                          : say("recorded as due on {}, though an end on {} is known", *due.day, *run.until);
  run.state = State::runs;
  run.until.reset();
  run.sources.push_back({due.entry, "due"});
  return run;
}

LicenceRun recorded_as_not_due(LicenceRun run, const Fact<bool>& due, const Fact<Text>& why) {
  if (run.runs() && run.said_on && *run.said_on >= *due.day) {
    run.sources.push_back({due.entry, "due"});
    return run;
  }
  run.state = State::not_due;
  run.until.reset();
  run.why = why ? say("recorded as not due: {}", *why) : say("recorded as not due");
  run.sources = {{due.entry, "due"}};
  return run;
}

}  // namespace

LicenceRun licence_run(const Case& c, const Setting& s) {
  const LicenceRun run = with_supervision(by_the_dates(c, s), c, s);
  const auto& due = c.licence.due;
  if (!due) return run;
  return *due ? recorded_as_due(run, c) : recorded_as_not_due(run, due, c.licence.why);
}

Finding with_sources(Finding out, const LicenceRun& run) {
  for (const auto& source : run.sources) out.from(source.entry, source.field);
  return out;
}

Fact<bool> indeterminate(const Case& c) {
  return no_fixed_end(c).settled([](bool, bool) { return std::optional{true}; });
}

std::optional<bool> supervised(const Case& c, const Setting& s) {
  const auto run = licence_run(c, s);
  if (run.runs()) return true;
  if (c.licence.supervision_ends && *c.licence.supervision_ends >= s.at.day) return true;
  if (run.unknown()) return std::nullopt;
  return false;
}

}  // namespace mappa
