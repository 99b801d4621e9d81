// What is kept of folded cases tells what folding them tells.
#include "mappa/casework/states.hpp"

#include <doctest/doctest.h>

#include <random>

#include "casework/book.hpp"
#include "mappa/casebook/case_bytes.hpp"

using namespace mappa;
using mappa::testing::Book;

namespace {

const std::string header = "prisonerNumber,lastName,prisonId,conditionalReleaseDate,licenceExpiryDate,alerts\n";
const std::string smith = "A1234BC,SMITH,HAR,2026-06-01,2027-06-01,P:P66\n", jones = "A1235BC,JONES,HAR,,,\n";

Date day(const char* iso) { return *date_from_iso(iso); }
const Date today = day("2026-11-22");

Refreshed refresh(Book& book, Date on = today) {
  Change change = book.store().change(Book::now());
  const Refreshed out = refresh_states(change, on);
  change.commit();
  return out;
}

using Folded = std::vector<std::string>;

Folded from_entries(const Snapshot& snapshot, Date as_of) {
  Folded out;
  each_case(snapshot, as_of, [&](const LoadedCase& loaded) { out.push_back(loaded.folded.number.text() + case_bytes(loaded.folded)); });
  return out;
}

Folded from_what_is_kept(const Snapshot& snapshot, Date as_of) {
  Folded out;
  each_folded(snapshot, as_of, [&](const Case& c) { out.push_back(c.number.text() + case_bytes(c)); });
  return out;
}

bool tell_the_same(const Book& book, Date as_of = today) {
  const Snapshot snapshot = book.read();
  return from_entries(snapshot, as_of) == from_what_is_kept(snapshot, as_of);
}

// Somebody whom only what is kept shows so: whether it is looked at.
bool is_looked_at(Book& book, Date as_of = today) {
  Change change = book.store().change(Book::now());
  std::string first;
  change.each_state([&](const PrisonNumber&, std::string_view bytes) {
    if (first.empty()) first = bytes;
  });
  change.keep_state(Book::number("Z9999ZZ"), first);
  bool found = false;
  each_folded(change, as_of, [&](const Case& c) { found = found || c.number.text() == "Z9999ZZ"; });
  return found;
}

}  // namespace

TEST_CASE("what is kept holds until something is recorded, and then for everybody else") {
  Book book;
  book.import(header + smith + jones, day("2026-11-01"));
  CHECK(refresh(book).all);
  CHECK(is_looked_at(book));
  book.record("A1234BC", "status", {{"mappa", "yes"}, {"said-by", "J Ahmed"}});
  CHECK(is_looked_at(book));
  CHECK(tell_the_same(book));
  const Refreshed again = refresh(book);
  CHECK(again.folded == 1);
  CHECK_FALSE(again.all);
  CHECK(tell_the_same(book));
}

TEST_CASE("an export that shows everybody again makes their data newer, and nothing is folded anew") {
  Book book;
  book.import(header + smith + jones, day("2026-11-01"));
  refresh(book);
  book.import(header + jones + smith + "A1236BC,EVANS,BRK,,,\n", day("2026-11-20"));
  CHECK(is_looked_at(book));
  CHECK(tell_the_same(book));
  CHECK(refresh(book).folded == 1);
  CHECK(tell_the_same(book));
}

TEST_CASE("nothing that is kept is looked at after an undo, after a late import, or as known on another day") {
  Book book;
  book.import(header + smith, day("2026-11-10"));
  refresh(book);
  SUBCASE("an undo") { book.undo(2); }
  SUBCASE("a late import") { book.import(header + smith + jones, day("2026-11-05")); }
  CHECK_FALSE(is_looked_at(book));
  CHECK(tell_the_same(book));
  CHECK(refresh(book).all);
  CHECK(tell_the_same(book));
}

TEST_CASE("in whatever order exports come that say one thing or the other, what is kept tells what the entries tell") {
  std::mt19937 random(20261129);
  for (int round = 0; round < 200; ++round) {
    Book book;
    for (int step = 0; step < 7; ++step) {
      std::string rows = header;
      for (const char* who : {"A1234BC", "A1235BC"}) rows += std::string(who) + ",SMITH," + (random() % 2 == 0 ? "HAR" : "BRK") + ",,,\n";
      rows += std::string(static_cast<std::size_t>(step), '\n');  // else it would be the same file
      book.import(rows, plus_days(day("2026-11-01"), static_cast<int>(random() % 5)));
      if (random() % 2 == 0) refresh(book);
      REQUIRE(tell_the_same(book));
    }
  }
}

TEST_CASE("what is kept is for its day and later ones, up to the first on which something recorded happens") {
  Book book;
  book.import(header + smith + jones, day("2026-11-01"));
  book.record("A1234BC", "release-plan", {{"at", "2026-11-25 14:00"}});
  refresh(book);
  CHECK_FALSE(is_looked_at(book, day("2026-11-21")));
  for (const char* on : {"2026-11-21", "2026-11-22", "2026-11-24", "2026-11-25", "2026-11-26"}) CHECK(tell_the_same(book, day(on)));
  CHECK(refresh(book, day("2026-11-24")).folded == 0);
  CHECK(refresh(book, day("2026-11-25")).folded == 1);
}

TEST_CASE("what another program kept is not looked at") {
  Book book;
  book.import(header + smith, day("2026-11-01"));
  refresh(book);
  {
    Change change = book.store().change(Book::now());
    change.keep_states_made({change.states_made()->newest, today, "another"});
    change.commit();
  }
  CHECK_FALSE(is_looked_at(book));
  CHECK(refresh(book).all);
}

TEST_CASE("whatever is recorded, imported, withdrawn and undone, what is kept tells what the entries tell") {
  std::mt19937 random(20261128);
  const auto below = [&](unsigned limit) { return random() % limit; };
  const auto some_entry = [&](const Book& book) { return static_cast<EntryId>(1 + below(static_cast<unsigned>(book.size()))); };
  const auto pick = [&](std::initializer_list<const char*> of) { return std::string(*(of.begin() + below(static_cast<unsigned>(of.size())))); };
  const auto some_day = [&] { return plus_days(day("2026-11-01"), static_cast<int>(below(21))); };
  for (int round = 0; round < 40; ++round) {
    Book book;
    book.import(header + smith + jones, day("2026-11-01"));
    for (int step = 0; step < 12; ++step) {
      try {
        switch (below(7)) {
          case 0: case 1: {
            std::string rows;
            for (const char* who : {"A1234BC", "A1235BC", "A1236BC"})
              if (below(4) != 0) rows += std::string(who) + ",SMITH," + pick({"HAR", "BRK", "OUT"}) + "," + pick({"2026-06-01", ""}) + ",," + pick({"P:P66", "P:P33;S:SOR", ""}) + "\n";
            book.import(header + rows, some_day());
            break;
          }
          case 2: book.record(pick({"A1234BC", "A1235BC"}), "release-plan", {{"at", pick({"2026-11-23 10:00", "2026-11-30 14:00"})}}); break;
          case 3: book.record(pick({"A1234BC", "A1235BC"}), "location", {{"facility", "HAR"}, {"since", iso(some_day())}}, some_day()); break;
          case 4: book.record("A1234BC", "released", {{"when", iso(some_day()) + " 12:00"}, {"to", "Leeds"}}); break;
          case 5: withdraw(book.store(), "A1234BC", some_entry(book), "wrong", "tester", Book::now(), book.desk()); break;
          default: book.undo(some_entry(book)); break;
        }
      } catch (const Fault&) {
        // What cannot be done is not done: something else is.
      }
      if (below(3) == 0) refresh(book, plus_days(today, static_cast<int>(below(3))));
      for (const int later : {0, 1, 2, 5, 9}) REQUIRE(tell_the_same(book, plus_days(today, later)));
    }
  }
}
