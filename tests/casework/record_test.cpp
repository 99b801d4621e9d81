#include <doctest/doctest.h>

#include "book.hpp"
#include "mappa/base/fault.hpp"

using namespace mappa;
using testing::Book;

namespace {

Cause cause_of(const std::function<void()>& work) {
  try {
    work();
  } catch (const Fault& fault) {
    return fault.cause();
  }
  return Cause::unexpected;
}

}  // namespace

TEST_CASE("only `person` opens a case, and every other kind refuses an unknown number") {
  Book book;
  CHECK(cause_of([&] { book.record("A1234BC", "licence", {{"due", "yes"}}); }) == Cause::not_found);
  CHECK(book.record("A1234BC", "person", {{"surname", "OKORO"}}).opened);
  CHECK_FALSE(book.record("A1234BC", "licence", {{"due", "yes"}}).opened);
  CHECK(cause_of([&] { book.record("NOBODY", "person", {{"surname", "X"}}); }) == Cause::usage);
}

TEST_CASE("a record with anything wrong writes nothing and says all that is wrong") {
  Book book;
  book.record("A1234BC", "person", {{"surname", "OKORO"}});
  const auto result = book.record("A1234BC", "licence", {{"due", "perhaps"}, {"expires", "31/02/2027"}, {"copy-hold", "today"}});
  CHECK_FALSE(result.entry);
  CHECK(result.problems.size() == 3);
  CHECK(book.size() == 1);
}

TEST_CASE("a reference is accepted wherever a prison number is, in any spelling, while it belongs to one case only") {
  Book book;
  book.record("A1234BC", "person", {{"surname", "OKORO"}});
  book.record("B1234BC", "person", {{"surname", "SILVA"}});
  book.record("A1234BC", "reference", {{"number", "H 1234567"}});
  const auto find = [&](const char* typed) { return resolve(book.store().read(), typed, book.desk().today()).text(); };
  CHECK(find("h1234567") == "A1234BC");
  CHECK(find(" a1234bc. ") == "A1234BC");
  book.record("B1234BC", "reference", {{"number", "H1234567"}});
  CHECK(cause_of([&] { find("H1234567"); }) == Cause::usage);
  CHECK(cause_of([&] { find("H7654321"); }) == Cause::not_found);
}

TEST_CASE("a withdrawn reference leads nowhere any more") {
  Book book;
  book.record("A1234BC", "person", {{"surname", "OKORO"}});
  book.record("A1234BC", "reference", {{"number", "H1234567"}});
  withdraw(book.store(), "A1234BC", 2, "belongs to somebody else", "tester", Book::now(), book.desk());
  CHECK(cause_of([&] { resolve(book.store().read(), "H1234567", book.desk().today()); }) == Cause::not_found);
}

TEST_CASE("an entry can be withdrawn once, with a reason, by its own case only") {
  Book book;
  book.record("A1234BC", "person", {{"surname", "OKORO"}});
  book.record("B1234BC", "person", {{"surname", "SILVA"}});
  book.record("A1234BC", "hold", {{"reason", "warrant"}});
  const auto take_back = [&](const char* who, EntryId id, const char* reason) {
    return cause_of([&] { withdraw(book.store(), who, id, reason, "tester", Book::now(), book.desk()); });
  };
  CHECK(take_back("B1234BC", 3, "mistake") == Cause::not_found);
  CHECK(take_back("A1234BC", 3, "  ") == Cause::usage);
  CHECK(withdraw(book.store(), "A1234BC", 3, "mistake", "tester", Book::now(), book.desk()).id == 4);
  CHECK(take_back("A1234BC", 3, "mistake") == Cause::refused);
  CHECK_FALSE(book.fold("A1234BC").hold.reason);
}

TEST_CASE("a release keeps the verdict, the policy and the entry that were in force") {
  Book book;
  book.record("A1234BC", "person", {{"surname", "OKORO"}});
  const auto before = book.check("A1234BC");
  book.record("A1234BC", "released", {{"when", "2026-11-22 08:30"}, {"to", "home"}, {"by-team", "det"}});
  const auto c = book.fold("A1234BC");
  CHECK(*c.released.verdict == std::string(name(before.verdict.outcome)));
  CHECK(*c.released.policy == before.policy_digest);
  CHECK(*c.released.rests_on == "1");
  CHECK(book.check("A1234BC").verdict.outcome == Outcome::outside_order);
}

TEST_CASE("a place that is not in the register is recorded and reported, never guessed") {
  Book book;
  book.record("A1234BC", "person", {{"surname", "OKORO"}});
  const auto result = book.record("A1234BC", "location", {{"facility", "xyz"}});
  REQUIRE(result.remarks.size() == 1);
  CHECK(result.remarks[0].id == "record.facility");
  CHECK(*book.fold("A1234BC").facility() == "XYZ");
}
