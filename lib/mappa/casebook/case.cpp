#include "mappa/casebook/case.hpp"

#include <algorithm>

#include "mappa/base/text.hpp"

namespace mappa {
namespace {

// A record answers a NOMIS alert that leaves something open (a level to be confirmed, two codes that
// contradict each other) when it is about a later day than the one on which the alert first stood there,
// or was made after that alert had come: a level may have been decided before an export that does not
// know it yet, and whoever recorded it knew of the alert.
template <class T>
Fact<T> unless_left_open(Fact<T> fact, const Fact<T>& record, const Fact<bool>& open) {
  if (!open || !*open) return fact;
  const bool answered = record && (*record.day > *open.day || record.entry > open.entry);
  return answered ? fact : Fact<T>{};
}

}  // namespace

bool same_reference(std::string_view a, std::string_view b) {
  const auto packed = [](std::string_view text) {
    std::string out;
    for (const char ch : upper(text))
      if (ch != ' ') out += ch;
    return out;
  };
  return packed(a) == packed(b);
}

Fact<bool> Standing::settled_mappa() const {
  const auto held = mappa.settled([](bool, bool) { return std::optional{true}; });
  if (held && !*held && contradicted(held)) return {};
  return held;
}

bool Standing::contradicted(const Fact<bool>& not_mappa) const {
  const auto since = [&](const auto& fact) {
    return fact && std::pair{*fact.day, fact.entry} > std::pair{*not_mappa.day, not_mappa.entry};
  };
  return since(category.record) || since(level.record);
}

Fact<int> Standing::settled_category() const {
  // Category 1's duties hold if either side says 1; between others neither is the stricter.
  const auto stricter = [](int a, int b) { return std::min(a, b) == 1 ? std::optional{1} : std::nullopt; };
  return unless_left_open(category.settled(stricter), category.record, categories_contradict);
}

Fact<int> Standing::settled_level() const {
  const auto higher = [](int a, int b) { return std::optional{std::max(a, b)}; };
  auto held = unless_left_open(level.settled(higher), level.record, levels_contradict);
  return unless_left_open(std::move(held), level.record, level_to_be_confirmed);
}

Text Case::name() const {
  const auto either = [](const TwoSided<Text>& side) {
    return side.nomis ? *side.nomis : side.record.value.value_or(Text{});
  };
  const Text last = either(person.surname), first = either(person.forenames);
  return last.empty() || first.empty() ? last + first : last + ", " + first;
}

Fact<Date> Case::born() const {
  // The later day of birth makes the person younger: the duties towards the young are the stricter.
  return person.born.settled([](Date a, Date b) { return std::optional{std::max(a, b)}; });
}

Fact<FacilityId> Case::facility() const {
  const auto& [shown, record] = location.facility;
  if (!record) return shown;
  // NOMIS shows OUT for people in the removal centres that it does not cover: that contradicts nothing.
  const bool place = shown && *shown != "OUT" && *shown != "TRN";
  return place && *shown.day > *record.day ? shown : record;
}

}  // namespace mappa
