// Measures mappa import beside its peers, and readers beside an import. To be started by run.sh.
#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <string>

#include "clock.hpp"
#include "imports.hpp"
#include "machine.hpp"
#include "options.hpp"
#include "readers.hpp"

namespace bench {
namespace {

void measure(const Options& options) {
  fmt::print("{}; {}; `tests/bench/run.sh{}{}`; medians of {} pairs.\n\n", machine(), today(),
             options.typed.empty() ? "" : " ", options.typed, options.pairs);
  std::fflush(stdout);
  fmt::print("{}", measure_imports(options));
  std::fflush(stdout);
  if (options.readers > 0) fmt::print("\n{}", measure_readers(options));
}

}  // namespace
}  // namespace bench

int main(int argc, char** argv) {
  try {
    bench::measure(bench::options({argv + 1, argv + argc}));
    return 0;
  } catch (const std::exception& error) {
    fmt::print(stderr, "bench: {}\n", error.what());
    return 1;
  }
}
