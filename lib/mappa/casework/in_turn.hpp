#pragma once

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <deque>
#include <functional>
#include <future>
#include <thread>
#include <utility>

namespace mappa {

// Works at several pieces at once, as many as there are processors, and hands over what came of them in the order in
// which they were begun. Memory holds those that are worked at. What a piece throws is thrown where its turn comes.
template <class T>
class InTurn {
 public:
  explicit InTurn(std::function<void(T&&)> take) : take_(std::move(take)) {}

  // work: called once, in another thread, or where there is none to be had, in this one.
  template <std::invocable Work>
  void begin(Work work) {
    if (begun_.size() > at_once_) take_first();
    begun_.push_back(std::async(std::launch::async | std::launch::deferred, std::move(work)));
  }
  // To be called when nothing more comes.
  void finish() {
    while (!begun_.empty()) take_first();
  }

 private:
  void take_first() {
    auto first = std::move(begun_.front());
    begun_.pop_front();
    take_(first.get());
  }

  std::function<void(T&&)> take_;
  std::size_t at_once_ = std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, 8);
  std::deque<std::future<T>> begun_;
};

}  // namespace mappa
