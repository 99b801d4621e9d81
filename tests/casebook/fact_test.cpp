#include "mappa/casebook/fact.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "calendar/day.hpp"

using namespace mappa;

namespace {

constexpr EntryId nomis_entry = 1, record_entry = 2;

TwoSided<int> levels(int nomis, std::string_view nomis_day, int record, std::string_view record_day) {
  return {{nomis, nomis_entry, day(nomis_day)}, {record, record_entry, day(record_day)}};
}

Fact<int> higher(const TwoSided<int>& sides) {
  return sides.settled([](int a, int b) { return std::optional{std::max(a, b)}; });
}

}  // namespace

TEST_CASE("a fact that only one side knows is that side's") {
  CHECK_FALSE(higher({}));
  CHECK(*higher({{2, nomis_entry, day("2026-10-01")}, {}}) == 2);
  CHECK(*higher({{}, {1, record_entry, day("2026-10-01")}}) == 1);
}

TEST_CASE("a record about a later day than the NOMIS fact is used") {
  const auto held = higher(levels(3, "2026-10-01", 1, "2026-10-02"));
  CHECK(*held == 1);
  CHECK(held.entry == record_entry);
}

TEST_CASE("a record about the same day or an earlier one does not beat the stricter fact of NOMIS") {
  CHECK(*higher(levels(3, "2026-10-01", 1, "2026-10-01")) == 3);
  CHECK(*higher(levels(3, "2026-10-01", 1, "2026-09-30")) == 3);
}

TEST_CASE("an older record that is the stricter is used all the same") {
  const auto held = higher(levels(1, "2026-10-01", 3, "2026-03-02"));
  CHECK(*held == 3);
  CHECK(held.entry == record_entry);
}

TEST_CASE("where neither side is the stricter nothing is settled") {
  const auto neither = [](int, int) { return std::optional<int>{}; };
  CHECK_FALSE(levels(2, "2026-10-01", 3, "2026-03-02").settled(neither));
  CHECK(*levels(2, "2026-10-01", 3, "2026-10-02").settled(neither) == 3);
}

TEST_CASE("where neither is the stricter a record of the same day answers the export that had come before it") {
  const auto neither = [](int, int) { return std::optional<int>{}; };
  CHECK(*levels(2, "2026-10-01", 3, "2026-10-01").settled(neither) == 3);
  TwoSided<int> recorded_first = levels(2, "2026-10-01", 3, "2026-10-01");
  recorded_first.nomis.entry = 3;
  CHECK_FALSE(recorded_first.settled(neither));
}

TEST_CASE("two sides disagree only where both are known") {
  CHECK(levels(2, "2026-10-01", 3, "2026-10-01").disagree());
  CHECK_FALSE(levels(2, "2026-10-01", 2, "2026-10-01").disagree());
  CHECK_FALSE(TwoSided<int>{{2, nomis_entry, day("2026-10-01")}, {}}.disagree());
}
