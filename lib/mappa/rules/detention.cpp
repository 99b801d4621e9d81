#include "mappa/rules/detention.hpp"

namespace mappa {
namespace {

// Since when NOMIS shows a prison, of which nobody need have recorded anything.
std::optional<Date> in_prison_by_nomis(const Case& c, const Setting& s) {
  const auto& shown = c.location.facility.nomis;
  const Facility* place = shown ? s.policy.facilities.find(*shown) : nullptr;
  return place && !place->immigration_estate() ? shown.day : std::nullopt;
}

}  // namespace

const Move* arrival(const Case& c, const Setting& s) {
  const Move* out = nullptr;
  const auto prison = in_prison_by_nomis(c, s);
  for (const Move& move : c.location.moves) {
    if (prison && move.on < *prison) continue;
    const Facility* place = s.policy.facilities.find(move.to);
    if (place && !place->immigration_estate()) out = nullptr;
    else if (!out || (!out->arrived && move.arrived && move.to == out->to)) out = &move;
  }
  return out;
}

Fact<FacilityId> held_at(const Case& c) {
  auto place = c.facility();
  if (place && (*place == "OUT" || *place == "TRN")) place.value.reset();
  return place;
}

std::optional<Arrived> arrived_here(const Case& c) {
  const auto place = held_at(c);
  if (!place) return std::nullopt;
  // Of the recorded moves the first of the last run to this place; NOMIS shows a place from an export on.
  std::optional<Arrived> out;
  for (const Move& move : c.location.moves) {
    if (move.to != *place) out.reset();
    else if (!out) out = {move.on, move.entry};
  }
  return out ? out : Arrived{*place.day, place.entry};
}

std::optional<Date> at_this_place_since(const Case& c) {
  const auto here = arrived_here(c);
  return here ? std::optional{here->on} : std::nullopt;
}

}  // namespace mappa
