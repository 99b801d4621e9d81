// What names a thing that is owed outside the casebook, and by which entry one sees that it has moved.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "book.hpp"
#include "mappa/casework/due_token.hpp"

using namespace mappa;
using testing::Book;

namespace {

Finding found(std::string_view rule, std::string about = {}) {
  Finding out;
  out.rule = rule;
  out.about = std::move(about);
  return out;
}

const std::string salt(16, 'a'), another_salt(16, 'b');

std::string people(const std::string& released) {
  return "prisonerNumber,lastName,prisonId,conditionalReleaseDate,alerts\nA1234BC,LATE,HAR," + released + ",P:P77\n";
}

std::vector<DueLine> owed(const Book& book) {
  DueQuery query;
  query.within_days = 1000;
  query.tokens = true;
  return list_due(book.read(), query, book.desk()).lines;
}

DueLine owed(const Book& book, std::string_view rule, std::string_view about = {}) {
  const auto lines = owed(book);
  const auto found = std::ranges::find_if(lines, [&](const DueLine& line) { return line.finding.rule == rule && line.finding.about == about; });
  REQUIRE(found != lines.end());
  return *found;
}

}  // namespace

TEST_CASE("a token stays the same for one rule about one thing, and differs for everything else") {
  const auto token = due_token(salt, found("p11.request", "R-1 det-manager"));
  CHECK(token.size() == 32);
  CHECK(token.find_first_not_of("0123456789abcdef") == std::string::npos);
  CHECK(due_token(salt, found("p11.request", "R-1 det-manager")) == token);
  CHECK(due_token(another_salt, found("p11.request", "R-1 det-manager")) != token);
  CHECK(due_token(salt, found("p11.part-c", "R-1 det-manager")) != token);
  CHECK(due_token(salt, found("p11.request", "R-1 centre-manager")) != token);
  CHECK(due_token(salt, found("p11.request")) != token);
  CHECK(due_token(salt, found("p11", ".request")) != due_token(salt, found("p11.request")));
}

TEST_CASE("references in another spelling name the same thing") {
  CHECK(due_token(salt, found("p11.request", "R-1 det-manager")) == due_token(salt, found("p11.request", "r - 1 det-manager")));
}

TEST_CASE("day, words and answer of a finding are no part of its token") {
  Finding f = found("p9.referral");
  const auto token = due_token(salt, f);
  f.due(Book::day("2026-11-30"), true).act(say("Do it."));
  f.answer = Answer::not_met;
  CHECK(due_token(salt, f) == token);
}

TEST_CASE("everything that is owed has a token of its own, where it is asked for") {
  Book book;
  book.import(people("2027-02-28") + "B1234BC,OTHER,HAR,2027-02-28,P:P77\n", Book::day("2026-11-20"));
  for (const char* one : {"A1234BC", "B1234BC"}) book.record(one, "request", {{"reference", "R-1"}, {"received-on", "2026-11-20"}});
  const auto lines = owed(book);
  std::set<std::string> tokens;
  for (const DueLine& line : lines) tokens.insert(line.token);
  CHECK(lines.size() == 8);
  CHECK(tokens.size() == lines.size());
  for (const DueLine& line : list_due(book.read(), {}, book.desk()).lines) CHECK(line.token.empty());
}

TEST_CASE("another casebook with the same people has other tokens: they do not come from prison numbers") {
  Book book, other;
  for (Book* one : {&book, &other}) one->import(people("2027-02-28"), Book::day("2026-11-20"));
  CHECK(owed(book, "p9.referral").token != owed(other, "p9.referral").token);
}

TEST_CASE("a day that moves keeps its token, and rests on a newer entry, whatever moved it") {
  Book book;
  book.import(people("2027-09-30"), Book::day("2026-11-20"));
  const DueLine before = owed(book, "p9.referral");
  CHECK(before.finding.by == Book::day("2027-03-30"));
  const auto moves_to = [&](const char* day, const DueLine& last) {
    const DueLine now = owed(book, "p9.referral");
    CHECK(now.token == before.token);
    CHECK(now.finding.by == Book::day(day));
    CHECK(now.rests_on > last.rests_on);
    CHECK(now.notes.contains(now.rests_on));
    return now;
  };
  const auto moved = book.import(people("2027-12-31"), Book::day("2026-11-21"));
  const DueLine later = moves_to("2027-06-30", before);
  book.undo(moved.entry);
  moves_to("2027-03-30", later);
}

TEST_CASE("a record of another day by which something is due, and its withdrawal, raise what the day rests on") {
  Book book;
  book.import(people("2027-09-30"), Book::day("2026-11-20"));
  book.record("A1234BC", "request", {{"reference", "R-1"}, {"received-on", "2026-11-20"}, {"due", "2026-12-01"}});
  const DueLine first = owed(book, "p11.request", "R-1 det-manager");
  const auto moved = book.record("A1234BC", "request", {{"reference", "r-1"}, {"due", "2026-12-15"}});
  const DueLine second = owed(book, "p11.request", "R-1 det-manager");
  CHECK(second.token == first.token);
  CHECK(second.finding.by == Book::day("2026-12-15"));
  CHECK(second.rests_on > first.rests_on);
  withdraw(book.store(), "A1234BC", moved.entry->id, "mistyped", "tester", Book::now(), book.desk());
  const DueLine third = owed(book, "p11.request", "R-1 det-manager");
  CHECK(third.token == first.token);
  CHECK(third.finding.by == Book::day("2026-12-01"));
  CHECK(third.rests_on > second.rests_on);
}

TEST_CASE("an import that shows somebody unchanged moves the day on which their data get old, and is what it rests on") {
  Book book;
  book.import(people("2027-09-30"), Book::day("2026-11-10"));
  const DueLine first = owed(book, "p12.nomis-age");
  const auto again = book.import(people("2027-09-30") + "B1234BC,OTHER,HAR,,\n", Book::day("2026-11-13"));
  const DueLine second = owed(book, "p12.nomis-age");
  CHECK(second.token == first.token);
  CHECK(second.finding.by == Book::day("2026-11-21"));
  CHECK(second.rests_on == again.entry);
}
