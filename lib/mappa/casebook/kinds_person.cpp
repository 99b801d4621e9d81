// Who the person is, where they are, and their sentence.
#include "mappa/base/text.hpp"
#include "mappa/casebook/fields.hpp"
#include "mappa/casebook/kind_list.hpp"

namespace mappa {

Kind person_kind() {
  Kind kind = facts<Person>(
      "person", "3", &Case::person, "Who the person is; opens a case that no export brought.",
      "A1234BC person --surname OKORO --forenames ADA --born 1990-02-03 --nationality Nigerian",
      {shown_as("NAME", fact("surname", &Person::surname, "surname")),
       shown_as("NAME", fact("forenames", &Person::forenames, "first and middle names")),
       not_in_future(fact("born", &Person::born, "date of birth")),
       fact("nationality", &Person::nationality, "nationality, or several"),
       fact("foreign-national", &Person::foreign_national, "is the person a foreign national? presumed unless recorded"),
       fact("time-served", &Person::time_served, "is the custodial part of the sentence over? presumed unless recorded")});
  kind.opens = true;
  return kind;
}

Kind reference_kind() {
  Kind kind;
  kind.name = "reference";
  kind.about = "A Home Office or other number; afterwards accepted wherever a prison number is.";
  kind.example = "A1234BC reference H1234567 --kind home-office";
  Field number = fields_detail::typed_field<Text>("number", "the number, as it is written");
  number.placeholder = "NUMBER";
  Field sort = fields_detail::typed_field<ReferenceKind>("kind", "whose number it is");
  kind.fields = {number, sort};
  kind.main = "number";
  kind.required = {"number"};
  kind.fold_whole = [](Case& c, const Body& body, EntryId entry, Date) {
    const auto sort_of = from_word<ReferenceKind>(value(body, "kind")).value_or(ReferenceKind::other);
    c.references.push_back({Text{value(body, "number")}, sort_of, entry});
  };
  return kind;
}

Kind note_kind() {
  Kind kind;
  kind.name = "note";
  kind.about = "Anything else that the next person should know; no rule reads it.";
  kind.example = "A1234BC note \"Offender manager rang: address check is under way.\"";
  kind.fields = {fields_detail::typed_field<Text>("text", "what to remember")};
  kind.main = "text";
  kind.required = {"text"};
  kind.fold_whole = [](Case& c, const Body& body, EntryId entry, Date) {
    c.notes.push_back({Text{value(body, "text")}, entry});
  };
  return kind;
}

Kind location_kind() {
  Kind kind = facts<Location>("location", "4", &Case::location, "Where the person is held, and since when.",
                              "A1234BC location HAR --since 2026-10-01",
                              {takes_back({"since"}, shown_as("FACILITY", in_capitals(fact("facility", &Location::facility, "the facility's id in the register")))),
                               not_in_future(fact("since", &Location::since, "day of arrival there"))});
  kind.main = "facility";
  kind.dated_by = "since";
  kind.required = {"facility"};
  return kind;
}

Kind sentence_kind() {
  return facts<Sentence>("sentence", "6", &Case::sentence, "The sentence, as category 2 and the licence depend on it.",
                         "A1234BC sentence --length 18m --kind determinate --listed-offence yes",
                         {fact("length", &Sentence::length, "as passed by the court: 18m, 1y6m, \"90 days\""),
                          shown_as("KIND", fact("kind", &Sentence::kind, "what kind of sentence")),
                          fact("listed-offence", &Sentence::listed_offence,
                               "is the offence listed in Schedule 15 of the Criminal Justice Act 2003?"),
                          fact("ends", &Sentence::ends, "day on which the sentence expires")});
}

Kind recall_kind() {
  Kind kind = facts<Recall>("recall", "9", &Case::recall, "A recall to custody: from when, and when it ended.",
                       "A1234BC recall --from 2026-08-01",
                       {takes_back({"to"}, fact("from", &Recall::from, "first day of the recall")),
                        not_in_future(fact("to", &Recall::to, "day on which it ended"))});
  // Of recalls that have begun the latest counts, and its end: an earlier one may be recorded at any time, and
  // hides neither.
  const auto hidden = [](const Case& c, const std::string& text) {
    const auto& held = c.recall.from;
    return held && *held <= c.as_of && canonical_value<Date>(text) < *held;
  };
  Field& from = kind.fields.front();
  from.fold = [hidden, fold = from.fold](Case& c, const std::string& text, EntryId entry, Date on) {
    if (!hidden(c, text)) fold(c, text, entry, on);
  };
  from.differs = [hidden, differs = from.differs](const Case& c, const std::string& text) { return differs(c, text) && !hidden(c, text); };
  Field& to = kind.fields.back();
  to.fold = [fold = to.fold](Case& c, const std::string& text, EntryId entry, Date on) {
    const auto& [marked, begun, ended] = c.recall;
    const bool of_the_latest = begun && ended && *ended >= *begun;
    if (!of_the_latest || canonical_value<Date>(text) >= *begun) fold(c, text, entry, on);
  };
  return kind;
}

}  // namespace mappa
