#include "mappa/base/nearest.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mappa/base/text.hpp"

namespace mappa {

namespace {

using Row = std::vector<std::size_t>;

// Edits that turn one text into the other: insertions, deletions, substitutions and swaps of
// neighbours, counted row by row of the usual table; a swap looks back two rows.
std::size_t edits(std::string_view from, std::string_view to) {
  Row before_last(to.size() + 1), last(to.size() + 1), row(to.size() + 1);
  std::iota(last.begin(), last.end(), std::size_t{0});
  for (std::size_t i = 1; i <= from.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= to.size(); ++j) {
      const std::size_t substitution = from[i - 1] == to[j - 1] ? 0 : 1;
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + substitution});
      if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
        row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
    std::swap(before_last, last);
    std::swap(last, row);
  }
  return last[to.size()];
}

std::size_t allowed_edits(std::string_view one, std::string_view other) {
  return std::max<std::size_t>(1, std::max(one.size(), other.size()) / 3);
}

std::size_t difference(std::size_t one, std::size_t other) { return one > other ? one - other : other - one; }

}  // namespace

std::optional<std::string> nearest(std::string_view typed, std::span<const std::string> candidates) {
  const std::string wanted = lower(typed);
  std::optional<std::string> best;
  std::size_t fewest = 0;
  for (const std::string& candidate : candidates) {
    const std::size_t allowed = allowed_edits(wanted, candidate);
    if (difference(wanted.size(), candidate.size()) > allowed) continue;  // spares the table for long texts
    const std::size_t count = edits(wanted, lower(candidate));
    if (count > allowed || (best && count >= fewest)) continue;
    best = candidate;
    fewest = count;
  }
  return best;
}

}  // namespace mappa
