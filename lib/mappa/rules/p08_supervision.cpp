// Paragraph 8: every MAPPA offender on licence is managed by the NPS; young offenders by the youth offending
// team (or the NPS).
#include "mappa/calendar/months.hpp"
#include "mappa/rules/licence_runs.hpp"
#include "mappa/rules/paragraph_rules.hpp"
#include "mappa/rules/standing.hpp"

namespace mappa {
namespace {

Finding not_the_nps(const char* why) {
  return not_met(why).act(say("Have the case moved to the NPS, and record who manages it then.")).mend("offender-manager", {"name", "provider"});
}

Finding youth_offending_team(const Case& c, const Setting& s) {
  const auto is_young = young(c, s);
  if (!is_young)
    return unknown("YOT, and the date of birth is not known").act(say("Record the date of birth.")).mend("person", {"born"});
  if (*is_young) return met("YOT, for a young offender").from(c.born(), "born");
  return not_the_nps("YOT, for an adult: every adult MAPPA offender is the NPS's to manage").from(c.born(), "born");
}

Finding another_lead(const Case& c, const Setting& s) {
  const auto under_supervision = supervised(c, s);
  if (!under_supervision) return unknown("no probation service leads, and whether a licence runs is not known").waits("p14.licence-copy");
  if (*under_supervision) return not_the_nps("a licence or supervision runs, and the lead is no probation service");
  return not_applicable("no licence or supervision runs, and the lead is no probation service");
}

}  // namespace

Findings provider_is_the_right_one(const Case& c, const Setting& s) {
  if (auto open = unless_mappa(c)) return std::move(*open);
  const auto& provider = c.lead.provider;
  const bool nobody_needed = !c.lead.name && supervised(c, s) == false && registered(c) == false;
  if (nobody_needed) return not_applicable("no licence or supervision runs, and nobody has to be named");
  if (!provider) return unknown("for which service the lead works is not recorded").waits("p7.lead");
  const auto sourced = [&](Finding out) { return std::move(out).from(provider, "provider"); };
  switch (*provider) {
    case Provider::nps: return sourced(met("NPS"));
    case Provider::crc: return sourced(not_the_nps("CRC: every MAPPA offender is the NPS's to manage"));
    case Provider::yot: return sourced(youth_offending_team(c, s));
    case Provider::police:
    case Provider::other: return sourced(another_lead(c, s));
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
  const auto sourced = [&](Finding out) { return std::move(out).from(c.person.born, "born", "dateOfBirth").from(flag, "youthOffender"); };
  const int age = age_on(*c.born(), s.at.day);
  if (!flag) return sourced(met("{} years old on the day of release", age));
  if (*flag == *is_young) return sourced(met("{} years old on the day of release, as NOMIS has it", age));
  return sourced(not_met(*flag ? "{} years old on the day of release, and NOMIS marks a young offender: the age is used"
                               : "{} years old on the day of release, and NOMIS does not mark a young offender: the age is used", age))
      .act(say("The holding prison corrects NOMIS; or, if the date of birth is wrong, record the right one."))
      .mend("person", {"born"});
}

}  // namespace mappa
