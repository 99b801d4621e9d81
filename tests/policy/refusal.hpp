#pragma once

#include <doctest/doctest.h>

#include <string>

#include "mappa/base/fault.hpp"

namespace mappa::testing {

// What is said and advised about a configuration that is refused; taken: what stands for one that is not.
template <class Read, class Text>
std::string refusal_by(const Read& read, const Text& text, const std::string& taken = "") {
  try {
    static_cast<void>(read(text));
  } catch (const Fault& fault) {
    CHECK(fault.cause() == Cause::configuration);
    return fault.happened() + " " + fault.remedy();
  }
  return taken;
}

}  // namespace mappa::testing
