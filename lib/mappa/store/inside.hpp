#pragma once

#include <chrono>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mappa/store/connection.hpp"
#include "mappa/store/store.hpp"

namespace mappa {

// What the pages of a connection may take in memory, in bytes: as SQLite has it, and for very many entries.
constexpr std::int64_t kMemory = 2 * 1024 * 1024, kMemoryForMany = 32 * 1024 * 1024;

// Where no day is known for a deadline, in place of the days since 1970.
constexpr int no_day = std::numeric_limits<int>::min();

// The connections of one store that nobody uses at the moment.
class Pool {
 public:
  Pool(std::string path, std::chrono::milliseconds wait) : path_(std::move(path)), wait_(wait) {}
  std::unique_ptr<Connection> take();
  void give_back(std::unique_ptr<Connection> connection) noexcept;

 private:
  std::string path_;
  std::chrono::milliseconds wait_;
  std::vector<std::unique_ptr<Connection>> idle_;
};

struct Store::Inside {
  std::shared_ptr<Pool> pool;
};

// A transaction on a connection of its own; what it did not commit is undone when it goes.
struct Snapshot::Inside {
  // begin: the statement that begins it. Checks that the newest entry is there, and those about no case.
  Inside(std::shared_ptr<Pool> from, const char* begin);
  Inside(const Inside&) = delete;
  Inside& operator=(const Inside&) = delete;
  ~Inside();

  // The connection; throws unexpected when the transaction is over.
  Connection& open() const;
  void undo() noexcept;

  // Before entries are read: that none of those is missing. Each once.
  void check_all();
  void check_about(const PrisonNumber& number);
  void check_of_kind(const std::string& kind);
  std::optional<PrisonNumber> checked;  // the last person of whom none is missing

  // For conditions on `e`: leaves out what was recorded too late to be seen.
  std::string seen() const;

  std::shared_ptr<Pool> pool;
  std::unique_ptr<Connection> connection;
  std::optional<EntryId> last;  // the newest entry that is seen; nothing: all are
  // Of a change:
  Now now;
  Head head;           // the newest entry, own ones included
  Instant not_before;  // when it was recorded
  std::int64_t about_itself = 0;  // how many of its own entries are about no case
  bool for_many = false;
  // What entries are written with: the last day and instant that were put into words, and their words.
  std::optional<Date> on;
  std::optional<Instant> recorded_at;
  std::string on_words, recorded_at_words;
  // Salts that no body has yet: many are made at once.
  std::string salts;
  std::size_t salts_used = 0;
  std::string_view fresh_salt();

 private:
  bool all_checked = false;
};

}  // namespace mappa
