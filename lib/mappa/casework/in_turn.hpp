#pragma once

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <deque>
#include <functional>
#include <future>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include "mappa/casework/handover.hpp"

namespace mappa {

// Works at several pieces at once, in as many threads as there are processors, and hands over what came of them in the
// order in which they were begun. Memory holds a few pieces for each thread. What a piece throws is thrown where its
// turn comes.
template <class T>
class InTurn {
 public:
  explicit InTurn(std::function<void(T&&)> take) : take_(std::move(take)), waiting_(most()) {
    try {
      while (threads_.size() < at_once()) threads_.emplace_back([this] { work(); });
    } catch (const std::system_error&) {
      // With fewer threads, or none, it is the same and slower.
    }
  }
  ~InTurn() {
    waiting_.end();
    for (auto& thread : threads_) thread.join();
  }
  InTurn(const InTurn&) = delete;
  InTurn& operator=(const InTurn&) = delete;

  // work: called once, in another thread, or where there is none to be had, in this one.
  template <std::invocable Work>
  void begin(Work work) {
    if (begun_.size() >= most()) take_first();
    std::packaged_task<T()> task(std::move(work));
    begun_.push_back(task.get_future());
    if (threads_.empty()) task();
    else waiting_.give(std::move(task));
  }
  // To be called when nothing more comes.
  void finish() {
    while (!begun_.empty()) take_first();
  }

 private:
  static std::size_t at_once() { return std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, 8); }
  static std::size_t most() { return 2 * at_once(); }

  void work() {
    while (auto task = waiting_.take()) (*task)();
  }
  void take_first() {
    auto first = std::move(begun_.front());
    begun_.pop_front();
    take_(first.get());
  }

  std::function<void(T&&)> take_;
  Handover<std::packaged_task<T()>> waiting_;
  std::deque<std::future<T>> begun_;
  std::vector<std::thread> threads_;
};

}  // namespace mappa
