#include "readers.hpp"

#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <future>
#include <map>
#include <stdexcept>
#include <thread>
#include <vector>

#include "contestants.hpp"
#include "figures.hpp"
#include "folders.hpp"
#include "process.hpp"

namespace bench {
namespace {

constexpr int busy = 6;

// A casebook of others, and a file of people whom it does not hold.
class Casebook {
 public:
  explicit Casebook(const Options& options)
      : options_(options), ours_(mappa(options)), folder_(options.folder + "/readers") {
    const auto people = std::to_string(options.readers);
    std::filesystem::create_directories(start());
    run_well({{options.program("make_export"), "export.csv", people}, start()});
    for (const auto& words : ours_.begin) run_well({words, start()});
    import(start());
    numbers_ = held_numbers();
    run_well({{options.program("make_export"), "export.csv", people, "--from", people}, start()});
  }

  std::string copy(const std::string& name) const {
    const auto to = folder_.path() + "/" + name;
    copy_and_settle(start(), to);
    return to;
  }

  Run import(const std::string& where) const { return run_well({ours_.import("2026-11-20"), where}); }

  Run check(const std::string& where, std::size_t which) const {
    const Run out = look(where, numbers_[which % numbers_.size()]);
    if (!answered(out) && out.code != busy)
      throw std::runtime_error(fmt::format("check-release ended with exit code {}", out.code));
    return out;
  }

  Run record(const std::string& where) const {
    const auto& number = numbers_.front();
    return run(
        {{options_.mappa, "--store", "people.db", "--by", "bench", "record", number, "note", "--text", "x"},
         where});
  }

 private:
  Run look(const std::string& where, const std::string& number) const {
    return run({{options_.mappa, "--store", "people.db", "check-release", number}, where});
  }

  // Clear, not clear, undecided or outside the order: whatever it is, it is about a person.
  static bool answered(const Run& look) { return look.code == 0 || (look.code >= 10 && look.code <= 14); }

  std::string start() const { return folder_.path() + "/start"; }

  // Of people who are in the casebook: the file may have bad rows.
  std::vector<std::string> held_numbers() const {
    constexpr std::size_t enough = 97;
    std::vector<std::string> out;
    std::ifstream in(start() + "/export.csv");
    std::string line;
    std::getline(in, line);
    while (out.size() < enough && std::getline(in, line)) {
      const auto number = line.substr(0, line.find(','));
      if (answered(look(start(), number))) out.push_back(number);
    }
    if (out.empty()) throw std::runtime_error("no person of the first export can be looked at");
    return out;
  }

  const Options& options_;
  Contestant ours_;
  Folder folder_;
  std::vector<std::string> numbers_;
};

struct Looks {
  std::vector<double> seconds;
  int busy = 0;

  void add(const Run& run) {
    seconds.push_back(run.seconds);
    if (run.code == bench::busy) ++busy;
  }
  std::vector<std::string> row(const std::string& name) const {
    return {name,
            std::to_string(seconds.size()),
            in_milliseconds(quantile(seconds, 0.5)),
            in_milliseconds(quantile(seconds, 0.99)),
            in_milliseconds(quantile(seconds, 1)),
            std::to_string(busy)};
  }
};

}  // namespace

std::string measure_readers(const Options& options) {
  const Casebook casebook(options);
  const Run alone = casebook.import(casebook.copy("alone"));

  const auto where = casebook.copy("read");
  Looks idle;
  for (int i = 0; i < options.checks; ++i) idle.add(casebook.check(where, static_cast<std::size_t>(i)));

  auto import = std::async(std::launch::async, [&] { return casebook.import(where); });
  auto writer = std::async(std::launch::async, [&] {
    std::this_thread::sleep_for(std::chrono::duration<double>(alone.seconds / 2));
    return casebook.record(where);
  });
  Looks beside;
  while (import.wait_for(std::chrono::seconds(0)) != std::future_status::ready)
    beside.add(casebook.check(where, beside.seconds.size()));
  const Run imported = import.get();
  const Run written = writer.get();

  const std::vector<std::vector<std::string>> rows = {
      {"mappa check-release NUMBER", "times", "p50", "p99", "longest", "busy"},
      idle.row("nothing else runs"),
      beside.row("during the import")};
  const auto count = short_count(options.readers);
  return markdown(rows) +
         fmt::format(
             "\nThe import of {} into a casebook of {} others took {} alone, and {} beside the readers.\n"
             "`mappa record`, started {} after it, ended with exit code {} after {}.\n",
             count, count, in_seconds(alone.seconds), in_seconds(imported.seconds),
             in_seconds(alone.seconds / 2), written.code, in_seconds(written.seconds));
}

}  // namespace bench
