#pragma once

#include <functional>

#include "mappa/store/store.hpp"

namespace mappa::testing {

// One kind of store: makes a new, empty casebook, and opens the one it made last once more, as another
// program would, without any waiting for locks.
struct Engine {
  std::function<Store()> fresh;
  std::function<Store()> again;
};

// What every store must do. Call it from a test case.
void check_contract(const Engine& engine);

}  // namespace mappa::testing
