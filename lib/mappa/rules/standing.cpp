#include "mappa/rules/standing.hpp"

#include "mappa/calendar/months.hpp"

namespace mappa {

MappaState mappa_state(const Case& c) {
  const auto mappa = c.standing.settled_mappa();
  if (!mappa) return MappaState::unknown;
  return *mappa ? MappaState::yes : MappaState::no;
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
  if (*level == 1) return not_applicable("level 1").from(level, "level");
  return std::nullopt;
}

std::optional<bool> registered(const Case& c) {
  const auto category = c.standing.settled_category();
  if (category && *category == 1) return true;
  const auto applies = c.notification.applies.settled([](bool, bool) { return std::optional{true}; });
  if (applies) return *applies;
  if (mappa_state(c) == MappaState::no || category) return false;
  return std::nullopt;
}

std::optional<bool> young(const Case& c, const Setting& s) {
  const auto born = c.born();
  if (!born) return std::nullopt;
  return age_on(*born, s.at.day) < s.policy.young_under;
}

bool recall_in_force(const Case& c, const Setting& s) {
  const auto& recall = c.recall;
  const bool ended = recall.to && *recall.to <= s.at.day && (!recall.from || *recall.from <= *recall.to);
  if (recall.from && *recall.from <= s.at.day && !ended) return true;
  // NOMIS keeps the mark; a recorded end answers it from the day on which the mark first stood there.
  return recall.nomis && *recall.nomis && !(ended && *recall.to >= *recall.nomis.day) &&
         !(ended && *recall.to.day >= *recall.nomis.day);
}

bool too_late(const Fact<Done>& deed, const Setting& s) { return deed && deed->day && *deed->day > s.at.day; }

Gap day_of(const Fact<Done>& deed) {
  if (deed && deed->day) return *deed->day;
  return std::string("an unknown date");
}

}  // namespace mappa
