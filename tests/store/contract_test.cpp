#include "store/contract.hpp"

#include <doctest/doctest.h>

#include "store/support.hpp"

using namespace mappa;
using namespace mappa::testing;

TEST_CASE("a casebook in an SQLite file keeps the contract of stores") {
  const Folder folder;
  int count = 0;
  const auto file = [&] { return folder.file("casebook-" + std::to_string(count) + ".db"); };
  Engine engine;
  engine.fresh = [&] {
    ++count;
    return Store::create(file());
  };
  engine.again = [&] { return Store::open(file(), Store::Wait(0)); };
  check_contract(engine);
}
