// The rows of the last file are known again without being read; what comes of an import must not show it.
#include <doctest/doctest.h>

#include <random>

#include "casework/book.hpp"
#include "mappa/casebook/nomis_entry.hpp"

using namespace mappa;
using mappa::testing::Book;

namespace {

const std::string header = "prisonerNumber,lastName,prisonId,conditionalReleaseDate,pncNumber,alerts\n";
const std::string smith = "A1234BC,SMITH,HAR,2026-06-01,,P:P66\n", jones = "A1235BC,JONES,HAR,,,\n";

Date day(int number) { return plus_days(Book::day("2026-11-01"), number); }

// From now on nothing is known of the last file.
void forget(Book& book) {
  Change change = book.store().change(Book::now());
  change.keep(0, "");
  change.commit();
}

std::string row_of(const Book& book, const char* who) {
  const Case c = book.fold(who);
  return nomis_bytes(*c.nomis.row, false);
}

// What an import says of itself, in one line.
std::string said(const ImportResult& r) {
  std::string out = std::to_string(r.records) + " " + std::to_string(r.added) + " " + std::to_string(r.changed) + " " +
                    std::to_string(r.unchanged) + " " + std::to_string(r.rejected) + " " + std::to_string(r.repeated);
  for (const Problem& problem : r.problems) out += " " + problem.id + ":" + std::to_string(problem.line);
  return out;
}

}  // namespace

TEST_CASE("a row that stands as it stood is unchanged, and its day is known") {
  Book book;
  book.import(header + smith + jones, day(1));
  const auto next = book.import(header + smith + "A1235BC,JONES,BRK,,,\n", day(2));
  CHECK(said(next) == "2 0 1 1 0 0");
  CHECK(book.fold("A1234BC").nomis.seen_on == day(2));
  CHECK(book.fold("A1235BC").facility().value == "BRK");
}

TEST_CASE("a known row that comes twice, or again with other facts, is settled as any other") {
  const std::pair<std::string, std::string> again[] = {
      {smith + smith, "2 0 0 1 0 1 nomis.repeated:3"},
      {smith + "A1234BC, SMITH,HAR,2026-06-01,,P:P66\n", "2 0 0 1 0 1 nomis.repaired:3 nomis.repeated:3"},
      {smith + "A1234BC,SMYTH,HAR,2026-06-01,,P:P66\n", "2 0 0 0 2 0 nomis.duplicate:2 nomis.duplicate:3"},
      {"A1234BC,SMYTH,HAR,2026-06-01,,P:P66\n" + smith, "2 0 0 0 2 0 nomis.duplicate:2 nomis.duplicate:3"},
      {smith + "A1234BC,SMITH,HAR,soon,,P:P66\n", "2 0 0 1 1 0 nomis.duplicate-rejected:2 nomis.date:3"},
      {smith + smith + "A1234BC,SMITH,HAR,soon,,P:P66\n", "3 0 0 1 1 1 nomis.duplicate-rejected:2 nomis.repeated:3 nomis.date:4"},
  };
  for (const auto& each : again) {
    const std::string rows = each.first, expected = each.second;
    CAPTURE(rows);
    Book book;
    book.import(header + smith, day(1));
    CHECK(said(book.import(header + rows, day(2))) == expected);
  }
}

TEST_CASE("what is to be told about a row is told every time") {
  Book book;
  const std::string odd = "A1234BC,SMITH,HAR,,2012/0000001X,X:P66\n";
  for (const int on : {1, 2, 3}) {
    const auto result = book.import(header + odd + "A1235BC,J" + std::to_string(on) + ",,,,\n", day(on));
    CHECK(result.problems.size() == 2);
  }
}

TEST_CASE("an alert that ends between two exports expires, though its row stands as it stood") {
  Book book;
  const std::string dated = "A1234BC,SMITH,HAR,,,P:P66:until 2026-11-05\n";
  book.import(header + dated, day(1));
  CHECK(book.fold("A1234BC").nomis.alerts.flagged);
  book.import(header + dated, day(9));
  CHECK_FALSE(book.fold("A1234BC").nomis.alerts.flagged);
}

TEST_CASE("a row that was withdrawn, or whose import was undone, is read again") {
  Book book;
  book.import(header + smith + jones, day(1));
  SUBCASE("withdrawn by hand") {
    withdraw(book.store(), "A1234BC", 1, "the wrong person", "tester", Book::now(), book.desk());
    CHECK(said(book.import(header + smith + jones + "A1236BC,EVANS,,,,\n", day(2))) == "3 2 0 1 0 0");
  }
  SUBCASE("undone") {
    CHECK(undo(book.store(), {3, "the wrong file", false, "tester", Book::now(), book.desk().today()}).entry == 4);
    CHECK(said(book.import(header + smith + jones, day(2))) == "2 2 0 0 0 0");
  }
  SUBCASE("something else was withdrawn") {
    book.record("A1234BC", "note", {{"text", "rang"}});
    withdraw(book.store(), "A1234BC", 4, "the wrong person", "tester", Book::now(), book.desk());
    CHECK(said(book.import(header + smith + jones + "A1236BC,EVANS,,,,\n", day(2))) == "3 1 0 2 0 0");
  }
}

TEST_CASE("an older file is compared with the rows of its day, not with the last file's") {
  Book book;
  book.import(header + smith, day(1));
  book.import(header + "A1234BC,SMITH,BRK,2026-06-01,,P:P66\n", day(5));
  const auto late = book.import(header + "A1234BC,SMITH,BRK,2026-06-01,,P:P66\n", day(3));
  CHECK(late.changed == 1);
  CHECK(late.older == 1);
  CHECK(book.fold("A1234BC").facility().value == "BRK");
}

TEST_CASE("under other headers the same row says something else") {
  Book book;
  book.import("prisonerNumber,lastName,firstName\nA1234BC,ANN,SMITH\n", day(1));
  CHECK(book.import("prisonerNumber,firstName,lastName\nA1234BC,ANN,SMITH\n", day(2)).changed == 1);
  CHECK(book.fold("A1234BC").name() == "SMITH, ANN");
}

TEST_CASE("what somebody put in the place of the known rows is not believed") {
  Book book;
  const auto first = book.import(header + smith + jones, day(1));
  {
    Change change = book.store().change(Book::now());
    std::string rows = change.kept()->second;
    rows[0] = static_cast<char>(rows[0] + 1);  // the number whose row it is
    change.keep(first.entry, rows);
    change.commit();
  }
  CHECK(said(book.import(header + smith + "A1235BC,JONES,BRK,,,\n", day(2))) == "2 0 1 1 0 0");
  CHECK(book.fold("A1234BC").nomis.seen_on == day(2));
}

TEST_CASE("whatever files come, nothing tells whether their rows were known") {
  std::mt19937 random(20261127);
  const auto pick = [&](std::initializer_list<const char*> of) { return *(of.begin() + random() % of.size()); };
  for (int round = 0; round < 60; ++round) {
    Book quick, slow;
    for (int file = 0; file < 4; ++file) {
      std::string text = random() % 5 == 0 ? "prisonerNumber,lastName,prisonId,conditionalReleaseDate,pncNumber\n" : header;
      const bool alerts = text == header;
      for (int i = 0; i < 6; ++i) {
        if (random() % 4 == 0) continue;
        text += std::string(pick({"A1234BC", "A1235BC", "A1236BC", "A1237BC"})) + "," + pick({"SMITH", "JONES", "\"A, B\"", "  X"}) + "," +
                pick({"HAR", "", "BRK"}) + "," + pick({"2026-06-01", "", "01/02/2026", "12/31/2026", "2026-02-30"}) + "," +
                pick({"", "", "2012/0000001X"}) + (alerts ? std::string(",") + pick({"P:P66", "", "X:XNR", "P:P66:until 2026-11-03"}) : "") + "\n";
      }
      const Date on = day(static_cast<int>(random() % 8));
      if (random() % 2 == 0) forget(slow);
      forget(slow);
      CAPTURE(text);
      REQUIRE(said(quick.import(text, on)) == said(slow.import(text, on)));
    }
    for (const auto& number : slow.store().read().numbers()) REQUIRE(row_of(quick, number.text().c_str()) == row_of(slow, number.text().c_str()));
  }
}
