#include "mappa/rules/standing.hpp"

#include <utility>

#include "mappa/calendar/months.hpp"

namespace mappa {

bool not_mappa_contradicted(const Case& c) {
  const auto& record = c.standing.mappa.record;
  if (!record || *record) return false;
  // Whoever is subject to notification is in category 1 (paragraph 6).
  const auto registered_since = [&](const Fact<bool>& applies) {
    return applies && *applies && std::pair{*applies.day, applies.entry} > std::pair{*record.day, record.entry};
  };
  const auto& [alert, recorded] = c.notification.applies;
  return registered_since(alert) || registered_since(recorded) || c.standing.contradicted(record);
}

MappaState mappa_state(const Case& c) {
  const auto mappa = c.standing.settled_mappa();
  if (!mappa) return MappaState::unknown;
  if (*mappa) return MappaState::yes;
  return not_mappa_contradicted(c) ? MappaState::unknown : MappaState::no;
}

std::optional<Finding> unless_mappa(const Case& c) {
  switch (mappa_state(c)) {
    case MappaState::yes: return std::nullopt;
    case MappaState::no:
      return not_applicable("recorded as not a MAPPA offender").from(c.standing.settled_mappa(), "mappa");
    case MappaState::unknown:
      return unknown("it is not known whether the person is a MAPPA offender").waits("p6.mappa-status");
  }
  return std::nullopt;
}

std::optional<Finding> unless_level_2_or_3(const Case& c) {
  if (auto open = unless_mappa(c)) return open;
  const auto level = c.standing.settled_level();
  if (!level) return unknown("the level is not set").waits("p7.level");
  if (*level == 1) return not_applicable("level 1").from(c.standing.level, "level", "alerts");
  return std::nullopt;
}

Fact<bool> notification_applies(const Case& c) {
  return c.notification.applies.settled([](bool, bool) { return std::optional{true}; });
}

Fact<bool> child_risk(const Case& c) {
  return c.safeguarding.child_risk.settled([](bool, bool) { return std::optional{true}; });
}

std::optional<bool> registered(const Case& c) {
  const auto category = c.standing.settled_category();
  if (category && *category == 1) return true;
  if (const auto applies = notification_applies(c)) return *applies;
  // Whoever is registered is in category 1, and nobody is in two categories.
  if (category || mappa_state(c) == MappaState::no) return false;
  return std::nullopt;
}

std::optional<bool> young(const Case& c, const Setting& s) {
  const auto born = c.born();
  if (!born) return std::nullopt;
  return age_on(*born, s.at.day) < s.policy.young_under;
}

RecallState recall_state(const Case& c, const Setting& s) {
  const auto& nomis = c.recall.nomis;
  const auto& from = c.recall.from;
  const auto& to = c.recall.to;
  RecallState out;
  // An end before the first day is the end of an earlier recall.
  const bool ended = to && *to <= s.at.day && (!from || *from <= *to);
  out.recorded = from && *from <= s.at.day && !ended;
  // NOMIS keeps its mark: an end answers it when it came since the mark first stood there, or is recorded
  // about a later day; on the same day the later entry decides.
  const auto since_the_mark = [&] { return *to >= *nomis.day || std::pair{*to.day, to.entry} > std::pair{*nomis.day, nomis.entry}; };
  // What ended before NOMIS last showed no recall was another one.
  const auto& without = c.nomis.without_recall;
  const bool answered = ended && nomis && since_the_mark() && !(without && *to < *without);
  out.marked = nomis && *nomis && !answered;
  return out;
}

bool recall_in_force(const Case& c, const Setting& s) { return recall_state(c, s).in_force(); }

bool too_late(const Fact<Done>& deed, const Setting& s) { return deed && deed->day && *deed->day > s.at.day; }

Gap day_of(const Fact<Done>& deed) {
  if (deed && deed->day) return *deed->day;
  return std::string("an unknown date");
}

std::string listed(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

}  // namespace mappa
