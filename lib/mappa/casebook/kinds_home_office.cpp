// Paragraphs 10 and 11: what the Home Office gives to the management of risk; requests, meetings, reports.
#include "mappa/casebook/items.hpp"
#include "mappa/casebook/kind_list.hpp"

namespace mappa {

Kind case_owner_kind() {
  return facts<CaseOwner>("case-owner", "10", &Case::case_owner, "The Criminal Casework case owner, who answers for the Home Office's input.",
                          "A1234BC case-owner --name \"R Shah\" --contact 020-7946-0100",
                          {takes_back({"contact"}, shown_as("NAME", fact("name", &CaseOwner::name, "the case owner, by name"))),
                           fact("contact", &CaseOwner::contact, "telephone number or mailbox")});
}

Kind meeting_kind() {
  Kind kind = listed<Meeting>("meeting", "11", &Case::meetings, "day",
                         "A MAPPA meeting, planned or held: whether the panel asks the Home Office to come, and who came.",
                         "A1234BC meeting 2026-12-01 --attendance-asked yes",
                         {part("day", &Meeting::day, "day of the meeting; names it in later records"),
                          part("attendance-asked", &Meeting::attendance_asked, "does the panel ask the Home Office to come in person?"),
                          part_shown_as("WHO", part("attended-by", &Meeting::attended_by, "who came for the Home Office")),
                          part_shown_as("NAME", part("attendee", &Meeting::attendee, "by name")),
                          part("can-decide", &Meeting::can_decide, "are they senior enough to decide about the risk?")});
  kind.spell_by = "day";
  return kind;
}

Kind contribution_kind() {
  Kind kind = listed<Contribution>(
      "contribution", "10", &Case::contributions, "", "What the Home Office gave to the risk management plan, and what it covers.",
      "A1234BC contribution --made-on 2026-11-20 --covers status,removal,barriers",
      {part("made-on", &Contribution::made, "day on which it was given"),
       part("meeting", &Contribution::meeting, "day of the meeting that it went into"),
       part("covers", &Contribution::covers, "what it covers: addresses means approval for licence purposes too")});
  kind.required = {"made-on"};
  kind.dated_by = "made-on";
  kind.spell_by = "made-on";
  return kind;
}

Kind request_kind() {
  Kind kind = listed<Request>(
      "request", "11", &Case::requests, "reference",
      "A request for information, which goes through the CC MAPPA co-ordinator to the DET manager and the centre's manager.",
      "A1234BC request R-17 --asked-by \"MAPPA panel\" --received-on 2026-11-16 --due 2026-11-30",
      {part_shown_as("REFERENCE", part("reference", &Request::reference, "names the request in later records")),
       part_shown_as("NAME", part("asked-by", &Request::asked_by, "who asks")),
       part_not_in_future(part("received-on", &Request::received, "day on which the co-ordinator received it")),
       part("due", &Request::due, "day by which it is to be answered"),
       part("det-manager-tasked", &Request::det_manager_tasked, "day on which the DET manager was tasked"),
       part("centre-manager-tasked", &Request::centre_manager_tasked, "day on which the centre's manager was tasked")});
  return kind;
}

Kind answer_kind() {
  Kind kind;
  kind.name = "answer";
  kind.paragraph = "11";
  kind.about = "That one of the two has answered a request for information.";
  kind.example = "A1234BC answer R-17 --from det-manager --answered-on 2026-11-20";
  Field reference = fields_detail::typed_field<Text>("reference", "of the request");
  reference.placeholder = "REFERENCE";
  Field from = fields_detail::typed_field<Answerer>("from", "who answered");
  from.placeholder = "WHO";
  Field answered = fields_detail::typed_field<Done>("answered-on", "day of the answer");
  answered.deed = true;
  kind.fields = {reference, from, answered};
  kind.main = "reference";
  kind.required = {"reference", "from", "answered-on"};
  kind.fold_whole = [](Case& c, const Body& body, EntryId entry, Date on) {
    const Done done = canonical_value<Done>(std::string(value(body, "answered-on")));
    if (done.day && *done.day > c.as_of) return;
    Request& request = item_of(c.requests, value(body, "reference"), entry);
    const bool det = canonical_value<Answerer>(std::string(value(body, "from"))) == Answerer::det_manager;
    (det ? request.det_manager_answered : request.centre_manager_answered) = Fact<Done>{done, entry, on};
  };
  return kind;
}

Kind part_c_kind() {
  return listed<PartC>(
      "part-c", "11", &Case::reports, "reference",
      "An IS91 Part C: behaviour that bears on the risk, completed by the supplier's security team, and whom it has reached.",
      "A1234BC part-c C-3 --incident \"threat to an officer\" --relevance \"same pattern as the offence\" --completed-on 2026-11-20",
      {part_shown_as("REFERENCE", part("reference", &PartC::reference, "names the report in later records")),
       part("incident", &PartC::incident, "what happened"),
       part_not_in_future(part("happened-on", &PartC::happened, "day of the incident")),
       part("relevance", &PartC::relevance, "why it bears on the management of the risk"),
       part("completed-on", &PartC::completed, "day on which supplier security completed it"),
       part("to-compliance", &PartC::to_compliance, "day on which it reached the Compliance team manager"),
       part("to-det-manager", &PartC::to_det_manager, "day on which it reached the DET managers"),
       part("to-det-inbox", &PartC::to_det_inbox, "day on which it reached the DET inbox"),
       part("to-mappa-co-ordinator", &PartC::to_mappa_coordinator, "day on which the DET manager sent it to the CC MAPPA co-ordinator"),
       part("to-case-owner", &PartC::to_case_owner, "day on which the DET manager sent it to the case owner")});
}

}  // namespace mappa
