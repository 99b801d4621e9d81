#include "mappa/base/problem.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace mappa;

TEST_CASE("the names of weights are stored and never change") {
  CHECK(std::string(name(Weight::error)) == "error");
  CHECK(std::string(name(Weight::warning)) == "warning");
  CHECK(std::string(name(Weight::note)) == "note");
}

TEST_CASE("a problem is an error without a place until somebody says otherwise") {
  const Problem problem;
  CHECK(problem.weight == Weight::error);
  CHECK(problem.line == 0);
  CHECK(problem.file.empty());
}
