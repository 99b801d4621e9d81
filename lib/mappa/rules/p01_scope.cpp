// Paragraphs 1 to 3: the order covers time-served foreign national offenders in immigration detention in
// England and Wales. A person is presumed to be one unless something recorded, or evident, says otherwise.
#include "mappa/base/text.hpp"
#include "mappa/rules/paragraph_rules.hpp"

namespace mappa {

Findings held_in_england_or_wales(const Case& c, const Setting& s) {
  const auto place = c.facility();
  if (!s.facility || s.facility->country == Country::england || s.facility->country == Country::wales) {
    if (s.facility) return met("held at {}, {}", s.facility->name, std::string(spoken(s.facility->country))).from(place, "facility");
    return met("presumed: no place outside England and Wales is known");
  }
  return not_met("held at {}, {}: the order covers England and Wales", s.facility->name, std::string(spoken(s.facility->country)))
      .from(place, "facility")
      .act(say("Ask the CC case owner which arrangements hold in {}, and tell the offender manager.",
               std::string(spoken(s.facility->country))));
}

Findings foreign_national(const Case& c, const Setting& s) {
  const Said tell = say("Tell the CC case owner at once: a person who is no foreign national may not be liable to "
                         "immigration detention. Tell the offender manager of the release.");
  if (const auto& said = c.person.foreign_national) {
    if (*said) return met("recorded as a foreign national").from(said, "foreign-national");
    return not_met("recorded as not a foreign national").from(said, "foreign-national").act(tell);
  }
  const auto& nationality = c.person.nationality;
  for (const Fact<Text>* side : {&nationality.record, &nationality.nomis}) {
    if (!*side) continue;
    for (const auto& home : s.policy.not_foreign)
      if (lower(trimmed(**side)) == lower(home))
        return not_met("nationality {}: evidently not a foreign national", **side)
            .from(*side, "nationality")
            .act(tell)
            .mend("person", {"foreign-national"});
    break;
  }
  return met("presumed: nothing says otherwise");
}

}  // namespace mappa
