#pragma once

#include <optional>

#include "mappa/rules/rule.hpp"

namespace mappa {

// What several rules ask of a case before their own question.

enum class MappaState { yes, no, unknown };
MappaState mappa_state(const Case& c);
// Recorded as not a MAPPA offender, and since then something says otherwise: a category, a level, or a
// NOMIS alert that the person is a registered sexual offender.
bool not_mappa_contradicted(const Case& c);

// "not applicable: recorded as not MAPPA" or "unknown: the status is not known", or nothing for a MAPPA
// case, where the rule goes on.
std::optional<Finding> unless_mappa(const Case& c);

// The same for rules that hold at levels 2 and 3 only.
std::optional<Finding> unless_level_2_or_3(const Case& c);

// Whether the person is subject to notification: category 1, or a registered sexual offender. Nothing when
// that is unknown.
std::optional<bool> registered(const Case& c);

// Whether notification applies, by NOMIS's alert and the record alone; the stricter is that it does.
Fact<bool> notification_applies(const Case& c);

// Whether the person is a risk to children, as recorded or by a NOMIS alert; the stricter is that they are.
Fact<bool> child_risk(const Case& c);

// Whether the person is under the age of young offenders on the day checked; nothing when the date of birth
// is unknown.
std::optional<bool> young(const Case& c, const Setting& s);

// Whether a recall lasts at the moment checked: as recorded, and as NOMIS marks it.
struct RecallState {
  bool recorded = false;  // its first day has come, and no end since then is recorded
  bool marked = false;    // NOMIS marks it, and no end is recorded about the day of that mark or later
  bool in_force() const { return recorded || marked; }
};
RecallState recall_state(const Case& c, const Setting& s);
bool recall_in_force(const Case& c, const Setting& s);

// Whether a recorded deed is dated after the moment checked: it then meets nothing.
bool too_late(const Fact<Done>& deed, const Setting& s);

// "25 November 2026", or "an unknown date".
Gap day_of(const Fact<Done>& deed);

// "P33, P66".
std::string listed(const std::vector<std::string>& words);

}  // namespace mappa
