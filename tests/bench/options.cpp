#include "options.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <sstream>
#include <stdexcept>

#include "figures.hpp"

namespace bench {
namespace {

std::string path_from(const std::string& word) { return std::filesystem::absolute(word).string(); }

// "everybody,due"
std::set<std::string> parts_from(const std::string& word) {
  const std::set<std::string> known{"imports", "readers", "everybody", "one", "due"};
  std::set<std::string> out;
  std::istringstream in(word);
  for (std::string part; std::getline(in, part, ',');) {
    if (!known.contains(part)) throw std::runtime_error(fmt::format("--only takes {}", fmt::join(known, ", ")));
    out.insert(part);
  }
  return out;
}

}  // namespace

// The six paths come first, from run.sh; what was typed follows.
Options options(const std::vector<std::string>& words) {
  constexpr std::size_t paths = 6;
  if (words.size() < paths) throw std::runtime_error("use tests/bench/run.sh");
  Options out;
  out.mappa = path_from(words[0]);
  out.programs = path_from(words[1]);
  out.sqlite3 = path_from(words[2]);
  out.python3 = path_from(words[3]);
  out.peers = path_from(words[4] + "/peers");
  out.configuration = path_from(words[4] + "/mappa.toml");
  out.folder = path_from(words[5]);
  const std::vector<std::string> typed(words.begin() + paths, words.end());
  out.typed = fmt::format("{}", fmt::join(typed, " "));
  std::vector<unsigned long> sizes;
  for (std::size_t i = 0; i < typed.size(); ++i) {
    const bool last = i + 1 == typed.size();
    if (typed[i] == "--pairs" && !last)
      out.pairs = static_cast<int>(count_from(typed[++i]));
    else if (typed[i] == "--beside" && !last)
      out.beside = typed[++i];
    else if (typed[i] == "--only" && !last)
      out.only = parts_from(typed[++i]);
    else if (typed[i] == "--numbers" && !last)
      out.numbers = static_cast<int>(count_from(typed[++i]));
    else if (typed[i] == "--readers" && !last)
      out.readers = typed[++i] == "none" ? 0 : count_from(typed[i]);
    else
      sizes.push_back(count_from(typed[i]));
  }
  if (!sizes.empty()) out.sizes = sizes;
  return out;
}

}  // namespace bench
