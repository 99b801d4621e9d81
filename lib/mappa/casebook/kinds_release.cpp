// Paragraphs 14 and 15: the papers, the plan, the release.
#include "mappa/casebook/fields.hpp"
#include "mappa/casebook/kind_list.hpp"

namespace mappa {

Kind licence_kind() {
  return facts<Licence>("licence", "14", &Case::licence,
                        "Whether a licence (or notice of supervision) is due, when it ends, when the person got the copy.",
                        "A1234BC licence --copy-held 2026-11-25 --from core-file",
                        {takes_back({"why"}, fact("due", &Licence::due, "is a licence due on release?")),
                         fact("why", &Licence::why, "why it is, or is not"),
                         fact("expires", &Licence::expires, "day on which it expires"),
                         takes_back({"from"}, fact("copy-held", &Licence::copy_held, "day since which the person holds a copy")),
                         shown_as("SOURCE", fact("from", &Licence::from, "where the copy came from")),
                         fact("handover-agreed", &Licence::handover_agreed,
                              "day on which it was agreed who answers for the case once the licence has ended")});
}

Kind notification_kind() {
  return facts<Notification>("notification", "14", &Case::notification,
                             "Whether the person is subject to notification requirements, and when the paper was issued again.",
                             "A1234BC notification --reissued-on 2026-11-25 --from core-file",
                             {takes_back({"why"}, fact("applies", &Notification::applies, "is the person subject to notification requirements?")),
                              fact("why", &Notification::why, "why, or why not"),
                              takes_back({"from"}, fact("reissued-on", &Notification::reissued, "day on which the notification paper was issued again")),
                              shown_as("SOURCE", fact("from", &Notification::from, "where the paper came from")),
                              fact("notified-on", &Notification::notified, "day on which the person notified the police after the release")});
}

Kind release_plan_kind() {
  return facts<ReleasePlan>("release-plan", "15", &Case::plan,
                            "When the person is to be released, where to, and who ordered it.",
                            "A1234BC release-plan --at \"2026-11-25 14:00\" --kind community",
                            {takes_back({"out-of-hours-reason", "case-owner-told"}, fact("at", &ReleasePlan::at, "date and time")),
                             shown_as("KIND", fact("kind", &ReleasePlan::kind, "where to; community unless recorded otherwise")),
                             shown_as("WHO", fact("ordered-by", &ReleasePlan::ordered_by, "who ordered the release")),
                             shown_as("REASON", fact("out-of-hours-reason", &ReleasePlan::out_of_hours,
                                                     "the operational reason for a release outside daytime")),
                             fact("case-owner-told", &ReleasePlan::case_owner_told, "day on which the case owner was told")});
}

Kind released_kind() {
  Kind kind = facts<Released>("released", "15", &Case::released,
                              "That the person has been released: it ends the duties and keeps what the check said.",
                              "A1234BC released --when \"2026-11-25 14:10\" --to \"home address\" --by-team det",
                              {not_in_future(fact("when", &Released::when, "date and time")), fact("to", &Released::to, "where to"),
                               shown_as("TEAM", fact("by-team", &Released::by_team, "which team released the person")),
                               kept("verdict", &Released::verdict, "what the check said when this was recorded"),
                               kept("policy", &Released::policy, "digest of the policy it was made under"),
                               kept("rests-on", &Released::rests_on, "the newest entry it rested on")});
  kind.required = {"when"};
  kind.dated_by = "when";
  return kind;
}

}  // namespace mappa
