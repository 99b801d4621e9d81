#include "mappa/nomis/telling.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mappa {
namespace {

constexpr std::size_t notes_told = 10;

}  // namespace

void Telling::add(const Problems& problems) {
  for (const Problem& problem : problems) {
    if (problem.weight == Weight::note) {
      Kind& kind = notes_[{problem.id, problem.field}];
      if (kind.told == notes_told) {
        if (kind.left_out++ == 0) kind.first_left_out = problem;
        continue;
      }
      ++kind.told;
    }
    told_.push_back(problem);
  }
}

Problems Telling::finish() {
  for (auto& [of, kind] : notes_) {
    if (kind.left_out == 0) continue;
    kind.first_left_out.value.clear();
    kind.first_left_out.what = fmt::format("The same from here on in {} more {}.", kind.left_out, kind.left_out == 1 ? "place" : "places");
    told_.push_back(std::move(kind.first_left_out));
  }
  std::ranges::stable_sort(told_, {}, &Problem::line);
  for (Problem& problem : told_) problem.file = file_;
  return std::move(told_);
}

}  // namespace mappa
