// What became another on the way: the level, the plan; and by when the first level was set.
#include <doctest/doctest.h>

#include "casebook/book.hpp"

using namespace mappa;

namespace {

std::string shown(const std::optional<Turn>& turn) {
  return turn ? iso(turn->day) + " [" + std::to_string(turn->entry) + "] " + turn->field : "";
}

}  // namespace

TEST_CASE("the first level that is set is no change, and a higher one is a raise") {
  Book book;
  book.record("level", {{"level", "1"}, {"decided", "2026-03-02"}});
  CHECK(shown(book.fold().level_changed).empty());
  book.record("level", {{"level", "3"}}, "2026-10-01");
  CHECK(shown(book.fold().level_changed) == "2026-10-01 [2] level");
  CHECK(shown(book.fold().level_raised) == "2026-10-01 [2] level");
  book.record("level", {{"level", "2"}}, "2026-10-08");
  CHECK(shown(book.fold().level_changed) == "2026-10-08 [3] level");
  CHECK(shown(book.fold().level_raised) == "2026-10-01 [2] level");
}

TEST_CASE("an export that shows a higher level raises it") {
  Book book;
  book.nomis("2026-09-01", {}, "P:P66");
  book.nomis("2026-10-01", {}, "P:P77");
  CHECK(shown(book.fold().level_raised) == "2026-10-01 [2] alerts");
}

TEST_CASE("an export that knows an older, lower level raises nothing and lowers nothing") {
  Book book;
  book.record("level", {{"level", "2"}, {"decided", "2026-03-02"}});
  book.nomis("2026-09-01", {}, "P:P66");
  const Case c = book.fold();
  CHECK(*c.standing.settled_level() == 2);
  CHECK(shown(c.level_changed).empty());
}

TEST_CASE("a level that was not set in between is compared with the last that was") {
  Book book;
  book.nomis("2026-09-01", {}, "P:P66");
  book.nomis("2026-10-01", {}, "P:P55");
  CHECK_FALSE(book.fold().standing.settled_level());
  book.nomis("2026-10-08", {}, "P:P77");
  CHECK(shown(book.fold().level_raised) == "2026-10-08 [3] alerts");
}

TEST_CASE("a level that is set on a later day than the confirmation changes what was confirmed") {
  Book book;
  book.record("arrangements", {{"lead", "NPS"}, {"confirmed-by", "J Ahmed"}, {"confirmed-on", "2026-11-01"}});
  book.record("level", {{"level", "1"}}, "2026-11-01");
  CHECK(shown(book.fold().level_changed).empty());
  Book later;
  later.record("arrangements", {{"lead", "NPS"}, {"confirmed-by", "J Ahmed"}, {"confirmed-on", "2026-11-01"}});
  later.record("level", {{"level", "1"}}, "2026-11-02");
  CHECK(shown(later.fold().level_changed) == "2026-11-02 [2] level");
}

TEST_CASE("the first plan is no change, but another time, day or destination is") {
  Book book;
  book.record("release-plan", {{"at", "2026-11-25 14:00"}}, "2026-11-01");
  CHECK(shown(book.fold().plan_changed).empty());
  book.record("release-plan", {{"kind", "community"}, {"case-owner-told", "2026-11-02"}}, "2026-11-02");
  CHECK(shown(book.fold().plan_changed).empty());
  book.record("release-plan", {{"at", "2026-11-25 15:00"}}, "2026-11-03");
  CHECK(shown(book.fold().plan_changed) == "2026-11-03 [3] at");
  book.record("release-plan", {{"kind", "prison"}}, "2026-11-04");
  CHECK(shown(book.fold().plan_changed) == "2026-11-04 [4] kind");
}

TEST_CASE("a plan or a level that is withdrawn after the confirmation changes what was confirmed") {
  Book book;
  const auto plan = book.record("release-plan", {{"at", "2026-11-25 14:00"}}, "2026-11-01");
  const auto level = book.record("level", {{"level", "1"}}, "2026-11-01");
  book.record("arrangements", {{"lead", "NPS"}, {"confirmed-by", "J Ahmed"}, {"confirmed-on", "2026-11-02"}});
  const auto later = book.record("release-plan", {{"kind", "prison"}}, "2026-11-03");
  Book plan_gone = book, level_gone = book, later_gone = book;
  plan_gone.withdraw(plan);
  level_gone.withdraw(level);
  later_gone.withdraw(later);
  CHECK(shown(plan_gone.fold().plan_changed) == "2026-11-30 [5] entry");
  CHECK(shown(level_gone.fold().level_changed) == "2026-11-30 [5] entry");
  CHECK(shown(later_gone.fold().plan_changed).empty());
  // As of a day before the withdrawal nothing had changed but what had.
  CHECK(shown(plan_gone.fold("2026-11-02").plan_changed).empty());
}

TEST_CASE("the first level was set on the day of its decision, else by the day on which NOMIS showed it") {
  Book book;
  book.nomis("2026-09-01", {}, "P:P66");
  CHECK(book.fold().first_level->by == day("2026-09-01"));
  CHECK_FALSE(book.fold().first_level->decided);
  book.record("level", {{"level", "1"}, {"decided", "2026-03-02"}}, "2026-09-10");
  CHECK(book.fold().first_level->by == day("2026-03-02"));
  CHECK(book.fold().first_level->decided);
  book.record("level", {{"level", "2"}, {"decided", "2026-10-01"}});
  CHECK(book.fold().first_level->level == 1);
  CHECK(book.fold().first_level->by == day("2026-03-02"));
}

TEST_CASE("a first level that is recorded without a day was set nobody knows when") {
  Book book;
  book.record("level", {{"level", "2"}}, "2026-09-10");
  REQUIRE(book.fold().first_level);
  CHECK_FALSE(book.fold().first_level->by);
  book.nomis("2026-10-01", {}, "P:P77");
  CHECK(book.fold().first_level->by == day("2026-10-01"));
}
