#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace mappa {

// The first few of very many by a key, the earlier added first among equals. Memory holds at most twice as many as are
// wanted.
template <class T, auto key>
class FirstFew {
 public:
  explicit FirstFew(std::size_t most) : most_(most) {}

  void add(T one) {
    ++count_;
    held_.push_back(std::move(one));
    if (held_.size() / 2 >= most_) cut();
  }
  // How many were added.
  std::size_t count() const { return count_; }
  // In order; nothing is left.
  std::vector<T> take() {
    cut();
    return std::move(held_);
  }

 private:
  void cut() {
    std::ranges::stable_sort(held_, {}, key);
    if (held_.size() > most_) held_.erase(held_.begin() + static_cast<std::ptrdiff_t>(most_), held_.end());
  }

  std::size_t most_, count_ = 0;
  std::vector<T> held_;
};

}  // namespace mappa
