#include <doctest/doctest.h>

#include "book.hpp"
#include "mappa/base/fault.hpp"
#include "mappa/casebook/nomis_entry.hpp"

using namespace mappa;
using testing::Book;

namespace {

const std::string two_people =
    "prisonerNumber,lastName,conditionalReleaseDate,alerts\n"
    "A1234BC,OKORO,2026-08-31,P:P66\n"
    "B1234BC,SILVA,2027-01-10,\n";

}  // namespace

TEST_CASE("an import writes one entry a person, and one about itself that comes last") {
  Book book;
  const auto result = book.import(two_people, Book::day("2026-11-20"));
  CHECK(result.added == 2);
  CHECK(result.changed == 0);
  CHECK(result.unchanged == 0);
  CHECK(result.rejected == 0);
  CHECK(result.entry == 3);
  CHECK(book.size() == 3);
  CHECK(book.fold("A1234BC").name() == "OKORO");
}

TEST_CASE("the same file again writes nothing") {
  Book book;
  book.import(two_people, Book::day("2026-11-20"));
  const auto again = book.import(two_people, Book::day("2026-11-20"));
  CHECK(again.already == Book::day("2026-11-20"));
  CHECK(again.unchanged == 2);
  CHECK(again.entry == 0);
  CHECK(book.size() == 3);
}

TEST_CASE("the same file without a day counts as the import that brought it, and makes nothing fresher") {
  Book book;
  book.import(two_people, Book::day("2026-11-10"));
  const auto again = book.import(two_people);
  CHECK(again.already == Book::day("2026-11-10"));
  CHECK(book.fold("A1234BC").nomis.seen_on == Book::day("2026-11-10"));
}

TEST_CASE("a later export that shows somebody unchanged adds no entry about them, but makes their data fresher") {
  Book book;
  book.import(two_people, Book::day("2026-11-10"));
  const auto later = book.import(two_people + "C1234BC,NEW,2027-02-01,\n", Book::day("2026-11-20"));
  CHECK(later.added == 1);
  CHECK(later.unchanged == 2);
  CHECK(book.store().read().entries(Book::number("A1234BC")).size() == 1);
  CHECK(book.fold("A1234BC").nomis.exported_on == Book::day("2026-11-10"));
  CHECK(book.fold("A1234BC").nomis.seen_on == Book::day("2026-11-20"));
}

TEST_CASE("somebody whom a later export does not hold is not made fresher") {
  Book book;
  book.import(two_people, Book::day("2026-11-10"));
  book.import("prisonerNumber,lastName,conditionalReleaseDate,alerts\nA1234BC,OKORO,2026-08-31,P:P66\n", Book::day("2026-11-20"));
  CHECK(book.fold("A1234BC").nomis.seen_on == Book::day("2026-11-20"));
  CHECK(book.fold("B1234BC").nomis.seen_on == Book::day("2026-11-10"));
}

TEST_CASE("an import says whom it confirmed, or whom it did not, whichever is shorter") {
  Book book;
  std::string file = "prisonerNumber,lastName\n";
  for (const char* number : {"A0001AA", "A0002AA", "A0003AA", "A0004AA"}) file += std::string(number) + ",ONE\n";
  book.import(file, Book::day("2026-11-10"));
  book.import("prisonerNumber,lastName\nA0001AA,ONE\n", Book::day("2026-11-11"));
  book.import("prisonerNumber,lastName\nA0001AA,ONE\nA0002AA,ONE\nA0003AA,ONE\n", Book::day("2026-11-12"));
  const auto imports = book.store().read().entries_of_kind("import");
  REQUIRE(imports.size() == 3);
  const auto few = import_from(decode(imports[1].body)), most = import_from(decode(imports[2].body));
  CHECK_FALSE(few.all_but);
  CHECK(few.numbers == std::vector{Book::number("A0001AA").packed()});
  CHECK(most.all_but);
  CHECK(most.numbers == std::vector{Book::number("A0004AA").packed()});
  CHECK(book.fold("A0003AA").nomis.seen_on == Book::day("2026-11-12"));
  CHECK(book.fold("A0004AA").nomis.seen_on == Book::day("2026-11-10"));
}

TEST_CASE("an older file never wins over a newer one") {
  Book book;
  book.import("prisonerNumber,lastName,alerts\nA1234BC,OKORO,P:P77\n", Book::day("2026-11-20"));
  const auto older = book.import("prisonerNumber,lastName,alerts\nA1234BC,OKORO,P:P66\n", Book::day("2026-11-01"));
  CHECK(older.added == 1);
  CHECK(book.fold("A1234BC").standing.level.nomis.value == 2);
}

TEST_CASE("good rows go in, bad rows do not, in one go") {
  Book book;
  const auto result = book.import(two_people + "NOBODY,X,2027-01-10,\nC1234BC,BADDATE,2027-02-30,\n", Book::day("2026-11-20"));
  CHECK(result.records == 4);
  CHECK(result.added == 2);
  CHECK(result.rejected == 2);
  CHECK_FALSE(book.store().read().has(Book::number("C1234BC")));
}

TEST_CASE("an export cannot be of tomorrow, and a file that cannot be read writes nothing") {
  Book book;
  CHECK_THROWS_AS(book.import(two_people, Book::day("2026-11-23")), Fault);
  CHECK_THROWS_AS(book.import(""), Fault);
  CHECK(book.size() == 0);
}

TEST_CASE("what a file has no place for is not carried over into another booking: that is another sentence") {
  Book book;
  book.import("prisonerNumber,lastName,bookNumber,licenceExpiryDate,alerts\nA1234BC,SMITH,A12345,2026-10-01,P:P66;S:SOR;X:XNR\n",
              Book::day("2026-11-20"));
  SUBCASE("the same booking keeps all of it") {
    book.import("prisonerNumber,bookNumber\nA1234BC,A12345\n", Book::day("2026-11-21"));
    CHECK(book.size() == 3);  // nothing is new
  }
  SUBCASE("another one keeps who the person is, and the alerts that bind whatever the sentence") {
    const auto result = book.import("prisonerNumber,bookNumber\nA1234BC,B99999\n", Book::day("2026-11-21"));
    CHECK(result.kept == std::vector<std::string>{"lastName", "alerts"});
    const Case c = book.fold("A1234BC");
    CHECK(c.nomis.row->value("licenceExpiryDate").empty());
    CHECK(c.nomis.row->value("lastName") == "SMITH");
    CHECK_FALSE(c.nomis.alerts.flagged);
    CHECK(c.hold.not_for_release);
    CHECK(c.notification.applies.nomis);
  }
}

TEST_CASE("the same file is recognised at once, whatever else came since; and read again where something was withdrawn") {
  Book book;
  const std::string file = "prisonerNumber,lastName\nA1234BC,SMITH\n";
  book.import(file, Book::day("2026-11-20"));
  book.import("prisonerNumber,lastName\nA1234BC,SMYTH\n", Book::day("2026-11-21"));
  const auto size = book.size();
  CHECK(book.import(file, Book::day("2026-11-20")).already == Book::day("2026-11-20"));
  CHECK(book.size() == size);
  withdraw(book.store(), "A1234BC", 1, "the wrong person", "tester", Book::now(), book.desk());
  CHECK(book.import(file, Book::day("2026-11-20")).added == 1);
}
