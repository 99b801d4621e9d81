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
  const auto load_before = load();
  fmt::print("{}; {}; `tests/bench/run.sh{}{}`; medians of {} pairs.\n\n", machine(), today(),
             options.typed.empty() ? "" : " ", options.typed, options.pairs);
  std::fflush(stdout);
  fmt::print("{}", measure_imports(options));
  std::fflush(stdout);
  if (options.readers > 0) fmt::print("\n{}", measure_readers(options));
  fmt::print(
      "\nThe machine's load was {} when this began and {} at its end; the benchmark itself makes about 1.\n",
      load_before, load());
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
