#include "mappa/casework/export_nomis.hpp"

#include <doctest/doctest.h>

#include "book.hpp"

using namespace mappa;
using testing::Book;

namespace {

const std::string header = "prisonerNumber,lastName,recall,alerts\n";

using Lines = std::vector<std::string>;

// "A1234BC OKORO 2026-11-20": the rows that hold on a day, and when an export showed each last.
Lines rows(const Book& book, const char* on = "2026-11-22") {
  Lines out;
  each_row_that_holds(book.read(), Book::day(on), [&](const Sighting& held) {
    out.push_back(held.row.number.text() + " " + std::string(held.row.value("lastName")) + " " + iso(held.seen_on));
  });
  return out;
}

RowsThatHold all(const Book& book, const char* on = "2026-11-22") { return look_through(book.read(), Book::day(on)); }

}  // namespace

TEST_CASE("each person's newest row holds, in the order of their numbers, whatever was recorded beside it") {
  Book book;
  book.import(header + "B1234BC,SILVA,,\nA1234BC,OKORO,,\n", Book::day("2026-11-10"));
  book.import(header + "A1234BC,OKORO,Y,P:P66\n", Book::day("2026-11-20"));
  book.record("B1234BC", "person", {{"surname", "KNOWN"}});
  book.record("C1234BC", "person", {{"surname", "NO-ROW"}});
  book.import(header + "A1234BC,EARLIER,,\n", Book::day("2026-11-01"));
  CHECK(rows(book) == Lines{"A1234BC OKORO 2026-11-20", "B1234BC SILVA 2026-11-10"});
}

TEST_CASE("released people still have their row") {
  Book book;
  book.import(header + "A1234BC,OKORO,,\n", Book::day("2026-11-10"));
  book.record("A1234BC", "released", {{"when", "2026-11-20 12:00"}});
  CHECK(rows(book) == Lines{"A1234BC OKORO 2026-11-10"});
}

TEST_CASE("on an earlier day the row of that day holds") {
  Book book;
  book.import(header + "A1234BC,BEFORE,,\n", Book::day("2026-11-10"));
  book.import(header + "A1234BC,AFTER,,\nB1234BC,SILVA,,\n", Book::day("2026-11-20"));
  CHECK(rows(book, "2026-11-19") == Lines{"A1234BC BEFORE 2026-11-10"});
  CHECK(rows(book, "2026-11-20").size() == 2);
  CHECK(rows(book, "2026-11-09").empty());
}

TEST_CASE("what was withdrawn, or came with an import that was undone, holds no more") {
  Book book;
  book.import(header + "A1234BC,OKORO,,\nB1234BC,SILVA,,\n", Book::day("2026-11-10"));  // 1 to 3
  book.import(header + "A1234BC,WRONG,,\nC1234BC,STRANGER,,\n", Book::day("2026-11-20"));  // 4 to 6
  withdraw(book.store(), "B1234BC", 2, "not ours", "tester", Book::now(), book.desk());
  book.undo(6);
  CHECK(rows(book) == Lines{"A1234BC OKORO 2026-11-10"});
}

TEST_CASE("all of them together: how many, from which days, with which fields") {
  Book book;
  CHECK(all(book).people == 0);
  CHECK(all(book).fields.empty());
  book.import("prisonerNumber,recall,lastName,prisonId\nA1234BC,,OKORO,\nB1234BC,Y,,\n", Book::day("2026-11-10"));
  book.import("prisonerNumber,recall,lastName,prisonId\nB1234BC,Y,,\n", Book::day("2026-11-15"));
  book.import("prisonerNumber,recall,lastName,prisonId\nC1234BC,N,,\nD1234BC,,,\n");
  const auto found = all(book);
  CHECK(found.people == 4);
  CHECK(found.oldest == Book::day("2026-11-10"));
  CHECK(found.newest == Book::day("2026-11-22"));
  CHECK(found.older == 2);
  CHECK(found.day_assumed == 2);
  CHECK(found.fields == std::vector{find_nomis_field("lastName"), find_nomis_field("recall")});
  CHECK(all(book, "2026-11-12").people == 2);
  CHECK(all(book, "2026-11-12").older == 0);
}
