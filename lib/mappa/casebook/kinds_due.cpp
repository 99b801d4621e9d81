// What belongs to the list of what is due: that somebody knows of something on it.
#include "mappa/base/text.hpp"
#include "mappa/casebook/items.hpp"
#include "mappa/casebook/kind_list.hpp"

namespace mappa {
namespace {

// Names of rules are in lower case, however they are typed.
ItemField<Acknowledgement> rule_name(ItemField<Acknowledgement> part) {
  part.field.read = [read = part.field.read](std::string_view typed, Moment now) { return read(lower(typed), now); };
  return part;
}

}  // namespace

Kind acknowledgement_kind() {
  Kind kind = listed<Acknowledgement>(
      "acknowledgement", "", &Case::acknowledgements, "",
      "That somebody knows of something that is due: until a day it is counted and not listed. It changes no verdict.",
      "A1234BC acknowledgement --of p9.review --until 2026-12-14 --reason \"panel sits on 12 December\"",
      {part_shown_as("RULE", rule_name(part("of", &Acknowledgement::of, "the rule that finds it due, such as p9.review"))),
       part("about", &Acknowledgement::about, "which of several things, such as a request's reference; without it: all of that rule"),
       part_not_in_past(part("until", &Acknowledgement::until, "the last day on which it is not listed")),
       part("reason", &Acknowledgement::reason, "why it is not to be listed until then"),
       part_computed(part("owed", &Acknowledgement::owed, "what was due when this was recorded, and by when"))});
  kind.required = {"of", "until", "reason"};
  return kind;
}

}  // namespace mappa
