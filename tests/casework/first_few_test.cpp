// The first few of very many.
#include "mappa/casework/first_few.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <random>
#include <utility>

using namespace mappa;

namespace {

using Pair = std::pair<int, int>;

int first_of(const Pair& pair) { return pair.first; }

std::vector<Pair> sorted(std::vector<Pair> all) {
  std::ranges::stable_sort(all, {}, first_of);
  return all;
}

}  // namespace

TEST_CASE("the first few of very many are those that sorting all of them puts first") {
  std::mt19937 random(20261122);
  for (const std::size_t most : {0U, 1U, 4U, 50U}) {
    for (int round = 0; round < 200; ++round) {
      std::vector<Pair> all;
      FirstFew<Pair, first_of> few(most);
      const int size = static_cast<int>(random() % 40);
      for (int i = 0; i < size; ++i) {
        all.emplace_back(static_cast<int>(random() % 8), i);
        few.add(all.back());
      }
      CHECK(few.count() == all.size());
      auto wanted = sorted(all);
      wanted.resize(std::min(wanted.size(), most));
      CHECK(few.take() == wanted);
    }
  }
}

TEST_CASE("the first few may be all") {
  FirstFew<Pair, first_of> all(std::numeric_limits<std::size_t>::max());
  for (int i = 0; i < 100; ++i) all.add({99 - i, i});
  CHECK(all.take().size() == 100);
}
