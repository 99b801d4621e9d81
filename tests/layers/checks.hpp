#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "source.hpp"

namespace layers {

struct Mistake {
  std::string path;
  std::size_t line;
  std::string what;
};

// Includes that the table of layers does not allow. sources: sorted by path.
std::vector<Mistake> check_includes(const std::vector<Source>& sources);

// Clock, printing and other words where they must not stand.
std::vector<Mistake> check_words(const std::vector<Source>& sources);

// SQL in string literals outside the store, and the clock in the SQL of the store.
std::vector<Mistake> check_sql(const std::vector<Source>& sources);

}  // namespace layers
