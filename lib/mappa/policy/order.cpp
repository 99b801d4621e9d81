#include "mappa/policy/order.hpp"

#include <array>

namespace mappa {
namespace {

constexpr std::array all{
    Paragraph{1, "What the order is for",
              "Tells staff and suppliers how MAPPA offenders in immigration detention in England and Wales are handled."},
    Paragraph{2, "What MAPPA is",
              "A common framework to find, assess and manage certain offenders in the community; its own guidance lists "
              "the violent and sexual offences that count for convictions in England and Wales."},
    Paragraph{3, "Whom it covers",
              "Time-served foreign national offenders who come from prison to a removal centre after a conviction that "
              "brings them into MAPPA."},
    Paragraph{4, "The Home Office's teams",
              "The Compliance team watches the contracts; the DET, led by a DET manager, deals with the people held. "
              "Residential short-term holding facilities have no DET: DEPMU does its part there."},
    Paragraph{5, "Purpose",
              "People under MAPPA are held in a suitable place, and go into the community only once suitable "
              "arrangements for that release are in place, not before."},
    Paragraph{6, "The flag and the categories",
              "Prison-NOMIS should flag whoever is imprisoned for a MAPPA offence. The flag alone says nothing of risk or "
              "level. Category 1: registered sexual offenders. Category 2: violent, and some sexual, offenders with 12 "
              "months or more or a hospital or guardianship order. Category 3: other dangerous offenders."},
    Paragraph{7, "The levels and who answers for them",
              "An offender manager decides the level before the earliest release from prison. The level goes on in "
              "detention, and the offender manager stays responsible until the licence expires. Level 1 is ordinary "
              "management, level 2 active management by several agencies, level 3 the same by their senior managers."},
    Paragraph{8, "Supervision after release",
              "Adults released before their sentence ends are on licence, managed by the NPS or a CRC; every MAPPA "
              "offender by the NPS. Young offenders have supervision or a licence with the youth offending team. Most "
              "sexual offenders will be subject to notification."},
    Paragraph{9, "Six months before",
              "Whoever will be managed at level 2 or 3 is identified at least six months before the earliest release from "
              "prison, so that the referral and the review can happen."},
    Paragraph{10, "The Home Office's part in managing risk",
              "At level 1 it shares information and helps to plan; at levels 2 and 3 it contributes inside the meetings, "
              "continuously, while the person would be on licence or under police management if released before the "
              "sentence ends. The case owner gives that input."},
    Paragraph{11, "Requests, meetings, reports",
              "Requests for information go through the CC MAPPA co-ordinator to the DET manager and the supplier's centre "
              "manager. The case owner or the DET manager attends in person when asked, informed and able to decide. "
              "Behaviour that bears on risk goes into an IS91 Part C and on to those who need it."},
    Paragraph{12, "Risk assessment and placement",
              "The holding prison keeps MAPPA information accurate on NOMIS; DEPMU asks for the risk assessment, decides "
              "with it where the person is held, and records the MAPPA details on CID."},
    Paragraph{13, "Safeguarding visitors",
              "Visitors, children among them, are protected by the orders on visiting and on safeguarding children."},
    Paragraph{14, "Papers in hand",
              "The centre's supplier sees to it that whoever is released into the community holds a copy of the licence, "
              "and that notification requirements are issued again to sexual offenders subject to them. Both papers are "
              "in the prison's 2050 core file, or come from the offender manager."},
    Paragraph{15, "The hour, and who releases",
              "Releases happen in daytime unless operational reasons make another time unavoidable. The DET answers for "
              "the release and for telling the case owner."},
};

}  // namespace

std::span<const Paragraph> paragraphs() { return all; }

}  // namespace mappa
