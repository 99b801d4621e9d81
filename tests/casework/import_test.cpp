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
  CHECK(book.fold("A1234BC").nomis.seen_by == later.entry);
  CHECK(book.fold("C1234BC").nomis.seen_by == book.store().read().first_sealed(Book::number("C1234BC"))->id);
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

TEST_CASE("the same file is recognised at once, whatever else came since, and read again where something was withdrawn") {
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

namespace {

const std::string bare_people = "prisonerNumber,lastName\nA1234BC,OKORO\nB1234BC,SILVA\n";
const std::string their_alerts = "prisonerNumber,alertType,alertCode,active\nA1234BC,P,P66,true\n";

std::vector<std::string> alert_texts(const Book& book, const char* who) {
  std::vector<std::string> out;
  const Case folded = book.fold(who);
  for (const Alert& alert : folded.nomis.row->alerts) out.push_back(text(alert));
  return out;
}

}  // namespace

TEST_CASE("alerts of a second file go in with the people, and the import names both files") {
  Book book;
  const auto result = book.import_with(bare_people, their_alerts, Book::day("2026-11-20"));
  CHECK(result.added == 2);
  CHECK(result.alerts_file == "alerts.csv");
  CHECK(alert_texts(book, "A1234BC") == std::vector<std::string>{"P:P66"});
  const auto import = import_from(decode(book.store().read().entries_of_kind("import").back().body));
  CHECK(import.file == "export.csv");
  CHECK(import.alerts_file == "alerts.csv");
  CHECK(import.alerts_digest.size() == import.digest.size());
  CHECK(import.alerts_digest != import.digest);
  CHECK(import.told.alerts);
}

TEST_CASE("the same two files again write nothing, and the same export with other alerts, or none, is another") {
  Book book;
  book.import_with(bare_people, their_alerts, Book::day("2026-11-20"));
  const auto again = book.import_with(bare_people, their_alerts);
  CHECK(again.already == Book::day("2026-11-20"));
  CHECK(again.entry == 0);
  const auto other = book.import_with(bare_people, their_alerts + "B1234BC,P,P77,true\n", Book::day("2026-11-20"));
  CHECK_FALSE(other.already);
  CHECK(other.changed == 1);
  CHECK(alert_texts(book, "B1234BC") == std::vector<std::string>{"P:P77"});
  const auto without = book.import(bare_people, Book::day("2026-11-21"));
  CHECK_FALSE(without.already);
  CHECK(without.kept == std::vector<std::string>{"alerts"});
  CHECK(alert_texts(book, "A1234BC") == std::vector<std::string>{"P:P66"});
}

TEST_CASE("somebody without a row in a later file of alerts has none any more") {
  Book book;
  book.import_with(bare_people, their_alerts, Book::day("2026-11-20"));
  const auto later = book.import_with(bare_people, "prisonerNumber,alertCode\nB1234BC,P66\n", Book::day("2026-11-21"));
  CHECK(later.changed == 2);
  CHECK(alert_texts(book, "A1234BC").empty());
}

TEST_CASE("the same two files, imported before without their day, are taken in about it") {
  Book book;
  const auto assumed = book.import_with(bare_people, their_alerts);
  CHECK(assumed.day_assumed);
  const auto other = book.import_with(bare_people, "prisonerNumber,alertCode\n", Book::day("2026-11-19"));
  CHECK(book.store().read().entries_of_kind("undo").empty());
  CHECK(other.entry != 0);
  const auto known = book.import_with(bare_people, their_alerts, Book::day("2026-11-20"));
  CHECK_FALSE(known.already);
  CHECK(book.store().read().entries_of_kind("undo").size() == 1);
  CHECK(book.fold("A1234BC").nomis.seen_on == Book::day("2026-11-20"));
}

TEST_CASE("the same file with another mapping says something else, and is not the same") {
  Book book;
  const std::string file = "prisonerNumber,Datum\nA1234BC,2026-05-01\n";
  book.import(file, Book::day("2026-11-20"));
  Mapping mapping;
  mapping.columns.push_back({"Datum", "conditionalReleaseDate"});
  const auto import = [&] {
    Input input = Input::of(file, "export.csv");
    return import_nomis(book.store(), {input, Book::day("2026-11-20"), false, false, "tester", Book::now(), book.desk().today(), mapping},
                        book.desk());
  };
  CHECK(import().changed == 1);
  CHECK(book.fold("A1234BC").nomis.row->value("conditionalReleaseDate") == "2026-05-01");
  CHECK(import().already == Book::day("2026-11-20"));
}

TEST_CASE("an alert that cannot be read keeps its person out, and alerts for nobody are told") {
  Book book;
  const std::string untidy = "prisonerNumber,alertCode,expiry_date\nA1234BC,P66,soon\nC1234BC,P66,\n";
  const auto result = book.import_with(bare_people, untidy, Book::day("2026-11-20"));
  CHECK(result.added == 1);
  CHECK(result.rejected == 1);
  REQUIRE(result.problems.size() == 2);
  CHECK(result.problems[0].file == "export.csv");
  CHECK(result.problems[1].id == "nomis.alerts-for-nobody");
}

TEST_CASE("where nobody knows whose an alert is, nothing is imported: it may be the one that holds somebody") {
  Book book;
  CHECK_THROWS_AS(book.import_with(bare_people, "prisonerNumber,alertCode\nA1,XNR\n", Book::day("2026-11-20")), Fault);
  CHECK(book.size() == 0);
}

TEST_CASE("a mapping says nothing of JSON") {
  Book book;
  Mapping mapping;
  mapping.columns.push_back({"Datum", "conditionalReleaseDate"});
  Input input = Input::of("[]", "export.json");
  CHECK_THROWS_WITH_AS(import_nomis(book.store(), {input, {}, false, false, "tester", Book::now(), book.desk().today(), mapping}, book.desk()),
                       "\"export.json\" is JSON, and a mapping file is for CSV.", Fault);
}
