// Paragraphs 5 to 9: status, category, level, who leads, the referral, the arrangements.
#include "mappa/base/text.hpp"
#include "mappa/casebook/fields.hpp"
#include "mappa/casebook/kind_list.hpp"

namespace mappa {

Kind status_kind() {
  Kind kind = facts<Standing>("status", "6", &Case::standing, "Whether the person is a MAPPA offender, and who said so.",
                              "A1234BC status yes --said-by \"offender manager\"",
                              {takes_back({"said-by"}, fact("mappa", &Standing::mappa, "is the person a MAPPA offender?")),
                               shown_as("NAME", fact("said-by", &Standing::said_by, "who said so"))});
  kind.main = "mappa";
  kind.required = {"mappa"};
  return kind;
}

Kind category_kind() {
  Kind kind = facts<Standing>("category", "6", &Case::standing, "The MAPPA category.", "A1234BC category 2",
                              {between(1, 4, fact("category", &Standing::category, "1 to 3; 4 since 2022, outside version 3.0"))});
  kind.main = "category";
  kind.required = {"category"};
  return kind;
}

Kind level_kind() {
  Kind kind = facts<Standing>("level", "7", &Case::standing,
                              "The level of management that was decided, also level 1; when, and by whom.",
                              "A1234BC level 2 --decided 2026-03-02 --set-by \"offender manager\"",
                              {takes_back({"decided", "set-by"}, between(1, 3, fact("level", &Standing::level, "1 to 3"))),
                               fact("decided", &Standing::level_decided, "day of the decision"),
                               shown_as("NAME", fact("set-by", &Standing::level_set_by, "who decided"))});
  kind.main = "level";
  kind.dated_by = "decided";
  kind.required = {"level"};
  return kind;
}

Kind offender_manager_kind() {
  return facts<Lead>("offender-manager", "7", &Case::lead,
                     "Who manages the person in the community: the offender manager, or another lead.",
                     "A1234BC offender-manager --name \"J Ahmed\" --provider nps --contact 020-7946-0000",
                     {takes_back({"provider", "contact"}, shown_as("NAME", fact("name", &Lead::name, "the offender manager or other lead, by name"))),
                      shown_as("PROVIDER", fact("provider", &Lead::provider, "for which service they work")),
                      fact("contact", &Lead::contact, "telephone number or mailbox")});
}

Kind referral_kind() {
  Kind kind = facts<Referral>("referral", "9", &Case::referral,
                              "Identification for level 2 or 3, the referral that follows, and its review.",
                              "A1234BC referral --identified-on 2026-02-20 --made-on 2026-02-25",
                              {fact("identified-on", &Referral::identified, "day of identification"),
                               fact("made-on", &Referral::made, "day of the referral; it implies identification by then"),
                               fact("reviewed-on", &Referral::reviewed, "day on which the case was reviewed")});
  return kind;
}

Kind arrangements_kind() {
  Kind kind = facts<Arrangements>("arrangements", "5", &Case::arrangements,
                             "That the arrangements for this release are in place: who will lead, who confirmed it.",
                             "A1234BC arrangements --lead NPS --confirmed-by \"J Ahmed\" --confirmed-on 2026-11-20",
                             {shown_as("NAME", fact("lead", &Arrangements::lead, "who will lead after the release")),
                              shown_as("NAME", fact("confirmed-by", &Arrangements::confirmed_by, "who confirmed them")),
                              fact("confirmed-on", &Arrangements::confirmed, "day of the confirmation")});
  kind.dated_by = "confirmed-on";
  kind.required = {"lead", "confirmed-by", "confirmed-on"};
  return kind;
}

Kind hold_kind() {
  Kind kind = facts<Hold>("hold", "5", &Case::hold, "A reason not to release the person; none says that there is none any more.",
                          "A1234BC hold \"warrant expected\"",
                          {fact("reason", &Hold::reason, "the reason, or none")});
  Field& reason = kind.fields.front();
  reason.read = [](std::string_view typed, Moment now) -> Canonical {
    if (lower(trimmed(typed)) == "none") return std::string{"none"};
    return Codec<Text>::read(typed, now);
  };
  kind.main = "reason";
  kind.required = {"reason"};
  return kind;
}

}  // namespace mappa
