#include "mappa/policy/coverage.hpp"

#include <array>

namespace mappa {
namespace {

constexpr bool asks = true, tells = false;

constexpr std::array all{
    CoveredSentence{1, 1, "The order is for staff and suppliers who hold MAPPA offenders in England and Wales.", tells,
                    "p1.england-and-wales", "location", ""},
    CoveredSentence{2, 1, "MAPPA is a common framework to find, assess and manage certain offenders.", tells, "", "",
                    "describes what the order rests on; asks nobody for anything"},
    CoveredSentence{2, 2, "Which offences count is listed in MAPPA's own guidance.", tells, "p6.category-supported", "sentence",
                    "the list itself is not here: whether an offence is on it is recorded"},
    CoveredSentence{3, 1, "It covers removal centres that receive time-served foreign nationals convicted of such offences.", tells,
                    "p3.foreign-national p3.time-served p3.immigration-estate", "person location", ""},

    CoveredSentence{4, 1, "Two teams of the Home Office work at a removal centre.", tells, "p4.teams", "", ""},
    CoveredSentence{4, 2, "One is the Compliance team.", tells, "p11.part-c", "", "a role: it stands beside whatever it owes"},
    CoveredSentence{4, 3, "The other is the Detention Engagement team, the DET.", tells, "p4.teams", "", ""},
    CoveredSentence{4, 4, "The Compliance team watches how contracts are kept.", asks, "", "",
                    "watching a contract is not about one person: outside this program"},
    CoveredSentence{4, 5, "The DET meets the people held on behalf of those who decide their cases.", tells, "", "",
                    "describes daily work that leaves nothing to be due"},
    CoveredSentence{4, 6, "It helps them to understand their case and detention.", tells, "", "",
                    "describes daily work that leaves nothing to be due"},
    CoveredSentence{4, 7, "A DET manager on site leads the DET.", tells, "p11.request p11.attendance p11.part-c", "", "a role of its own"},
    CoveredSentence{4, 8, "Residential short-term holding facilities have no DET: DEPMU does its part there.", asks,
                    "p4.teams p15.released-by", "location", "resolved in one place for every finding and due line"},

    CoveredSentence{5, 1, "People under MAPPA are held where it is suitable.", asks, "p5.placement", "placement location", ""},
    CoveredSentence{5, 2, "They go into the community only once the arrangements for it are in place.", asks,
                    "p5.arrangements p5.community", "arrangements release-plan", ""},
    CoveredSentence{5, 3, "And not before.", asks, "p5.arrangements p5.recall p5.hold", "recall hold", "void when the level or the plan changes"},
    CoveredSentence{5, 0, "Somebody released already is not released again; an earlier stay's deeds meet nothing.", tells,
                    "p5.not-released p5.earlier-spell", "released", "follows from what a release is"},

    CoveredSentence{6, 1, "Whoever is imprisoned for a MAPPA offence should be flagged on NOMIS.", asks, "p6.nomis-flag p6.mappa-status", "status", ""},
    CoveredSentence{6, 2, "The flag alone says nothing of risk or level.", tells, "p7.level", "", "a flag never sets a level"},
    CoveredSentence{6, 3, "There are three categories.", tells, "p6.category", "category", ""},
    CoveredSentence{6, 4, "Category 1: sexual offenders subject to notification.", tells, "p6.category-supported p14.notification",
                    "category notification", ""},
    CoveredSentence{6, 5, "Category 2: violent offenders with 12 months or more, or a hospital or guardianship order.", tells,
                    "p6.category-supported", "category sentence", ""},
    CoveredSentence{6, 6, "Category 2 holds some sexual offenders too.", tells, "p6.category-supported", "category", ""},
    CoveredSentence{6, 7, "Category 3: others cautioned or convicted, dangerous, who need several agencies.", tells,
                    "p6.category-supported", "category", "always level 2 or 3"},
    CoveredSentence{6, 0, "Category 4 has existed since 2022; codes on NOMIS may contradict each other.", tells,
                    "p6.category-4 p6.nomis-codes", "", "version 3.0 of the order does not know category 4"},

    CoveredSentence{7, 1, "How prisons release under supervision stands in MAPPA's own guidance.", tells, "", "",
                    "outside this order: a release from prison is outside it"},
    CoveredSentence{7, 2, "An offender manager is named, and decides the level before the earliest release.", asks,
                    "p7.lead p7.level p7.level-in-time", "offender-manager level", ""},
    CoveredSentence{7, 3, "The level goes on when the person comes into detention.", tells, "p7.level-continues", "level", "its history is shown"},
    CoveredSentence{7, 4, "The offender manager answers for the case until the licence expires.", asks,
                    "p7.responsibility p7.handover p7.still-mappa p7.lead", "licence", "asked for before the licence ends"},
    CoveredSentence{7, 5, "There are three levels.", tells, "p7.level", "level", ""},
    CoveredSentence{7, 6, "Level 1: ordinary management by the lead agency.", tells, "p10.involvement", "level", ""},
    CoveredSentence{7, 7, "Level 2: active management by several agencies.", tells, "p9.referral p10.contribution", "level", ""},
    CoveredSentence{7, 8, "Level 3: the same by their senior managers.", tells, "p9.referral p10.contribution", "level", ""},

    CoveredSentence{8, 1, "Adults released before their sentence ends are on licence, with the NPS or a CRC.", asks,
                    "p8.supervision p14.licence-copy", "licence offender-manager", ""},
    CoveredSentence{8, 2, "All MAPPA offenders are the NPS's.", asks, "p8.provider p8.supervision", "offender-manager", ""},
    CoveredSentence{8, 3, "Some of those released from detention are on licence or subject to notification.", tells,
                    "p14.licence-copy p14.notification", "licence notification", ""},
    CoveredSentence{8, 4, "Young offenders have supervision or a licence with the youth offending team.", asks,
                    "p8.provider p8.supervision p8.young-offender", "offender-manager person", ""},
    CoveredSentence{8, 5, "Most sexual offenders will be subject to notification.", tells, "p14.notification p6.category-supported", "notification", ""},

    CoveredSentence{9, 1, "Levels 2 and 3 are identified at least six months before the earliest release from prison.", asks,
                    "p9.identified-in-time", "referral", ""},
    CoveredSentence{9, 2, "So that the referral and the review of the case can happen.", asks, "p9.referral p9.review", "referral", ""},

    CoveredSentence{10, 1, "At level 1 the Home Office shares information and helps to plan.", asks, "p10.involvement", "contribution", ""},
    CoveredSentence{10, 2, "At levels 2 and 3 it contributes to the plan, inside the meeting and ongoing.", asks,
                    "p10.contribution p10.contribution-covers", "contribution meeting", ""},
    CoveredSentence{10, 3, "While a release before the sentence ends would mean licence or police management.", tells,
                    "p10.involvement p10.contribution", "licence sentence", "otherwise nothing is owed"},
    CoveredSentence{10, 4, "The case owner of Criminal Casework gives that input.", asks, "p10.case-owner", "case-owner", ""},

    CoveredSentence{11, 1, "Requests go through the CC MAPPA co-ordinator to the DET manager and the centre's manager.", asks,
                    "p11.request", "request answer", ""},
    CoveredSentence{11, 2, "The case owner or the DET manager comes to a meeting in person when asked, informed.", asks,
                    "p11.attendance", "meeting", ""},
    CoveredSentence{11, 3, "Whoever comes is senior enough to decide about the risk.", asks, "p11.attendance", "meeting", ""},
    CoveredSentence{11, 4, "Behaviour that bears on the risk: supplier security completes an IS91 Part C and submits it.", asks,
                    "p11.part-c", "part-c", ""},
    CoveredSentence{11, 5, "The DET manager sends it to the CC MAPPA co-ordinator and the case owner.", asks, "p11.part-c", "part-c", ""},

    CoveredSentence{12, 1, "The holding prison keeps enough about MAPPA accurately on NOMIS.", asks,
                    "p12.nomis-enough p12.sides-agree p12.risk-assessment", "risk-assessment", ""},
    CoveredSentence{12, 2, "DEPMU asks for the risk assessment.", asks, "p12.risk-assessment", "risk-assessment", ""},
    CoveredSentence{12, 3, "From it follows where the person is best held.", asks, "p12.placement p5.placement", "placement", ""},
    CoveredSentence{12, 4, "DEPMU puts the MAPPA details on CID's special conditions screen.", asks, "p12.special-conditions",
                    "special-conditions", ""},
    CoveredSentence{12, 0, "Data of NOMIS that is old, or older than the detention, is no ground to go by.", tells,
                    "p12.nomis-age p12.nomis-since-arrival", "", "an assumption of this program; its age is a parameter"},

    CoveredSentence{13, 1, "Visitors, children among them, are protected by the orders on visits and safeguarding.", asks,
                    "p13.visiting-arrangements", "child-risk visiting-arrangements", "the list for visits staff: mappa visitors"},

    CoveredSentence{14, 1, "On release the centre's supplier sees that the person holds a copy of the licence.", asks,
                    "p14.licence-copy", "licence", ""},
    CoveredSentence{14, 2, "Sexual offenders subject to notification get its requirements again.", asks, "p14.notification", "notification", ""},
    CoveredSentence{14, 3, "Both papers are in the 2050 core file, or come from the offender manager.", tells,
                    "p14.licence-copy p14.notification", "licence notification", "recorded as where the paper came from"},
    CoveredSentence{14, 0, "Whoever is registered notifies the police within three days of a release.", tells, "p14.notified", "notification",
                    "the Sexual Offences Act 2003 says so, not the order: advice"},

    CoveredSentence{15, 1, "Releases happen in daytime unless operational reasons make another time unavoidable.", asks,
                    "p15.daytime", "release-plan", ""},
    CoveredSentence{15, 2, "The DET releases, and tells the case owner everything about it.", asks,
                    "p15.released-by p15.case-owner-told", "released release-plan", ""},
};

constexpr std::array<std::string_view, 3> bookkeeping{"reference", "acknowledgement", "note"};

}  // namespace

std::span<const CoveredSentence> coverage() { return all; }

std::span<const std::string_view> bookkeeping_kinds() { return bookkeeping; }

std::vector<std::string> names_in(std::string_view list) {
  std::vector<std::string> out;
  while (!list.empty()) {
    const auto blank = list.find(' ');
    out.emplace_back(list.substr(0, blank));
    list.remove_prefix(blank == std::string_view::npos ? list.size() : blank + 1);
  }
  return out;
}

}  // namespace mappa
