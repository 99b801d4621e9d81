// Paragraph 10: at level 1 the Home Office takes part in sharing information and in planning; at levels 2 and 3 it
// contributes to the risk management plan inside the meeting, and goes on doing so. It does while the person
// would be under licence or police management if released before the sentence ends. The Criminal Casework case
// owner answers for it.
#include <algorithm>

#include "mappa/rules/licence_runs.hpp"
#include "mappa/rules/paragraph_rules.hpp"
#include "mappa/rules/standing.hpp"

namespace mappa {
namespace {

std::optional<Date> later(Date a, Date b) { return std::max(a, b); }

// Why no input is owed, or nothing where it is.
std::optional<Finding> unless_owed(const Case& c, const Setting& s) {
  if (auto open = unless_mappa(c)) return open;
  const auto under = supervised(c, s), police = registered(c);
  if (under == true) return std::nullopt;
  const auto ends = c.sentence.ends.settled(later);
  if (under == false && ends && *ends < s.at.day)
    return not_applicable("the sentence ended on {}, and no licence runs", *ends).from(c.sentence.ends, "ends", "sentenceExpiryDate");
  if (police == true) return std::nullopt;
  if (!under) return unknown("whether a licence runs is not known").waits("p14.licence-copy");
  if (!police) return unknown("whether the police would manage the person is not known").waits("p6.category");
  return not_applicable("neither licence nor police management would follow a release");
}

// The day from which a contribution counts: the one of its meeting, where it went into one.
std::optional<Date> counts_from(const Contribution& one) {
  if (one.made && !one.made->day) return std::nullopt;
  const auto made = one.made ? one.made->day : std::nullopt;
  if (one.meeting && made) return std::max(*one.meeting, *made);
  return made;
}

struct Needed {
  std::optional<Date> since;  // older contributions do not count
  std::string why;
};

// Since the last change of level, and since the last meeting that was held.
Needed needed_since(const Case& c, const Setting& s) {
  Needed out;
  if (c.level_changed) out = {c.level_changed->day, "the level changed on {}"};
  for (const Meeting& meeting : c.meetings)
    if (*meeting.day <= std::min(s.at.day, s.today) && (!out.since || *meeting.day > *out.since)) out = {*meeting.day, "a meeting was held on {}"};
  return out;
}

enum class Counts { yes, no, unknown };

Counts counts(const Contribution& one, const Needed& needed, const Setting& s) {
  if (!one.made || too_late(one.made, s)) return Counts::no;
  const auto day = counts_from(one);
  if (!needed.since) return Counts::yes;
  if (!day) return Counts::unknown;
  return *day >= *needed.since ? Counts::yes : Counts::no;
}

// The first meeting on a day or after it; any, where there is no such day.
std::optional<Date> meeting_from(const Case& c, std::optional<Date> day) {
  std::optional<Date> out;
  for (const Meeting& meeting : c.meetings)
    if ((!day || *meeting.day >= *day) && (!out || *meeting.day < *out)) out = *meeting.day;
  return out;
}

std::optional<Date> next_meeting(const Case& c, const Setting& s) { return meeting_from(c, s.today); }

// The meeting for which a contribution is missing: the first one after that into which the last went, and at this level.
// It may have been held without, which nothing but a contribution makes good.
std::optional<Date> meeting_without(const Case& c, const Contribution* last, const Setting& s) {
  const auto given = last ? counts_from(*last) : std::nullopt;
  if (last && !given) return next_meeting(c, s);
  const auto served = given ? meeting_from(c, *given) : std::nullopt;
  std::optional<Date> from = served ? std::optional(plus_days(*served, 1)) : given;
  if (c.level_changed) from = std::max(from, std::optional(c.level_changed->day));
  return meeting_from(c, from);
}

Finding ask_for(Finding out, std::optional<Date> by) {
  return std::move(out).act(say("Give the Home Office's contribution, and record what it covers."))
      .mend("contribution", {"made-on", "covers"})
      .due(by, false);
}

const Contribution* newest(const Case& c, const Setting& s) {
  const Contribution* out = nullptr;
  for (const Contribution& one : c.contributions)
    if (one.made && !too_late(one.made, s) && (!out || counts_from(one) >= counts_from(*out))) out = &one;
  return out;
}

Finding not_since(const Contribution& last, const Needed& needed) {
  const auto day = counts_from(last);
  if (!day) return unknown("the contribution's day is not known, and " + needed.why, *needed.since);
  return not_met("the last contribution counts from {}, and " + needed.why, *day, *needed.since);
}

}  // namespace

Findings case_owner_named(const Case& c, const Setting& s) {
  if (auto owed = unless_owed(c, s)) return std::move(*owed);
  const auto& name = c.case_owner.name;
  if (name) return met("{}", *name).from(name, "name");
  return unknown("nobody is recorded, and it is the case owner who answers for the Home Office's input")
      .act(say("Find out who the case owner is, and record it."))
      .mend("case-owner", {"name", "contact"});
}

Findings involved_at_level_1(const Case& c, const Setting& s) {
  if (auto owed = unless_owed(c, s)) return std::move(*owed);
  const auto level = c.standing.settled_level();
  if (!level) return unknown("the level is not set").waits("p7.level");
  if (*level != 1) return not_applicable("level {}", *level).from(c.standing.level, "level", "alerts");
  if (const Contribution* last = newest(c, s)) return met("taken part on {}", day_of(last->made)).from(last->made, "made-on");
  return ask_for(not_met("level 1, and no part in sharing information or planning is recorded").from(c.standing.level, "level", "alerts"), next_meeting(c, s))
      .owed_since(level.day);
}

Findings contributed_at_levels_2_and_3(const Case& c, const Setting& s) {
  if (auto open = unless_level_2_or_3(c)) return std::move(*open);
  if (auto owed = unless_owed(c, s)) return std::move(*owed);
  const Needed needed = needed_since(c, s);
  const Contribution* last = newest(c, s);
  if (!last)
    return ask_for(not_met("level {}, and no contribution is recorded", *c.standing.settled_level()).from(c.standing.level, "level", "alerts"), meeting_without(c, last, s))
        .owed_since(c.level_changed ? c.level_changed->day : c.standing.settled_level().day);
  for (const Contribution& one : c.contributions)
    if (counts(one, needed, s) == Counts::yes) return met("given on {}", day_of(last->made)).from(last->made, "made-on");
  return ask_for(not_since(*last, needed).from(last->made, "made-on"), meeting_without(c, last, s)).owed_since(needed.since);
}

Findings contribution_covers_everything(const Case& c, const Setting& s) {
  if (auto open = unless_level_2_or_3(c)) return std::move(*open);
  if (auto owed = unless_owed(c, s)) return std::move(*owed);
  const Needed needed = needed_since(c, s);
  Topics covered;
  Finding sources;
  bool any = false;
  for (const Contribution& one : c.contributions) {
    if (counts(one, needed, s) != Counts::yes) continue;
    any = true;
    if (one.covers) covered.insert(covered.end(), one.covers->begin(), one.covers->end());
    sources.from(one.covers, "covers");
  }
  if (!any) return unknown("no contribution counts yet").waits("p10.contribution");
  std::vector<std::string> missing;
  for (const auto& [topic, text] : Words<Topic>::list)
    if (std::ranges::find(covered, topic) == covered.end()) missing.emplace_back(text);
  Finding out = missing.empty() ? met("everything is covered") : not_met("not covered: {}", listed(missing));
  out.sources = sources.sources;
  if (missing.empty()) return out;
  std::string topics;
  for (const auto& one : missing) topics += (topics.empty() ? "" : ",") + one;
  return ask_for(std::move(out), next_meeting(c, s)).mend("contribution", {"made-on", "covers=" + topics});
}

}  // namespace mappa
