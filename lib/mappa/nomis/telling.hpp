#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>

#include "mappa/base/problem.hpp"

namespace mappa {

// Gathers problems: each error and warning, and the first few notes of a kind, with the count of the others.
class Telling {
 public:
  explicit Telling(std::string file) : file_(std::move(file)) {}
  void add(const Problems& problems);
  // All of them by line, once.
  Problems finish();

 private:
  struct Kind {
    std::size_t told = 0, left_out = 0;
    Problem first_left_out;
  };
  std::string file_;
  Problems told_;
  std::map<std::pair<std::string, std::string>, Kind> notes_;  // by id and field
};

}  // namespace mappa
