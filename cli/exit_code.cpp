#include "exit_code.hpp"

#include <algorithm>
#include <array>

namespace mappa {

int exit_code_of(Cause cause) {
  switch (cause) {
    case Cause::usage:
    case Cause::confirmation: return exit_code::usage;
    case Cause::not_found: return exit_code::not_found;
    case Cause::unreadable: return exit_code::unreadable;
    case Cause::busy: return exit_code::busy;
    case Cause::schema: return exit_code::schema;
    case Cause::integrity: return exit_code::integrity;
    case Cause::configuration: return exit_code::configuration;
    case Cause::refused: return exit_code::refused;
    case Cause::unexpected: return exit_code::unexpected;
  }
  return exit_code::unexpected;
}

int exit_code_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::clear: return exit_code::done;
    case Outcome::not_clear: return exit_code::not_clear;
    case Outcome::cannot_decide: return exit_code::cannot_decide;
    case Outcome::outside_order: return exit_code::outside_order;
  }
  return exit_code::unexpected;
}

int worse(int a, int b) {
  constexpr std::array from_worst{exit_code::not_clear, exit_code::cannot_decide, exit_code::outside_order, exit_code::done};
  return std::ranges::find(from_worst, a) < std::ranges::find(from_worst, b) ? a : b;
}

}  // namespace mappa
