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
  return deed && c.level_raised && (!deed->day || *deed->day < *c.level_raised);
}

// The first day on which identification is recorded; a referral implies it.
std::optional<Date> identified_by(const Case& c) {
  std::optional<Date> first;
  for (const Fact<Done>* deed : {&c.referral.identified, &c.referral.made})
    if (*deed && (*deed)->day && !before_the_raise(*deed, c)) first = first ? std::min(*first, *(*deed)->day) : *(*deed)->day;
  return first;
}

bool recorded(const Case& c) {
  return (c.referral.identified && !before_the_raise(c.referral.identified, c)) ||
         (c.referral.made && !before_the_raise(c.referral.made, c));
}

}  // namespace

Findings referral_made(const Case& c, const Setting& s) {
  if (auto open = unless_level_2_or_3(c)) return *open;
  const auto& made = c.referral.made;
  const auto due = referral_due(c, s);
  const auto finish = [&](Finding out) {
    return out.from(made, "made-on")
        .from(c.standing.settled_level(), "level")
        .act(say("Refer the case, and record the day."))
        .mend("referral", {"made-on"})
        .due(due.day, due.rounded)
        .because(due.working);
  };
  if (!made) return finish(not_met("level {}, and no referral is recorded as made", *c.standing.settled_level()));
  if (too_late(made, s)) return finish(not_met("made on {}, after the release", day_of(made)));
  if (before_the_raise(made, c))
    return finish(not_met("made on {}; the level was raised on {} and needs a new one", day_of(made), *c.level_raised));
  return met("made on {}", day_of(made)).from(made, "made-on").due(due.day, due.rounded).because(due.working);
}

Findings identified_in_time(const Case& c, const Setting& s) {
  if (auto open = unless_level_2_or_3(c)) return *open;
  const auto due = referral_due(c, s);
  const auto finish = [&](Finding out) {
    return out.from(c.referral.identified, "identified-on").from(c.referral.made, "made-on").due(due.day, due.rounded).because(due.working);
  };
  if (!recorded(c))
    return finish(not_met("not recorded as identified for level {}", *c.standing.settled_level()))
        .act(say("Record when the case was identified; a referral implies it."))
        .mend("referral", {"identified-on"});
  const auto by = identified_by(c);
  if (!by) return finish(unknown("identified, on an unknown date"));
  if (!due.day) return finish(unknown("identified on {}; the earliest release date from prison is not known", *by));
  if (*by <= *due.day) return finish(met("identified by {}, due by {}", *by, *due.day));
  const int late = days_between(*due.day, *by);
  return finish(not_met(due.from_raise ? "identified on {}, {} days after the level was raised on {}" : "identified on {}, {} days after it was due on {}",
                        *by, late, *due.day));
}

Findings referral_reviewed(const Case& c, const Setting& s) {
  if (auto open = unless_level_2_or_3(c)) return *open;
  const auto& [identified, made, reviewed] = c.referral;
  if (!made || before_the_raise(made, c) || too_late(made, s)) return not_applicable("no referral to review");
  const auto ask_for_it = [](Finding out) {
    return out.act(say("Have the case reviewed, and record the day.")).mend("referral", {"reviewed-on"});
  };
  if (!reviewed) return ask_for_it(not_met("no review is recorded after the referral").from(made, "made-on"));
  const bool before = too_late(reviewed, s) || before_the_raise(reviewed, c) ||
                      (reviewed->day && made->day && *reviewed->day < *made->day);
  if (before)
    return ask_for_it(not_met("reviewed on {}, which is not after the referral made on {}", day_of(reviewed), day_of(made))
                          .from(reviewed, "reviewed-on")
                          .from(made, "made-on"));
  return met("reviewed on {}", day_of(reviewed)).from(reviewed, "reviewed-on");
}

}  // namespace mappa
