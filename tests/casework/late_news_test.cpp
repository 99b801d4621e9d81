#include <algorithm>

#include <doctest/doctest.h>

#include "book.hpp"

using namespace mappa;
using testing::Book;

namespace {

const std::string header = "prisonerNumber,lastName,dateOfBirth,bookNumber,alerts,recall,licenceExpiryDate\n";
std::string row(const std::string& alerts, const std::string& recall = "false") {
  return "A1234BC,TEST,1990-01-01,B1," + alerts + "," + recall + ",2027-06-01\n";
}

// What an ordinary case on level 1 needs.
void put_in_place(Book& book) {
  book.record("A1234BC", "offender-manager", {{"name", "J Ahmed"}, {"provider", "nps"}});
  book.record("A1234BC", "licence", {{"copy-held", "2026-11-20"}, {"from", "core-file"}});
  book.record("A1234BC", "arrangements", {{"lead", "NPS"}, {"confirmed-by", "J Ahmed"}, {"confirmed-on", "2026-11-20"}});
}

Outcome outcome(const Book& book) { return book.check("A1234BC").verdict.outcome; }

}  // namespace

TEST_CASE("a file without a place for alerts takes no alert away") {
  Book book;
  book.import(header + row("P:P66;X:XNR"), Book::day("2026-11-20"));
  put_in_place(book);
  CHECK(outcome(book) == Outcome::not_clear);
  const auto result = book.import("prisonerNumber,lastName\nA1234BC,TEST\n", Book::day("2026-11-21"));
  CHECK(result.unchanged == 1);
  CHECK(std::ranges::find(result.kept, "alerts") != result.kept.end());
  CHECK(outcome(book) == Outcome::not_clear);
}

TEST_CASE("a file with a place for alerts, and none in it, does take them away") {
  Book book;
  book.import(header + row("P:P66;X:XNR"), Book::day("2026-11-20"));
  put_in_place(book);
  book.import(header + row("P:P66"), Book::day("2026-11-21"));
  CHECK(outcome(book) == Outcome::clear);
}

TEST_CASE("an alert that nobody else uses counts under whatever type it is filed") {
  Book book;
  book.import(header + row("P:P66;P:XNR"), Book::day("2026-11-20"));
  put_in_place(book);
  CHECK(outcome(book) == Outcome::not_clear);
}

TEST_CASE("an old file that comes late takes no level away") {
  Book book;
  book.import("prisonerNumber,lastName,bookNumber,alerts,licenceExpiryDate\nA1234BC,TEST,B2,P:P66,2027-06-01\n", Book::day("2026-11-20"));
  book.record("A1234BC", "level", {{"level", "3"}, {"decided", "2026-10-05"}});
  put_in_place(book);
  CHECK(outcome(book) == Outcome::not_clear);
  book.import("prisonerNumber,lastName,bookNumber,alerts,licenceExpiryDate\nA1234BC,TEST,B1,P:P66,2027-06-01\n", Book::day("2026-11-01"));
  CHECK(book.fold("A1234BC").standing.settled_level().value == 3);
  CHECK(outcome(book) == Outcome::not_clear);
}

TEST_CASE("a plan that has passed without a release hides nothing that happened since") {
  Book book;
  book.import(header + row("P:P66"), Book::day("2026-11-20"));
  put_in_place(book);
  book.record("A1234BC", "release-plan", {{"at", "2026-11-20 14:00"}}, Book::day("2026-11-18"));
  book.record("A1234BC", "recall", {{"from", "2026-11-21"}});
  CHECK(book.check("A1234BC").at_from == MomentFrom::now);
  CHECK(outcome(book) == Outcome::not_clear);
}

TEST_CASE("arrangements that were confirmed for a plan which was then withdrawn are void") {
  Book book;
  book.import(header + row("P:P66"), Book::day("2026-11-20"));
  book.record("A1234BC", "release-plan", {{"at", "2026-11-25 14:00"}});
  const auto second = book.record("A1234BC", "release-plan", {{"at", "2026-11-30 14:00"}});
  put_in_place(book);
  book.record("A1234BC", "arrangements", {{"lead", "NPS"}, {"confirmed-by", "J Ahmed"}, {"confirmed-on", "2026-11-22"}});
  CHECK(outcome(book) == Outcome::clear);
  withdraw(book.store(), "A1234BC", second.entry->id, "never agreed", "tester", Book::now(), book.desk());
  CHECK(outcome(book) == Outcome::not_clear);
}

TEST_CASE("a category or level that is recorded after \"not MAPPA\" leaves the status open") {
  Book book;
  book.import(header + row(""), Book::day("2026-11-20"));
  book.record("A1234BC", "licence", {{"copy-held", "2026-11-20"}, {"from", "core-file"}});
  book.record("A1234BC", "status", {{"mappa", "no"}}, Book::day("2026-11-20"));
  CHECK(outcome(book) == Outcome::clear);
  book.record("A1234BC", "level", {{"level", "3"}, {"decided", "2026-11-21"}});
  CHECK(outcome(book) == Outcome::cannot_decide);
  book.record("A1234BC", "status", {{"mappa", "no"}});
  CHECK(outcome(book) == Outcome::clear);
}

TEST_CASE("a recall that begins on the day on which another ended is in force") {
  Book book;
  book.import(header + row("P:P66"), Book::day("2026-11-20"));
  put_in_place(book);
  book.record("A1234BC", "recall", {{"from", "2026-11-10"}, {"to", "2026-11-22"}});
  CHECK(outcome(book) == Outcome::clear);
  book.record("A1234BC", "recall", {{"from", "2026-11-22"}});
  CHECK(outcome(book) == Outcome::not_clear);
}

TEST_CASE("\"none\" resolves no hold that is recorded after it, whatever day that is about") {
  Book book;
  book.import(header + row("P:P66"), Book::day("2026-11-20"));
  put_in_place(book);
  book.record("A1234BC", "hold", {{"reason", "none"}});
  book.record("A1234BC", "hold", {{"reason", "warrant"}}, Book::day("2026-11-20"));
  CHECK(outcome(book) == Outcome::not_clear);
}

TEST_CASE("a row that was withdrawn comes back when its file is imported again") {
  Book book;
  book.import(header + row("P:P66;X:XNR"), Book::day("2026-11-20"));
  withdraw(book.store(), "A1234BC", 1, "wrong file", "tester", Book::now(), book.desk());
  const auto again = book.import(header + row("P:P66;X:XNR"), Book::day("2026-11-20"));
  CHECK(again.added == 1);
  CHECK_FALSE(again.already);
  CHECK(book.fold("A1234BC").nomis.row);
}

TEST_CASE("the day of an export that had to be assumed can be said afterwards") {
  Book book;
  book.import(header + row("P:P66"));
  CHECK(book.fold("A1234BC").nomis.seen_on == Book::day("2026-11-22"));
  book.import(header + row("P:P66"), Book::day("2026-11-01"));
  CHECK(book.fold("A1234BC").nomis.seen_on == Book::day("2026-11-01"));
  CHECK_FALSE(book.fold("A1234BC").nomis.day_assumed);
}

TEST_CASE("an export that shows a row again which came late and never held brings it into force, and is a change") {
  Book book;
  book.import(header + row("P:P66"), Book::day("2026-11-16"));
  book.import(header + row("P:P66") + "\n", Book::day("2026-11-18"));
  book.import(header + row("P:P66;X:XNR"), Book::day("2026-11-17"));
  put_in_place(book);
  CHECK(outcome(book) == Outcome::clear);
  SUBCASE("it says what came late") {
    const auto result = book.import(header + row("P:P66;X:XNR") + "\n", Book::day("2026-11-20"));
    CHECK(result.changed == 1);
    CHECK(result.unchanged == 0);
    CHECK(outcome(book) == Outcome::not_clear);
    CHECK(book.fold("A1234BC").nomis.entry > 4);
    CHECK(book.import(header + row("P:P66;X:XNR") + "\n\n", Book::day("2026-11-21")).unchanged == 1);
  }
  SUBCASE("it says what holds") {
    book.import(header + row("P:P66") + "\n\n", Book::day("2026-11-20"));
    CHECK(outcome(book) == Outcome::clear);
  }
  SUBCASE("it has no place for alerts, and takes them from what holds") {
    book.import("prisonerNumber,lastName\nA1234BC,TEST\n", Book::day("2026-11-20"));
    CHECK(outcome(book) == Outcome::clear);
  }
}

TEST_CASE("somebody who was released and is shown as newly recalled is held again") {
  Book book;
  const std::string place = "prisonerNumber,lastName,prisonId,recall,alerts\n";
  book.import(place + "A1234BC,TEST,HCI,false,P:P66\n", Book::day("2026-11-10"));
  book.record("A1234BC", "released", {{"when", "2026-11-12 10:00"}});
  CHECK(outcome(book) == Outcome::outside_order);
  book.import(place + "A1234BC,TEST,HCI,true,P:P88\n", Book::day("2026-11-20"));
  CHECK(outcome(book) == Outcome::not_clear);
}
