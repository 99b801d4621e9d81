#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace mappa {

// What can be seen of a database file from outside, without opening it (opening and closing it would
// drop the locks that SQLite holds on it). Two equal ones mean that nobody wrote in between.
struct Sight {
  std::uint64_t device = 0, inode = 0;
  std::int64_t size = 0, modified = 0, changed = 0;  // bytes; nanoseconds since 1970

  friend bool operator==(const Sight&, const Sight&) = default;
};

// Nothing when the file cannot be seen, or when work that is not yet in it lies beside it (a non-empty
// -wal or -journal).
std::optional<Sight> sight_of(const std::string& file);

}  // namespace mappa
