#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

namespace mappa {

// What one thread hands over to another, or to several, in order; whoever is ahead waits.
template <class T>
class Handover {
 public:
  // most: how many may wait to be taken.
  explicit Handover(std::size_t most) : most_(most) {}

  // False where the taker gave up: nobody wants more.
  bool give(T one) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return waiting_.size() < most_ || given_up_; });
    if (given_up_) return false;
    waiting_.push_back(std::move(one));
    changed_.notify_all();
    return true;
  }
  // Nothing more comes.
  void end() {
    const std::lock_guard lock(mutex_);
    ended_ = true;
    changed_.notify_all();
  }

  // Nothing at the end.
  std::optional<T> take() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return !waiting_.empty() || ended_; });
    if (waiting_.empty()) return std::nullopt;
    T one = std::move(waiting_.front());
    waiting_.pop_front();
    changed_.notify_all();
    return one;
  }
  void give_up() {
    const std::lock_guard lock(mutex_);
    given_up_ = true;
    changed_.notify_all();
  }

 private:
  std::size_t most_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<T> waiting_;
  bool ended_ = false, given_up_ = false;
};

}  // namespace mappa
