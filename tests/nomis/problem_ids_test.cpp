#include "mappa/nomis/problem_ids.hpp"

#include <set>

#include "nomis/exports.hpp"

using namespace mappa;

// Ids and weights are printed and may be stored: a change here is a change of a contract.
TEST_CASE("the ids of an export's problems are frozen") {
  std::set<std::string> found;
  for (const ProblemKind& kind : nomis_problem::all)
    found.insert(std::string(kind.id) + " " + name(kind.weight));
  CHECK(found.size() == nomis_problem::all.size());
  const std::set<std::string> frozen{
      "nomis.alert error",
      "nomis.alert-expired warning",
      "nomis.alert-repeated note",
      "nomis.alert-states note",
      "nomis.alert-type warning",
      "nomis.alerts-for-nobody warning",
      "nomis.cells error",
      "nomis.code error",
      "nomis.column-ignored note",
      "nomis.column-twice warning",
      "nomis.cro warning",
      "nomis.date error",
      "nomis.date-none note",
      "nomis.date-order error",
      "nomis.date-sequence warning",
      "nomis.date-time note",
      "nomis.duplicate error",
      "nomis.duplicate-rejected warning",
      "nomis.encoding note",
      "nomis.flag error",
      "nomis.identifiers warning",
      "nomis.merged warning",
      "nomis.pnc warning",
      "nomis.prison-number error",
      "nomis.quotes error",
      "nomis.record error",
      "nomis.repaired note",
      "nomis.repeated note",
      "nomis.type error",
      "nomis.values-differ error",
  };
  CHECK(found == frozen);
}

TEST_CASE("every kind of problem says what to do") {
  for (const ProblemKind& kind : nomis_problem::all) {
    CAPTURE(kind.id);
    CHECK(std::string_view(kind.remedy).size() > 20);
    CHECK(std::string_view(kind.remedy).ends_with('.'));
  }
}
