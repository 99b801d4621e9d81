// What is kept of what is due tells what looking at everybody tells.
#include "mappa/casework/deadlines.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "casework/book.hpp"
#include "mappa/casework/due_bytes.hpp"
#include "mappa/casework/tell_due.hpp"

using namespace mappa;
using mappa::testing::Book;

namespace {

const std::string header = "prisonerNumber,lastName,prisonId,conditionalReleaseDate,licenceExpiryDate,alerts\n";
const std::string smith = "A1234BC,SMITH,HAR,2027-02-01,2027-06-01,P:P66\n", jones = "A1235BC,JONES,HAR,,,\n";

Date day(const char* iso) { return *date_from_iso(iso); }
const Date today = day("2026-11-22");

std::size_t refresh(Book& book) {
  Change change = book.store().change(Book::now());
  const std::size_t out = refresh_deadlines(change, book.desk());
  change.commit();
  return out;
}

// From everybody's entries: what is kept is dropped, and not committed.
Due from_entries(Book& book, const DueQuery& query, const Desk& desk) {
  Change change = book.store().change(Book::now());
  change.drop_deadlines();
  return list_due(change, query, desk);
}

std::vector<std::string> told(const Due& due) {
  std::vector<std::string> out{std::to_string(due.cases) + " " + std::to_string(due.status_unknown) + " " + std::to_string(due.out_of_scope) + " " +
                               std::to_string(due.place_unknown) + " " + std::to_string(due.acknowledged)};
  for (const DueLine& line : due.lines) {
    std::string notes;
    for (const Source& source : line.finding.sources)
      if (const auto note = line.notes.find(source.entry); note != line.notes.end()) notes += note->second.by + note->second.kind;
    out.push_back(due_line_bytes(line) + (line.days_left ? std::to_string(*line.days_left) : "") + notes);
  }
  return out;
}

// What stands under each heading: the lines as they are kept, by the role that owes them.
using Under = std::vector<std::pair<std::string, std::string>>;

std::string tell(const DueLine& line, std::string& words) {
  DueLine bare = line;
  bare.notes.clear();
  words += due_line_bytes(bare) + (line.days_left ? std::to_string(*line.days_left) : "");
  return std::string(name(line.finding.responsible.role));
}

Under by_role(const Due& due) {
  Under out;
  for (const DueLine& line : due.lines) {
    std::string words;
    const std::string heading = tell(line, words);
    auto found = std::ranges::find(out, heading, &Under::value_type::first);
    if (found == out.end()) found = out.insert(out.end(), {heading, ""});
    found->second += words;
  }
  return out;
}

Under by_role(const ToldDue& due) {
  Under out;
  for (const auto& [heading, pieces] : due.told) {
    out.push_back({heading, ""});
    for (const auto& words : pieces) out.back().second += words;
  }
  return out;
}

std::vector<DueQuery> queries() {
  std::vector<DueQuery> out(8);
  out[1].overdue = true;
  out[2].all = true;
  out[3].within_days = 92;
  out[4].facility = "HAR";
  out[5].role = Role::depmu;
  out[6].kinds = {"referral", "p7.level"};
  out[7].role = Role::supplier;
  return out;
}

void check_the_same(Book& book, const Desk& desk) {
  for (const DueQuery& query : queries()) {
    try {
      const auto expected = told(from_entries(book, query, desk));
      const Due list = list_due(book.read(), query, desk);
      REQUIRE(told(list) == expected);
      const ToldDue line_by_line = tell_due(book.read(), query, desk, tell);
      REQUIRE(line_by_line.lines == list.lines.size());
      REQUIRE(static_cast<const LookedAt&>(line_by_line.due) == list);
      REQUIRE(line_by_line.due.acknowledged == list.acknowledged);
      REQUIRE(by_role(line_by_line) == by_role(list));
    } catch (const Fault& nobody_there) {
      REQUIRE(nobody_there.cause() == Cause::usage);
    }
  }
}

bool holds(Book& book, const Desk& desk) { return KeptDeadlines::read(book.read(), desk).has_value(); }

}  // namespace

TEST_CASE("what is kept holds for its day, its policy, and until an export comes or goes") {
  Book book;
  book.import(header + smith + jones, day("2026-11-01"));
  CHECK(refresh(book) == 2);
  CHECK(refresh(book) == 0);
  CHECK(holds(book, book.desk()));
  check_the_same(book, book.desk());
  SUBCASE("another day") { CHECK_FALSE(holds(book, {book.policy(), {day("2026-11-23"), {}}})); }
  SUBCASE("another policy") {
    book.policy().nomis_days = 30;
    CHECK_FALSE(holds(book, book.desk()));
  }
  SUBCASE("a new export") {
    book.import(header + smith + jones, day("2026-11-20"));
    CHECK_FALSE(holds(book, book.desk()));
  }
  SUBCASE("an undo") {
    book.undo(3);
    CHECK_FALSE(holds(book, book.desk()));
  }
  SUBCASE("as it stood earlier") { CHECK_FALSE(KeptDeadlines::read(book.store().read(Book::now().instant), book.desk())); }
}

TEST_CASE("people about whom something was recorded since are looked at again, and so is whoever is to be released today") {
  Book book;
  book.import(header + smith + jones, day("2026-11-01"));
  book.record("A1235BC", "release-plan", {{"at", "2026-11-22 14:00"}});
  refresh(book);
  const auto anew = [&] { return KeptDeadlines::read(book.read(), book.desk())->to_be_looked_at(book.read()); };
  CHECK(anew() == std::vector{Book::number("A1235BC")});
  book.record("A1234BC", "referral", {{"made-on", "2026-11-20"}});
  CHECK(anew() == std::vector{Book::number("A1234BC"), Book::number("A1235BC")});
  check_the_same(book, book.desk());
  check_the_same(book, {book.policy(), {today, std::chrono::hours(18)}});
}

TEST_CASE("a list that looks further ahead than what is kept is made from everybody's entries") {
  Book book;
  book.import(header + smith, day("2026-11-01"));
  refresh(book);
  const auto kept = KeptDeadlines::read(book.read(), book.desk());
  DueQuery far;
  far.within_days = 400;
  CHECK_FALSE(kept->reach(far));
  CHECK(told(list_due(book.read(), far, book.desk())) == told(from_entries(book, far, book.desk())));
}

TEST_CASE("what is due on a Sunday is listed where the list looks ahead to the Friday before it") {
  Book book;
  book.import(header + "A1236BC,EVANS,HAR,2027-06-20,,P:P33\n", day("2026-11-01"));  // a referral six months before
  refresh(book);
  const auto listed = [&](int within) {
    DueQuery query;
    query.within_days = within;
    query.kinds = {"referral"};
    const auto due = list_due(book.read(), query, book.desk());
    CHECK(told(due) == told(from_entries(book, query, book.desk())));
    return due.lines.size();
  };
  CHECK(holds(book, book.desk()));
  CHECK(listed(25) == 0);  // to Thursday 17 December
  CHECK(listed(26) == 1);
}

TEST_CASE("more lines than are told at a time come in their order") {
  Book book;
  std::string rows = header;
  for (int i = 0; i < 1300; ++i) rows += "A" + std::to_string(1000 + i) + "BC,SMITH,HAR,2027-0" + std::to_string(1 + i % 7) + "-01,,P:P66\n";
  book.import(rows, day("2026-11-01"));
  refresh(book);
  book.record("A1002BC", "referral", {{"made-on", "2026-11-20"}});
  book.record("A1699BC", "note", {{"text", "rang"}});
  DueQuery all;
  all.within_days = 92;
  CHECK(list_due(book.read(), all, book.desk()).lines.size() == 1300);
  check_the_same(book, book.desk());
}

TEST_CASE("whatever is recorded, what is kept tells what the entries tell") {
  std::mt19937 random(20261128);
  const auto below = [&](unsigned limit) { return random() % limit; };
  const auto some_entry = [&](const Book& book) { return static_cast<EntryId>(1 + below(static_cast<unsigned>(book.size()))); };
  const auto pick = [&](std::initializer_list<const char*> of) { return std::string(*(of.begin() + below(static_cast<unsigned>(of.size())))); };
  for (int round = 0; round < 25; ++round) {
    Book book;
    book.policy().facilities = {};
    book.import(header + smith + jones + "A1236BC,EVANS,BRK,2026-12-01,2027-06-01,P:P33\n", day("2026-11-19"));
    for (int step = 0; step < 8; ++step) {
      const std::string who = pick({"A1234BC", "A1235BC", "A1236BC"});
      try {
        switch (below(8)) {
          case 0: book.record(who, "release-plan", {{"at", pick({"2026-11-22 08:00", "2026-11-22 14:00", "2026-12-01 14:00"})}}); break;
          case 1: book.record(who, "location", {{"facility", pick({"HAR", "BRK"})}, {"since", "2026-11-20"}}); break;
          case 2: book.record(who, "released", {{"when", pick({"2026-11-22 08:00", "2026-11-20 12:00"})}, {"to", "Leeds"}}); break;
          case 3: book.record(who, "status", {{"mappa", pick({"yes", "no"})}, {"said-by", "J Ahmed"}}); break;
          case 4: book.record(who, "referral", {{"made-on", "2026-11-20"}}); break;
          case 5: book.record(who, "acknowledgement", {{"of", pick({"p7.level", "p9.referral", "p14.licence-copy"})}, {"until", "2026-11-30"}, {"reason", "asked"}}); break;
          case 6: withdraw(book.store(), who, some_entry(book), "wrong", "tester", Book::now(), book.desk()); break;
          default: refresh(book); break;
        }
      } catch (const Fault&) {
        // What cannot be done is not done: something else is.
      }
      check_the_same(book, book.desk());
    }
  }
}
