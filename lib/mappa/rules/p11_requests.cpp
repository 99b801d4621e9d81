// Paragraph 11: requests for information go through the CC MAPPA co-ordinator to the DET manager and to the
// centre's manager; the case owner or the DET manager comes to a meeting in person when asked, able to decide;
// behaviour that bears on the risk goes into an IS91 Part C and on to everybody who needs it.
#include "mappa/rules/paragraph_rules.hpp"
#include "mappa/rules/standing.hpp"

namespace mappa {
namespace {

// One of the two who are asked.
struct Asked {
  Role role;
  std::string answerer;                 // the word of `answer --from`
  std::string spoken;
  std::string tasked_field;
  const Fact<Done>& tasked;
  const Fact<Done>& answered;
};

Finding request_of_one(const Request& request, const Asked& asked, const Setting& s) {
  const auto sourced = [&](Finding out) {
    return std::move(out).from(request.received, "received-on").from(asked.tasked, asked.tasked_field).from(asked.answered, "answered-on")
        .concerning(request.key + " " + asked.answerer);
  };
  const auto open = [&](Finding out) {
    return sourced(std::move(out)).due(request.due.value, false).owed_since(request.received.value);
  };
  if (asked.answered && !too_late(asked.answered, s)) return sourced(met("request {}: answered by the {} on {}", request.key, asked.spoken, day_of(asked.answered)));
  if (!asked.tasked || too_late(asked.tasked, s))
    return open(not_met("request {}: not recorded as tasked to the {}", request.key, asked.spoken))
        .role(Role::mappa_coordinator)
        .act(say("Task them, and record the day."))
        .mend_with("request", request.key, {asked.tasked_field});
  return open(not_met("request {}: tasked to the {} on {}, and not answered", request.key, asked.spoken, day_of(asked.tasked)))
      .role(asked.role)
      .act(say("Answer the request through the CC MAPPA co-ordinator."))
      .mend_with("answer", request.key, {"from=" + asked.answerer, "answered-on"});
}

Finding attended(const Meeting& meeting) {
  const auto sourced = [&](Finding out) {
    return std::move(out).from(meeting.attended_by, "attended-by").from(meeting.can_decide, "can-decide").from(meeting.attendance_asked, "attendance-asked");
  };
  if (*meeting.attended_by == Attendee::nobody) return sourced(not_met("meeting of {}: asked for, and nobody came", *meeting.day));
  if (*meeting.attended_by == Attendee::other)
    return sourced(not_met("meeting of {}: neither the case owner nor the DET manager came", *meeting.day));
  if (!meeting.can_decide)
    return sourced(unknown("meeting of {}: whether {} is senior enough to decide is not recorded", *meeting.day, word(*meeting.attended_by)))
        .act(say("Record whether they can decide about the risk."))
        .mend_with("meeting", iso(*meeting.day), {"can-decide"});
  if (*meeting.can_decide) return sourced(met("meeting of {}: {}", *meeting.day, word(*meeting.attended_by)));
  return sourced(not_met("meeting of {}: {} came, who is not senior enough to decide", *meeting.day, word(*meeting.attended_by)));
}

Finding meeting_found(const Meeting& meeting, const Setting& s) {
  if (meeting.attended_by && *meeting.day <= s.today) return attended(meeting);
  const bool ahead = *meeting.day > s.today;
  return (ahead ? not_met("meeting of {}: asked for, and still to come", *meeting.day)
                : not_met("meeting of {}: asked for, and not recorded as attended", *meeting.day))
      .from(meeting.attendance_asked, "attendance-asked")
      .act(say(ahead ? "Have the case owner or the DET manager come in person, informed and able to decide."
                     : "Record who came for the Home Office."))
      .mend_with("meeting", iso(*meeting.day), {"attended-by", "attendee", "can-decide"})
      .due(*meeting.day, false)
      .owed_since(meeting.attendance_asked.day);
}

// A step of a report's way: who takes it, and what records it.
struct Step {
  Role role;
  std::string field, what;
  const Fact<Done>& done;
};

Finding report_found(const PartC& report, const Setting& s) {
  const Step steps[] = {{Role::supplier_security, "completed-on", "completed", report.completed},
                        {Role::supplier_security, "to-compliance", "with the Compliance team manager", report.to_compliance},
                        {Role::supplier_security, "to-det-manager", "with the DET managers", report.to_det_manager},
                        {Role::supplier_security, "to-det-inbox", "in the DET inbox", report.to_det_inbox},
                        {Role::det_manager, "to-mappa-co-ordinator", "with the CC MAPPA co-ordinator", report.to_mappa_coordinator},
                        {Role::det_manager, "to-case-owner", "with the case owner", report.to_case_owner}};
  Finding sources;
  std::vector<std::string> missing, fields;
  std::optional<Role> turn;
  // Without them nobody can tell whether the behaviour bears on the risk.
  const std::pair<std::string, const Fact<Text>&> contents[] = {{"incident", report.incident}, {"relevance", report.relevance}};
  for (const auto& [field, text] : contents) {
    sources.from(text, field);
    if (text) continue;
    turn = Role::supplier_security;
    missing.push_back("with its " + field);
    fields.push_back(field);
  }
  for (const Step& step : steps) {
    sources.from(step.done, step.field);
    if (step.done && !too_late(step.done, s)) continue;
    if (!turn) turn = step.role;
    if (*turn != step.role) continue;
    missing.push_back(step.what);
    fields.push_back(step.field);
  }
  Finding out;
  if (!turn) out = met("report {}: has reached everybody", report.key);
  else
    out = not_met("report {}: not recorded as {}", report.key, listed(missing))
              .role(*turn)
              .act(say(*turn == Role::supplier_security ? "Complete it, and submit it to the Compliance team manager, the DET managers and the DET inbox."
                                                        : "Send it to the CC MAPPA co-ordinator and the case owner."))
              .mend_with("part-c", report.key, fields)
              .owed_since(report.happened ? report.happened.value : report.reference.day);
  out.sources = sources.sources;
  return std::move(out).from(report.reference, "reference");
}

}  // namespace

Findings requests_answered(const Case& c, const Setting& s) {
  Findings out;
  for (const Request& request : c.requests) {
    if (!request.reference) {
      out.push_back(unknown("request {}: an answer is recorded, and no request of this reference", request.key)
                        .from(request.entry, "reference")
                        .concerning(request.key)
                        .act(say("Record the request; or withdraw the answer, if its reference is wrong."))
                        .mend_with("request", request.key, {"asked-by", "received-on"}));
      continue;
    }
    out.push_back(request_of_one(request, {Role::det_manager, "det-manager", "DET manager", "det-manager-tasked", request.det_manager_tasked,
                                           request.det_manager_answered}, s));
    out.push_back(request_of_one(request, {Role::centre_manager, "centre-manager", "centre's manager", "centre-manager-tasked",
                                           request.centre_manager_tasked, request.centre_manager_answered}, s));
  }
  if (out.empty()) out.push_back(not_applicable("no request is recorded"));
  return out;
}

Findings meetings_attended(const Case& c, const Setting& s) {
  Findings out;
  for (const Meeting& meeting : c.meetings)
    if (meeting.attendance_asked && *meeting.attendance_asked) out.push_back(meeting_found(meeting, s).concerning(meeting.key));
  if (out.empty()) out.push_back(not_applicable("nobody is recorded as asking the Home Office to come"));
  return out;
}

Findings reports_with_everybody(const Case& c, const Setting& s) {
  Findings out;
  for (const PartC& report : c.reports) out.push_back(report_found(report, s).concerning(report.key));
  if (out.empty()) out.push_back(not_applicable("no report is recorded"));
  return out;
}

}  // namespace mappa
