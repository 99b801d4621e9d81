#include "imports.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "contestants.hpp"
#include "figures.hpp"
#include "folders.hpp"
#include "pairs.hpp"

namespace bench {
namespace {

struct Scenario {
  const char* name;
  const char* start;  // the folder of a contestant that is copied
  const char* file;
  const char* exported_on;
};

constexpr std::array scenarios{Scenario{"first import", "empty", "people.csv", "2026-11-20"},
                               Scenario{"same file again", "full", "people.csv", "2026-11-20"},
                               Scenario{"3 % changed", "full", "changed.csv", "2026-11-21"}};

// What was new, changed, unchanged and rejected, as the program itself printed it.
using Counts = std::array<unsigned long, 4>;

Counts counts_in(const std::string& file) {
  constexpr std::array names{"new", "changed", "unchanged", "rejected"};
  Counts counts{};
  std::ifstream in(file);
  for (std::string word; in >> word;) {
    const auto found = std::ranges::find(names, word);
    if (unsigned long count = 0; found != names.end() && in >> count)
      counts[static_cast<std::size_t>(found - names.begin())] = count;
    in.clear();
  }
  return counts;
}

// The contestants on the files of one size.
class Size {
 public:
  Size(const Options& options, unsigned long people)
      : options_(options), folder_(options.folder + "/imports"), people_(people) {
    make_file("people.csv", {});
    make_file("changed.csv", {"--changed"});
  }

  void prepare(const Contestant& contestant) {
    const auto own = place(contestant);
    std::filesystem::create_directories(own + "/empty");
    for (const auto& words : contestant.begin) run_well({words, own + "/empty"});
    import(contestant, scenarios[0], "/dev/null");
    std::filesystem::rename(work(), own + "/full");
    std::filesystem::remove(own + "/full/export.csv");
  }

  // The warm-up: both must say the same of what they did.
  void warm_up(const Contestant& ours, const Contestant& peer, const Scenario& scenario) {
    const auto said = folder_.path() + "/said";
    import(ours, scenario, said);
    const Counts here = counts_in(said);
    import(peer, scenario, said);
    const Counts there = counts_in(said);
    if (here != there)
      throw std::runtime_error(fmt::format("{}, {}: mappa counts {}, {} counts {}", people_, scenario.name,
                                           fmt::join(here, "/"), peer.name, fmt::join(there, "/")));
    fmt::print(stderr, "{}, {}, {}: new/changed/unchanged/rejected {}\n", short_count(people_), scenario.name,
               peer.name, fmt::join(here, "/"));
  }

  Run timed(const Contestant& contestant, const Scenario& scenario) {
    return import(contestant, scenario, "/dev/null");
  }

 private:
  std::string place(const Contestant& contestant) const { return folder_.path() + "/" + contestant.name; }
  std::string work() const { return folder_.path() + "/work"; }

  void make_file(const std::string& name, const std::vector<std::string>& more) {
    std::vector<std::string> words = {options_.program("make_export"), name, std::to_string(people_)};
    words.insert(words.end(), more.begin(), more.end());
    run_well({words, folder_.path()});
  }

  Run import(const Contestant& contestant, const Scenario& scenario, const std::string& output) {
    std::filesystem::remove_all(work());
    std::filesystem::create_directories(work());
    std::filesystem::create_symlink(folder_.path() + "/" + scenario.file, work() + "/export.csv");
    copy_and_settle(place(contestant) + "/" + scenario.start, work());
    return run_well({contestant.import(scenario.exported_on), work(), output});
  }

  const Options& options_;
  Folder folder_;
  unsigned long people_;
};

std::vector<std::string> measure(Size& size, const Contestant& ours, const Contestant& peer,
                                 const Scenario& scenario, int pairs) {
  size.warm_up(ours, peer, scenario);
  Pairs measured;
  for (int pair = 0; pair < pairs; ++pair) {
    const Run here = size.timed(ours, scenario);
    const Run there = size.timed(peer, scenario);
    measured.add(here, there);
    fmt::print(stderr, "  {} and {}\n", in_seconds(here.seconds), in_seconds(there.seconds));
  }
  return row_of({scenario.name, peer.name}, measured.cells());
}

}  // namespace

std::string measure_imports(const Options& options) {
  const Contestant ours = mappa(options);
  std::vector<std::vector<std::string>> rows = {row_of({"people", "import", "beside"}, Pairs::headings())};
  for (const auto people : options.sizes) {
    Size size(options, people);
    size.prepare(ours);
    for (const auto& peer : peers(options)) {
      size.prepare(peer);
      for (const auto& scenario : scenarios)
        rows.push_back(row_of({short_count(people)}, measure(size, ours, peer, scenario, options.pairs)));
    }
  }
  return markdown(rows);
}

}  // namespace bench
