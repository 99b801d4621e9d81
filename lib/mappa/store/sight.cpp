#include "mappa/store/sight.hpp"

#include <sys/stat.h>

#include <cerrno>

namespace mappa {
namespace {

std::int64_t nanoseconds(const timespec& time) {
  return time.tv_sec * std::int64_t{1'000'000'000} + time.tv_nsec;
}

// Absent or empty for certain; what cannot be looked at is not.
bool nothing_in(const std::string& file) {
  struct stat seen = {};
  return ::stat(file.c_str(), &seen) == 0 ? seen.st_size == 0 : errno == ENOENT;
}

}  // namespace

std::optional<Sight> sight_of(const std::string& file) {
  struct stat seen = {};
  if (::stat(file.c_str(), &seen) != 0) return std::nullopt;
  if (!nothing_in(file + "-wal") || !nothing_in(file + "-journal")) return std::nullopt;
  return Sight{seen.st_dev, seen.st_ino, seen.st_size, nanoseconds(seen.st_mtim), nanoseconds(seen.st_ctim)};
}

}  // namespace mappa
