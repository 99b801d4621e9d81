#include "difference.hpp"

#include <algorithm>

namespace transcripts {
namespace {

using Lines = std::vector<std::string>;

constexpr std::size_t context = 2;

struct Edit {
  char mark;  // ' ' in both, '-' expected only, '+' found only
  std::string line;
  std::size_t at;  // how many expected lines stand before it
};

// lengths[a][b]: the longest common subsequence of expected from a and found from b.
std::vector<std::vector<unsigned>> lengths(const Lines& expected, const Lines& found) {
  std::vector<std::vector<unsigned>> table(expected.size() + 1, std::vector<unsigned>(found.size() + 1, 0));
  for (auto a = expected.size(); a-- > 0;) {
    for (auto b = found.size(); b-- > 0;) {
      table[a][b] =
          expected[a] == found[b] ? table[a + 1][b + 1] + 1 : std::max(table[a + 1][b], table[a][b + 1]);
    }
  }
  return table;
}

std::vector<Edit> edits(const Lines& expected, const Lines& found) {
  const auto table = lengths(expected, found);
  std::vector<Edit> all;
  std::size_t a = 0;
  std::size_t b = 0;
  while (a < expected.size() || b < found.size()) {
    if (a < expected.size() && b < found.size() && expected[a] == found[b]) {
      all.push_back({' ', expected[a], a});
      ++a;
      ++b;
    } else if (a < expected.size() && (b == found.size() || table[a + 1][b] >= table[a][b + 1])) {
      all.push_back({'-', expected[a], a});
      ++a;
    } else {
      all.push_back({'+', found[b], a});
      ++b;
    }
  }
  return all;
}

// Whether a change stands within the context of this edit.
bool near_change(const std::vector<Edit>& all, std::size_t at) {
  const auto from = at > context ? at - context : 0;
  const auto to = std::min(at + context + 1, all.size());
  return std::any_of(all.begin() + static_cast<std::ptrdiff_t>(from),
                     all.begin() + static_cast<std::ptrdiff_t>(to),
                     [](const Edit& edit) { return edit.mark != ' '; });
}

}  // namespace

std::string difference(const Lines& expected, const Lines& found, const std::string& name,
                       std::size_t first) {
  if (expected == found) return {};
  const auto all = edits(expected, found);
  std::string text;
  bool open = false;
  for (std::size_t at = 0; at < all.size(); ++at) {
    const bool shown = near_change(all, at);
    if (shown && !open) text += "@@ " + name + ':' + std::to_string(first + all[at].at) + '\n';
    if (shown) text += all[at].mark + all[at].line + '\n';
    open = shown;
  }
  return text;
}

}  // namespace transcripts
