// Paragraph 9: whoever will be managed at level 2 or 3 is identified at least six months before the earliest
// release date from prison, so that the referral and the review can happen.
#include <algorithm>

#include "mappa/rules/earliest_release.hpp"
#include "mappa/rules/paragraph_rules.hpp"
#include "mappa/rules/standing.hpp"

namespace mappa {
namespace {

// A referral for a lower level does not serve a level that was raised afterwards.
bool before_the_raise(const Fact<Done>& deed, const Case& c) {
  return deed && c.level_raised && (!deed->day || *deed->day < c.level_raised->day);
}

// Whether a deed is recorded that counts: for the level that holds, and before the release.
bool counts(const Fact<Done>& deed, const Case& c, const Setting& s) {
  return deed && !before_the_raise(deed, c) && !too_late(deed, s);
}

// When the case was identified; a referral implies it.
struct Identified {
  bool recorded = false;
  std::optional<Date> first;  // the first day on which it is known to have been
};

Identified identified(const Case& c, const Setting& s) {
  Identified out;
  for (const Fact<Done>* deed : {&c.referral.identified, &c.referral.made}) {
    if (!counts(*deed, c, s)) continue;
    out.recorded = true;
    if (const auto day = (*deed)->day) out.first = out.first ? std::min(*out.first, *day) : *day;
  }
  return out;
}

Finding late(const ReferralDue& due, Date by) {
  const int days = days_between(*due.day, by);
  const std::string span = days == 1 ? "1 day" : std::to_string(days) + " days";
  return not_met(due.from_raise ? "identified on {}, {} after the level was raised on {}" : "identified on {}, {} after it was due on {}",
                 by, span, *due.day);
}

}  // namespace

Findings referral_made(const Case& c, const Setting& s) {
  const auto due = referral_due(c, s);
  // The six-month day can be explained at every level.
  if (auto open = unless_level_2_or_3(c)) return std::move(*open).because(due.working);
  const auto& made = c.referral.made;
  const auto missing = [&](Finding out) {
    return std::move(out).from(made, "made-on")
        .from(c.standing.level, "level", "alerts")
        .act(say("Refer the case, and record the day."))
        .mend("referral", {"made-on"})
        .due(due.day, due.rounded)
        .owed_since(c.level_raised ? std::optional{c.level_raised->day} : c.standing.settled_level().day)
        .because(due.working);
  };
  if (!made) return missing(not_met("level {}, and no referral is recorded as made", *c.standing.settled_level()));
  if (too_late(made, s)) return missing(not_met("made on {}, after the release", day_of(made)));
  if (before_the_raise(made, c))
    return missing(not_met("made on {}; the level was raised on {} and needs a new one", day_of(made), c.level_raised->day)
                       .from(c.level_raised->entry, c.level_raised->field));
  return met("made on {}", day_of(made)).from(made, "made-on").due(due.day, due.rounded).because(due.working);
}

Findings identified_in_time(const Case& c, const Setting& s) {
  if (auto open = unless_level_2_or_3(c)) return std::move(*open);
  const auto due = referral_due(c, s);
  const auto finish = [&](Finding out) {
    if (due.from_raise) out.from(c.level_raised->entry, c.level_raised->field);
    return std::move(out).from(c.referral.identified, "identified-on").from(c.referral.made, "made-on").due(due.day, due.rounded).because(due.working);
  };
  const auto known = identified(c, s);
  if (!known.recorded)
    return finish(not_met("not recorded as identified for level {}", *c.standing.settled_level()).from(c.standing.level, "level", "alerts"))
        .act(say("Record when the case was identified; a referral implies it."))
        .mend("referral", {"identified-on"})
        .owed_since(c.standing.settled_level().day);
  if (!known.first)
    return finish(unknown("identified, on an unknown date"))
        .act(say("Record the day of identification, if it can be found out."))
        .mend("referral", {"identified-on"});
  if (!due.day) return finish(unknown("identified on {}; the earliest release date from prison is not known", *known.first));
  if (*known.first <= *due.day) return finish(met("identified by {}, due by {}", *known.first, *due.day));
  return finish(late(due, *known.first));
}

Findings referral_reviewed(const Case& c, const Setting& s) {
  if (auto open = unless_level_2_or_3(c)) return std::move(*open);
  const auto& made = c.referral.made;
  const auto& reviewed = c.referral.reviewed;
  if (!counts(made, c, s)) return not_applicable("no referral to review");
  const auto ask_for_it = [&](Finding out) {
    return std::move(out).from(reviewed, "reviewed-on").from(made, "made-on")
        .act(say("Have the case reviewed, and record the day."))
        .mend("referral", {"reviewed-on"})
        .owed_since(made->day);
  };
  if (!reviewed) return ask_for_it(not_met("no review is recorded after the referral"));
  if (!counts(reviewed, c, s) || (reviewed->day && made->day && *reviewed->day < *made->day))
    return ask_for_it(not_met("reviewed on {}, and that is not between the referral made on {} and the release", day_of(reviewed), day_of(made)));
  if (!reviewed->day || !made->day)
    return ask_for_it(unknown("referral made on {}, reviewed on {}: which came first is not known", day_of(made), day_of(reviewed)))
        .mend("referral", {"made-on", "reviewed-on"});
  return met("reviewed on {}", day_of(reviewed)).from(reviewed, "reviewed-on").from(made, "made-on");
}

}  // namespace mappa
