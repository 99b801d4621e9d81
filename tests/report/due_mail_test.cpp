#include <doctest/doctest.h>

#include "casework/book.hpp"
#include "mappa/report/due_mail.hpp"

using namespace mappa;
using mappa::testing::Book;

namespace {

// Somebody for whom a referral is overdue, and about whom people have typed a good deal; and somebody else.
class Office {
 public:
  Office() {
    book.import("prisonerNumber,lastName,conditionalReleaseDate,alerts\nA1234BC,ÅNGSTRÖM,2026-08-31,P:P77\nB1234BC,NODATE,,P:P33\n",
                Book::day("2026-11-20"));
    book.record("A1234BC", "offender-manager", {{"name", "Typed-Manager"}, {"provider", "nps"}, {"contact", "typed-contact"}});
    book.record("A1234BC", "case-owner", {{"name", "Typed-Owner"}, {"contact", "typed-desk"}});
    book.record("A1234BC", "request",
                {{"reference", "TYPED-REFERENCE"}, {"asked-by", "Typed-Panel"}, {"received-on", "2026-11-16"}, {"due", "2026-11-30"}});
  }

  Due due(const DueQuery& query = {}) const { return list_due(book.read(), query, book.desk()); }

  // A book is read through its desk, which takes what it needs from it.
  mutable Book book;
};

DueMail wanted() {
  return {{"MAPPA", "mappa@example.org"}, {{"", "depmu@example.org"}}, false, Book::now(), {}, 0};
}

DueQuery of_role(Role role) {
  DueQuery out;
  out.role = role;
  return out;
}

DueQuery of_one(const char* number, Role role) {
  DueQuery out = of_role(role);
  out.number = Book::number(number);
  return out;
}

DueMail wanted_with_names() {
  DueMail out = wanted();
  out.with_names = true;
  return out;
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

// Everything that a reader of the message can see.
std::string all_of(const Mail& mail) { return message(mail) + mail.subject + mail.text + mail.html; }

}  // namespace

TEST_CASE("mail says what is due: number, question, paragraph, by when, and which role must act") {
  const Mail out = mail(Office().due(), wanted());
  CHECK(holds(out.text, "Offender manager\n"
                        "  NO DATE  B1234BC  p9.referral  Referral made?\n"
                        "           Owed since 20 November 2026; no day is known for it.\n"));
  CHECK(holds(out.text, "  OVERDUE  A1234BC  p9.referral  Referral made?\n"
                        "           By 28 February 2026 (overdue, 267 days ago).\n"));
  CHECK(holds(out.text, "CC MAPPA co-ordinator\n"));
  CHECK(holds(out.text, "  DUE      A1234BC  p11.request  Requests for information answered?\n"
                        "           Owed since 16 November 2026; by 30 November 2026 (in 8 days).\n"));
  CHECK(holds(out.html, "<strong class=\"mark overdue\">OVERDUE</strong> <strong>A1234BC  p9.referral  Referral made?</strong>\n"
                        "<p>By 28 February 2026 (overdue, 267 days ago).</p>\n"));
}

TEST_CASE("mail holds no name and nothing that somebody typed") {
  const Office office;
  const std::string all = all_of(mail(office.due(), wanted()));
  for (const char* typed : {"NGSTR", "Typed", "typed", "TYPED", "nps"}) CHECK_MESSAGE(!holds(all, typed), typed);
}

TEST_CASE("asked for, mail adds the person's name and the evidence, and no more") {
  const Office office;
  const Mail out = mail(office.due(), wanted_with_names());
  CHECK(holds(out.text, "  OVERDUE  A1234BC  ÅNGSTRÖM\n"
                        "           p9.referral  Referral made? Level 2, and no referral is\n"
                        "           recorded as made.\n"
                        "           By 28 February 2026 (overdue, 267 days ago).\n"));
  CHECK(holds(out.html, "<strong>A1234BC  ÅNGSTRÖM</strong>"));
  CHECK(holds(out.text, "Requests for information answered? Request\n           TYPED-REFERENCE: not recorded as tasked"));
  for (const char* typed : {"Typed-Manager", "typed-contact", "Typed-Owner", "typed-desk"}) CHECK_MESSAGE(!holds(all_of(out), typed), typed);
}

TEST_CASE("mail says how to see more, when it was made, and on which entry it rests") {
  const Office office;
  const Mail out = mail(office.due(), wanted());
  CHECK(holds(out.text, "    With names, evidence and the line to type for each:\n    mappa due\n"));
  CHECK(holds(out.text, "  Made      22 November 2026, 09:00 (in a drill: the clock was set)\n"));
  CHECK(holds(out.text, "  Rests on  entry 6 of the casebook\n"));
  CHECK(holds(out.html, "<code>mappa due</code>"));
  CHECK(out.date == Book::now().instant);
  DueMail in_earnest = wanted_with_names();
  in_earnest.made.drill = false;
  CHECK(holds(mail(office.due(), in_earnest).text, "  Made      22 November 2026, 09:00\n"));
  CHECK(holds(mail(office.due(), in_earnest).text, "    With the line to type for each:\n    mappa due\n"));
}

TEST_CASE("the time made is that of England, and the header's is the same instant") {
  DueMail summer = wanted();
  summer.made = {*instant_from_iso("2026-07-01T23:30:00Z"), false};
  const Mail out = mail(Office().due(), summer);
  CHECK(holds(out.text, "  Made      2 July 2026, 00:30\n"));
  CHECK(holds(message(out), "Date: Wed, 01 Jul 2026 23:30:00 +0000\n"));
}

TEST_CASE("the line to type shows the same list") {
  const Office office;
  const auto line = [&](const Due& due, const DueMail& request = wanted()) {
    const std::string text = mail(due, request).text;
    const auto from = text.find("    mappa due");
    return text.substr(from + 4, text.find("\n\n", from) - from - 4);
  };
  CHECK(line(office.due()) == "mappa due");
  DueQuery query = of_one("A1234BC", Role::offender_manager);
  query.within_days = 56;
  CHECK(line(office.due(query)) == "mappa due A1234BC --role offender-manager --within 56d");
  query.kinds = {"referral", "p7.level"};
  query.all = true;
  CHECK(line(office.due(query)) == "mappa due A1234BC --role offender-manager --kind referral,p7.level \\\n        --all");
  DueQuery overdue;
  overdue.overdue = true;
  CHECK(line(office.due(overdue)) == "mappa due --overdue");
  DueMail later = wanted();
  later.made = {*instant_from_iso("2026-11-24T09:00:00Z"), false};
  CHECK(line(office.due(), later) == "mappa due --as-of 2026-11-22");
  DueMail known = wanted();
  known.known_on = Book::day("2026-11-21");
  CHECK(line(office.due(), known) == "mappa due --as-known-on 2026-11-21 --as-of 2026-11-22");
}

TEST_CASE("what was not shown by a run is marked, and the line to type compares with the same run") {
  Due due = Office().due();
  due.run = DueRun{"morning", 0, DueRun::Before{7, Book::day("2026-11-20"), Book::now().instant}, 1, 1, 5, true};
  due.lines.erase(due.lines.begin() + 1, due.lines.end());
  due.lines[0].fresh = true;
  const Mail out = mail(due, wanted());
  CHECK(out.subject == "MAPPA: 1 newly due, 1 without a date");
  CHECK(holds(out.text, "p9.referral  Referral made? (new)\n"));
  CHECK(holds(out.text, "    mappa due --new-since morning\n"));
  due.lines.clear();
  CHECK(mail(due, wanted()).subject == "MAPPA: nothing newly due");
  // A run that was recorded has shown what was new: the line to type shows all.
  due.run->entry = 8;
  CHECK(holds(mail(due, wanted()).text, "    mappa due\n"));
}

TEST_CASE("an acknowledgement is told with its end, and with who gave it and why only where names are asked for") {
  Office office;
  office.book.record("A1234BC", "acknowledgement", {{"of", "p9.referral"}, {"until", "2026-12-14"}, {"reason", "typed-reason"}});
  DueQuery all;
  all.all = true;
  const std::string roles = mail(office.due(all), wanted()).text;
  CHECK(holds(roles, "           Acknowledged until 14 December 2026 [entry 7].\n"));
  CHECK(!holds(roles, "typed-reason"));
  CHECK(!holds(roles, "by tester"));
  CHECK(holds(mail(office.due(all), wanted_with_names()).text, "           Acknowledged until 14 December 2026 by tester [entry 7]:\n           typed-reason\n"));
}

TEST_CASE("what was known on another day is told as such") {
  DueMail known = wanted();
  known.known_on = Book::day("2026-11-21");
  known.left_out = 2;
  const Mail out = mail(Office().due(), known);
  CHECK(holds(out.text, "As known at the end of 21 November 2026 (2 entries recorded later are\nleft out), under today's rules.\n"));
  CHECK(holds(out.html, "<p>As known at the end of 21 November 2026"));
}

TEST_CASE("the subject counts what is due and overdue, and says for whom and where") {
  const Office office;
  CHECK(mail(office.due(), wanted()).subject == "MAPPA: 6 due, 2 overdue, 2 without a date");
  CHECK(mail(office.due(of_role(Role::offender_manager)), wanted()).subject == "MAPPA: 4 due, 2 overdue, 2 without a date (offender-manager)");
  CHECK(mail(office.due(of_one("A1234BC", Role::mappa_coordinator)), wanted()).subject == "MAPPA: 2 due (A1234BC, mappa-co-ordinator)");
  Due at_a_place = office.due();
  at_a_place.query.facility = "HAR";
  CHECK(mail(at_a_place, wanted()).subject == "MAPPA: 6 due, 2 overdue, 2 without a date (HAR)");
}

TEST_CASE("where nothing is due, the message says that") {
  const Book empty;
  const Mail out = mail(list_due(empty.read(), {}, empty.desk()), wanted());
  CHECK(out.subject == "MAPPA: nothing due");
  CHECK(out.text.starts_with("Nothing is owed within 28 days.\n"));
  CHECK(holds(out.text, "    To look for yourself:\n    mappa due\n"));
  CHECK(holds(out.text, "  Rests on  an empty casebook\n"));
}

TEST_CASE("the same result has the same id, whenever it is printed again") {
  const Office office;
  const Mail first = mail(office.due(), wanted());
  DueMail again = wanted();
  again.made.instant += std::chrono::hours(3);
  CHECK(mail(office.due(), again).id == first.id);
  CHECK(first.id.size() == 32);
}

TEST_CASE("another result, another reader, another sender or another run has another id") {
  Office office;
  const std::string id = mail(office.due(), wanted()).id;
  CHECK(mail(office.due(), wanted_with_names()).id != id);
  CHECK(mail(office.due(of_role(Role::offender_manager)), wanted()).id != id);
  DueMail other = wanted();
  other.to.push_back({"", "somebody@example.org"});
  CHECK(mail(office.due(), other).id != id);
  other = wanted();
  other.from.address = "another@example.org";
  CHECK(mail(office.due(), other).id != id);
  Due run = office.due();
  run.run = DueRun{"morning", 7, {}, 1, 6, 0, false};
  const std::string of_run = mail(run, wanted()).id;
  CHECK(of_run != id);
  run.run->entry = 8;
  CHECK(mail(run, wanted()).id != of_run);
  office.book.record("A1234BC", "note", {{"text", "nothing to do with what is due"}});
  CHECK(mail(office.due(), wanted()).id != id);
}
