// Writes an export of invented people: make_export FILE PEOPLE [--from INDEX] [--changed] [--mixed] [--seed N]
#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <fstream>
#include <random>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "people.hpp"

namespace bench {
namespace {

struct Wanted {
  std::string file;
  std::uint64_t people = 0;
  std::uint64_t from = 0;
  People who;
};

Wanted wanted(const std::vector<std::string>& words) {
  if (words.size() < 2)
    throw std::runtime_error("make_export FILE PEOPLE [--from INDEX] [--changed] [--mixed] [--seed N]");
  Wanted out{words[0], std::stoull(words[1]), 0, {}};
  for (std::size_t i = 2; i < words.size(); ++i) {
    if (words[i] == "--changed")
      out.who.changed = true;
    else if (words[i] == "--mixed")
      out.who.mixed = true;
    else if (words[i] == "--from")
      out.from = std::stoull(words.at(++i));
    else if (words[i] == "--seed")
      out.who.seed = std::stoull(words.at(++i));
    else
      throw std::runtime_error(words[i] + " is no option");
  }
  return out;
}

// Exports come in no order of prison numbers. Both modes come in the same one; std::shuffle would be free to
// differ between libraries.
std::vector<std::uint64_t> shuffled(const Wanted& wanted) {
  std::vector<std::uint64_t> order(wanted.people);
  for (std::uint64_t i = 0; i < wanted.people; ++i) order[i] = wanted.from + i;
  std::mt19937_64 random(wanted.who.seed);
  for (std::uint64_t i = wanted.people; i > 1; --i) std::swap(order[i - 1], order[random() % i]);
  return order;
}

void write(const Wanted& wanted) {
  std::ofstream out(wanted.file, std::ios::binary);
  out << header(wanted.who);
  for (const auto index : shuffled(wanted)) out << row(wanted.who, index);
  out.close();
  if (!out) throw std::runtime_error(wanted.file + " cannot be written");
}

}  // namespace
}  // namespace bench

int main(int argc, char** argv) {
  try {
    bench::write(bench::wanted({argv + 1, argv + argc}));
    return 0;
  } catch (const std::exception& error) {
    fmt::print(stderr, "make_export: {}\n", error.what());
    return 1;
  }
}
