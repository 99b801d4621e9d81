#include "mappa/base/fault.hpp"

#include <doctest/doctest.h>

#include <exception>
#include <string>

using namespace mappa;

TEST_CASE("a fault carries its cause and what happened and what to do") {
  const Fault fault(Cause::busy, "Another program holds the store.", "Try again in a minute.");
  CHECK(fault.cause() == Cause::busy);
  CHECK(fault.happened() == "Another program holds the store.");
  CHECK(fault.remedy() == "Try again in a minute.");
}

TEST_CASE("whoever knows only std::exception still learns what happened") {
  try {
    throw Fault(Cause::not_found, "There is no case A1234BC.", "");
  } catch (const std::exception& error) {
    CHECK(std::string(error.what()) == "There is no case A1234BC.");
  }
}
