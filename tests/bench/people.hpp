#pragma once

#include <cstdint>
#include <string>

namespace bench {

// People as an export tells them, made up from a seed and nothing else: the same on every machine.
struct People {
  std::uint64_t seed = 20;
  bool changed = false;  // the same people a day later: 3 in 100 with a moved date, a move or a new alert
  bool mixed = false;    // as a whole casebook holds them, with three columns more: see mixture.hpp
};

// The 23 headers, or 26, with a line end.
std::string header(const People& people);

// The row of one person, with a line end. 1 in 200 is bad, the same ones in both modes. Every index below
// 175 million is another prison number; neighbours are far apart.
std::string row(const People& people, std::uint64_t index);

}  // namespace bench
