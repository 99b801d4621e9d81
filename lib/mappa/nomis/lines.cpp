#include "mappa/nomis/lines.hpp"

#include <algorithm>

namespace mappa {
namespace {

// How many bytes the first line takes; nothing where its end is not there yet.
std::size_t size_of_line(std::string_view text, bool ended) {
  const auto newline = text.find('\n');
  const auto carriage_return = text.substr(0, newline).find('\r');
  if (carriage_return == std::string_view::npos) return newline == std::string_view::npos ? 0 : newline + 1;
  const bool both = carriage_return + 1 == newline;
  if (both) return newline + 1;
  // A newline may still come behind it.
  if (carriage_return + 1 == text.size() && !ended) return 0;
  return carriage_return + 1;
}

}  // namespace

bool Lines::fill() {
  if (ended_) return false;
  held_.erase(0, mark_);
  at_ -= mark_;
  mark_ = 0;
  const auto piece = text_.next();
  held_ += piece;
  ended_ = piece.empty();
  return true;
}

std::string_view Lines::next() {
  for (;;) {
    const auto ahead = std::string_view(held_).substr(at_);
    auto size = size_of_line(ahead, ended_);
    if (size == 0 && fill()) continue;
    if (size == 0) size = ahead.size();
    at_ += size;
    return std::string_view(held_).substr(at_ - size, size);
  }
}

bool Lines::at_end() {
  while (at_ == held_.size())
    if (!fill()) return true;
  return false;
}

}  // namespace mappa
