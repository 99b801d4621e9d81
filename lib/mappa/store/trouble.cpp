#include "mappa/store/trouble.hpp"

#include <SQLiteCpp/Exception.h>
#include <fmt/format.h>
#include <sqlite3.h>

namespace mappa {
namespace {

constexpr const char* kRestore =
    "Do not write to it any more: keep a copy of the file for whoever looks into it, and restore the last "
    "backup that verifies.";

}  // namespace

Fault trouble(const SQLite::Exception& reported, const std::string& path) {
  switch (reported.getErrorCode() & 0xff) {  // the low byte is the primary code
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return Fault(Cause::busy, fmt::format("Another program is writing to the casebook {}.", path), "Try again.");
    case SQLITE_CORRUPT:
      return damaged(path, fmt::format("Its database is damaged ({}).", reported.what()));
    case SQLITE_NOTADB:
      return no_casebook(path);
    case SQLITE_READONLY:
      return read_only(path);
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
      return Fault(Cause::unreadable, fmt::format("The casebook {} cannot be opened.", path),
                   "Check that you may read the file and its folder, or name another casebook.");
    case SQLITE_FULL:
      return Fault(Cause::unexpected,
                   fmt::format("The disk that holds the casebook {} is full. Nothing was written.", path),
                   "Make room on it, then try again.");
    default:
      return Fault(Cause::unexpected,
                   fmt::format("The casebook {} cannot be used: {}. Nothing was written.", path, reported.what()),
                   "Check the disk that holds it, then try again.");
  }
}

Fault no_casebook(const std::string& path) {
  return Fault(Cause::unreadable, fmt::format("{} is not a casebook.", path),
               "Name the file that holds your casebook, or make a new one under another name with mappa init.");
}

Fault damaged(const std::string& path, const std::string& what) {
  return Fault(Cause::integrity, fmt::format("The casebook {} does not verify. {}", path, what), kRestore);
}

Fault missing_entry(const std::string& path, EntryId id) {
  return damaged(path, fmt::format("Entry {} is missing.", id));
}

Fault read_only(const std::string& path) {
  return Fault(Cause::refused, fmt::format("The casebook {} may only be read.", path),
               "Ask its owner for the right to write to it and its folder, or name another casebook.");
}

}  // namespace mappa
