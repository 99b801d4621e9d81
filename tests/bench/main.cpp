// Measures mappa beside its peers: imports, readers beside an import, and what a casebook is asked. To be started by run.sh.
#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <string>

#include "clock.hpp"
#include "imports.hpp"
#include "machine.hpp"
#include "options.hpp"
#include "questions.hpp"
#include "readers.hpp"

namespace bench {
namespace {

void show(const std::string& table) {
  fmt::print("{}\n", table);
  std::fflush(stdout);
}

void measure(const Options& options) {
  const auto load_before = load();
  fmt::print("{}; {}; `tests/bench/run.sh{}{}`; medians of {} pairs.\n\n", machine(), today(),
             options.typed.empty() ? "" : " ", options.typed, options.pairs);
  std::fflush(stdout);
  if (options.wants("imports")) show(measure_imports(options));
  if (options.wants("readers") && options.readers > 0) show(measure_readers(options));
  if (options.wants("everybody") || options.wants("one") || options.wants("due")) show(measure_questions(options));
  fmt::print(
      "The machine's load was {} when this began and {} at its end; the benchmark itself makes about 1.\n",
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
