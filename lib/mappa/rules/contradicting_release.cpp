// Arrivals, deeds and releases against each other: what is recorded as done in an order that cannot be.
#include <string>

#include "mappa/rules/contradiction_list.hpp"
#include "mappa/rules/detention.hpp"
#include "mappa/rules/earliest_release.hpp"

namespace mappa {
namespace {

// A deed on a known day.
struct Dated {
  std::string what;  // "the review"
  const Fact<Done>& done;
  std::string field;
  bool known() const { return done && done->day; }
  Date day() const { return *done->day; }
};

// What came before that which it must follow.
void add_out_of_order(Findings& out, const Dated& first, const Dated& second) {
  if (!first.known() || !second.known() || second.day() >= first.day()) return;
  out.push_back(not_met(second.what + " on {}, and " + first.what + " on {}", second.day(), first.day())
                    .from(second.done, second.field)
                    .from(first.done, first.field)
                    .act(say("Record the day that is right, or withdraw what is wrong.")));
}

}  // namespace

Findings release_before_earliest(const Case& c, const Setting& s) {
  const auto earliest = earliest_release(c, s);
  if (!earliest.date) return {};
  Findings out;
  const auto add = [&](const Fact<Moment>& when, const char* text, const char* field) {
    if (!when || when->day >= *earliest.date) return;
    out.push_back(not_met(std::string(text) + " {}, and the earliest release from prison is {} ({})", *when, *earliest.date, std::string(earliest.from))
                      .from(when, field)
                      .from(earliest.entry, earliest.from)
                      .act(say("Ask the holding prison which date is right; correct the plan, or have NOMIS corrected."))
                      .because(earliest.working));
  };
  if (!c.released.when) add(c.plan.at, "a release is planned for", "at");
  add(c.released.when, "released on", "when");
  return out;
}

Findings release_before_arrival(const Case& c, const Setting& s) {
  const Move* arrived = arrival(c, s);
  if (!arrived || !arrived->arrived) return {};
  Findings out;
  const auto add = [&](const Fact<Moment>& when, const char* text, const char* field) {
    if (!when || when->day >= arrived->on) return;
    out.push_back(not_met(std::string(text) + " {}, and in detention since {}", *when, arrived->on)
                      .from(when, field)
                      .from(arrived->entry, "since")
                      .act(say("Record what is right, or withdraw what is wrong.")));
  };
  if (!c.released.when) add(c.plan.at, "a release is planned for", "at");
  add(c.released.when, "released on", "when");
  return out;
}

Findings arrival_before_sentence(const Case& c, const Setting&) {
  const auto start = c.nomis.row ? c.nomis.row->date("sentenceStartDate") : std::nullopt;
  Findings out;
  for (const Move& move : c.location.moves)
    if (start && move.arrived && move.on < *start)
      out.push_back(not_met("at {} since {}, and the sentence began on {}", move.to, move.on, *start)
                        .from(move.entry, "since")
                        .from(c.nomis.entry, "sentenceStartDate")
                        .act(say("Record the day of arrival that is right, or have NOMIS corrected.")));
  return out;
}

Findings deeds_after_release(const Case& c, const Setting&) {
  const auto& when = c.released.when;
  Findings out;
  if (!when) return out;
  for (const Dated& one : {Dated{"the arrangements were confirmed", c.arrangements.confirmed, "confirmed-on"},
                           Dated{"the copy of the licence was handed over", c.licence.copy_held, "copy-held"},
                           Dated{"the notification paper was issued", c.notification.reissued, "reissued-on"}})
    if (one.known() && one.day() > when->day)
      out.push_back(not_met(one.what + " on {}, and the person was released on {}", one.day(), *when)
                        .from(one.done, one.field)
                        .from(when, "when")
                        .act(say("Record the day that is right, or withdraw what is wrong.")));
  return out;
}

Findings referral_out_of_order(const Case& c, const Setting&) {
  Findings out;
  const Dated identified{"the identification", c.referral.identified, "identified-on"}, made{"the referral", c.referral.made, "made-on"},
      reviewed{"the review", c.referral.reviewed, "reviewed-on"};
  add_out_of_order(out, identified, made);
  add_out_of_order(out, made, reviewed);
  return out;
}

Findings assessment_before_request(const Case& c, const Setting&) {
  Findings out;
  add_out_of_order(out, {"requested", c.risk_assessment.requested, "requested-on"}, {"the risk assessment came", c.risk_assessment.received, "received-on"});
  return out;
}

Findings requests_out_of_order(const Case& c, const Setting&) {
  Findings out;
  for (const Request& one : c.requests) {
    const std::string name = "request " + one.key + ": ";
    const Dated det{"tasked to the DET manager", one.det_manager_tasked, "det-manager-tasked"},
        centre{"tasked to the centre's manager", one.centre_manager_tasked, "centre-manager-tasked"};
    add_out_of_order(out, det, {name + "answered by the DET manager", one.det_manager_answered, "answered-on"});
    add_out_of_order(out, centre, {name + "answered by the centre's manager", one.centre_manager_answered, "answered-on"});
    const auto& received = one.received;
    const auto against_receipt = [&](const char* what, Date day, const Finding& sources) {
      if (!received || day >= *received) return;
      Finding found = not_met(name + what + " {}, and received on {}", day, *received).act(say("Record the day that is right, or withdraw what is wrong."));
      found.sources = sources.sources;
      out.push_back(found.from(received, "received-on"));
    };
    if (one.due) against_receipt("due by", *one.due, Finding{}.from(one.due, "due"));
    for (const Dated& tasked : {det, centre})
      if (tasked.known()) against_receipt((tasked.what + " on").c_str(), tasked.day(), Finding{}.from(tasked.done, tasked.field));
  }
  return out;
}

Findings reports_out_of_order(const Case& c, const Setting&) {
  Findings out;
  for (const PartC& one : c.reports) {
    const std::string name = "report " + one.key + ": ";
    const Dated completed{"completed", one.completed, "completed-on"};
    if (one.happened && completed.known() && completed.day() < *one.happened)
      out.push_back(not_met(name + "completed on {}, and it happened on {}", completed.day(), *one.happened)
                        .from(one.completed, "completed-on")
                        .from(one.happened, "happened-on")
                        .act(say("Record the day that is right, or withdraw what is wrong.")));
    for (const Dated& sent : {Dated{name + "with the Compliance team manager", one.to_compliance, "to-compliance"},
                              Dated{name + "with the DET managers", one.to_det_manager, "to-det-manager"},
                              Dated{name + "in the DET inbox", one.to_det_inbox, "to-det-inbox"}})
      add_out_of_order(out, completed, sent);
    const Dated with_det{"with the DET managers", one.to_det_manager, "to-det-manager"};
    for (const Dated& sent : {Dated{name + "with the CC MAPPA co-ordinator", one.to_mappa_coordinator, "to-mappa-co-ordinator"},
                              Dated{name + "with the case owner", one.to_case_owner, "to-case-owner"}})
      add_out_of_order(out, with_det, sent);
  }
  return out;
}

Findings meeting_attended_ahead(const Case& c, const Setting& s) {
  Findings out;
  for (const Meeting& one : c.meetings)
    if (one.attended_by && *one.day > s.today)
      out.push_back(not_met("the meeting of {} lies ahead, and is recorded as attended by {}", *one.day, word(*one.attended_by))
                        .from(one.attended_by, "attended-by")
                        .from(one.day, "day")
                        .act(say("Withdraw the record of the attendance; record it once the meeting was held.")));
  return out;
}

}  // namespace mappa
