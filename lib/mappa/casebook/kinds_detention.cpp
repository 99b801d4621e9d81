// Paragraphs 12 and 13: the risk assessment, where the person is placed, visits.
#include "mappa/base/text.hpp"
#include "mappa/casebook/fields.hpp"
#include "mappa/casebook/kind_list.hpp"

namespace mappa {

Kind risk_assessment_kind() {
  return facts<RiskAssessment>(
      "risk-assessment", "12", &Case::risk_assessment,
      "The risk assessment that DEPMU asks the holding prison for, and whether NOMIS told enough for it.",
      "A1234BC risk-assessment --requested-on 2026-10-01 --received-on 2026-10-08 --nomis-enough yes",
      {takes_back({"received-on", "nomis-enough"}, fact("requested-on", &RiskAssessment::requested, "day on which DEPMU asked for it")),
       takes_back({"nomis-enough"}, fact("received-on", &RiskAssessment::received, "day on which DEPMU received it")),
       fact("nomis-enough", &RiskAssessment::nomis_enough, "did NOMIS hold enough about MAPPA to assess the risk?")});
}

Kind special_conditions_kind() {
  return facts<SpecialConditions>("special-conditions", "12", &Case::special_conditions,
                                  "That DEPMU has put the MAPPA details on the special conditions screen of CID.",
                                  "A1234BC special-conditions --recorded-on 2026-10-09 --text \"MAPPA 2, level 2\"",
                                  {takes_back({"text"}, fact("recorded-on", &SpecialConditions::recorded, "day on which they were put on CID")),
                                   fact("text", &SpecialConditions::text, "what stands there")});
}

Kind placement_kind() {
  Kind kind = facts<Placement>("placement", "12", &Case::placement, "Where DEPMU decided that the person is best held.",
                               "A1234BC placement HAR --decided-on 2026-10-09 --why \"segregation unit near\"",
                               {takes_back({"decided-on", "why"}, shown_as("FACILITY", in_capitals(fact("facility", &Placement::facility, "the facility's id in the register")))),
                                fact("decided-on", &Placement::decided, "day of the decision"),
                                fact("why", &Placement::why, "why there")});
  kind.main = "facility";
  kind.required = {"facility"};
  return kind;
}

Kind child_risk_kind() {
  Kind kind = facts<Safeguarding>("child-risk", "13", &Case::safeguarding, "Whether the person is a risk to children, and who says so.",
                                  "A1234BC child-risk yes --why \"offence against a child\"",
                                  {takes_back({"why"}, fact("applies", &Safeguarding::child_risk, "is the person a risk to children?")),
                                   fact("why", &Safeguarding::why, "why, or why not")});
  kind.main = "applies";
  kind.required = {"applies"};
  return kind;
}

Kind visiting_arrangements_kind() {
  Kind kind = facts<Safeguarding>("visiting-arrangements", "13", &Case::safeguarding,
                                  "What visits staff must do when children come, for somebody who is a risk to them.",
                                  "A1234BC visiting-arrangements --children supervised --arrangements \"table 1, in sight of staff\"",
                                  {takes_back({"arrangements"}, shown_as("HOW", fact("children", &Safeguarding::children, "may children visit?"))),
                                   fact("arrangements", &Safeguarding::arrangements, "what staff do; visits staff will read it")});
  kind.required = {"children"};
  return kind;
}

}  // namespace mappa
