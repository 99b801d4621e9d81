// Paragraph 8: every MAPPA offender on licence is managed by the NPS; young offenders by the youth offending
// team (or the NPS).
#include "mappa/calendar/months.hpp"
#include "mappa/rules/paragraph_rules.hpp"
#include "mappa/rules/standing.hpp"

namespace mappa {

Findings provider_is_the_right_one(const Case& c, const Setting& s) {
  if (auto open = unless_mappa(c)) return *open;
  const auto& provider = c.lead.provider;
  if (!provider) return unknown("for which service the lead works is not recorded").waits("p7.lead");
  const auto is_young = young(c, s);
  const auto wrong = [&](std::string why) {
    return not_met(std::move(why)).from(provider, "provider").act(say("Have the case moved to the NPS.")).mend("offender-manager", {"name", "provider"});
  };
  switch (*provider) {
    case Provider::nps: return met("NPS").from(provider, "provider");
    case Provider::crc: return wrong("CRC: every MAPPA offender is the NPS's to manage");
    case Provider::yot:
      if (!is_young) return unknown("YOT, and the date of birth is not known").from(provider, "provider").mend("person", {"born"});
      if (*is_young) return met("YOT, for a young offender").from(provider, "provider");
      return wrong("YOT, for an adult: every MAPPA offender who is an adult is the NPS's to manage");
    case Provider::police:
    case Provider::other: return not_applicable("the lead is no probation service").from(provider, "provider");
  }
  return {};
}

Findings age_and_flag_agree(const Case& c, const Setting& s) {
  const auto& flag = c.sentence.nomis_youth;
  const auto is_young = young(c, s);
  if (!is_young)
    return unknown("the date of birth is not known, and so not whether this is a young offender")
        .act(say("Record the date of birth."))
        .mend("person", {"born"});
  const int age = age_on(*c.born(), s.at.day);
  if (!flag) return met("{} years old on the day of release", age).from(c.born(), "born");
  if (*flag == *is_young) return met("{} years old on the day of release, as NOMIS has it", age).from(c.born(), "born").from(flag, "youthOffender");
  return not_met(*flag ? "{} years old on the day of release, and NOMIS marks a young offender: the age is used"
                       : "{} years old on the day of release, and NOMIS does not mark a young offender: the age is used", age)
      .from(c.born(), "born")
      .from(flag, "youthOffender")
      .act(say("The holding prison corrects NOMIS, or the date of birth is wrong."));
}

}  // namespace mappa
