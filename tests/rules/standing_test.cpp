#include "mappa/rules/standing.hpp"

#include <doctest/doctest.h>

#include "rules/cases.hpp"

using namespace mappa;

namespace {

// A recall as recorded and as NOMIS marks it; checked for a release on 25 November 2026.
struct Recalled {
  Case c{*PrisonNumber::parse("A1234BC")};
  Policy under = policy();
  void from(std::string_view date) { c.recall.from = {day(date), 2, day("2026-11-20")}; }
  void to(std::string_view date, std::string_view on = "2026-11-20", EntryId entry = 3) {
    c.recall.to = {day(date), entry, day(on)};
  }
  void marked(std::string_view since, EntryId entry = 1) { c.recall.nomis = {true, entry, day(since)}; }
  bool in_force() const { return recall_in_force(c, {moment("2026-11-25T14:00"), day("2026-11-25"), under, nullptr}); }
};

}  // namespace

TEST_CASE("a recorded recall lasts from its first day until its end") {
  Recalled person;
  CHECK_FALSE(person.in_force());
  person.from("2026-11-26");
  CHECK_FALSE(person.in_force());
  person.from("2026-11-25");
  CHECK(person.in_force());
  person.from("2026-11-01");
  person.to("2026-11-26");
  CHECK(person.in_force());
  person.to("2026-11-25");
  CHECK_FALSE(person.in_force());
}

TEST_CASE("an end on its first day ends a recall, and one before it ended another") {
  Recalled person;
  person.from("2026-11-10");
  person.to("2026-11-10");
  CHECK_FALSE(person.in_force());
  person.to("2026-11-09");
  CHECK(person.in_force());
}

TEST_CASE("a mark on NOMIS lasts until an end that came since, or was recorded since, answers it") {
  Recalled person;
  person.marked("2026-11-10");
  CHECK(person.in_force());
  person.to("2026-10-01", "2026-11-09");
  CHECK(person.in_force());
  person.to("2026-10-01", "2026-11-11");
  CHECK_FALSE(person.in_force());
  person.to("2026-11-10", "2026-11-10", 3);
  CHECK_FALSE(person.in_force());
  person.to("2026-10-01", "2026-11-10", 3);
  CHECK_FALSE(person.in_force());
  person.marked("2026-11-10", 4);  // the export came in after the record
  CHECK(person.in_force());
}

TEST_CASE("a mark that says no is none") {
  Recalled person;
  person.c.recall.nomis = {false, 1, day("2026-11-10")};
  CHECK_FALSE(person.in_force());
}

TEST_CASE("a deed on the day of the release is not too late") {
  const Policy under = policy();
  const Setting setting{moment("2026-11-25T14:00"), day("2026-11-27"), under, nullptr};
  const auto done = [](std::string_view date) { return Fact<Done>{Done{day(date)}, 1, day(date)}; };
  CHECK_FALSE(too_late(done("2026-11-25"), setting));
  CHECK(too_late(done("2026-11-26"), setting));
  CHECK_FALSE(too_late(Fact<Done>{Done{}, 1, day("2026-11-27")}, setting));
  CHECK_FALSE(too_late(Fact<Done>{}, setting));
}
