#include "mappa/store/trouble.hpp"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

namespace mappa {
namespace {

constexpr const char* kRestore =
    "Do not write to it any more: keep a copy of the file for whoever looks into it, and restore the last "
    "backup that verifies.";

// Whether SQLite could not write, or make room for what it would write. A disk that is full shows as any of
// these, depending on which of the casebook's files met it first.
bool could_not_write(int extended_code) {
  switch (extended_code) {
    case SQLITE_IOERR_WRITE:
    case SQLITE_IOERR_DIR_FSYNC:
    case SQLITE_IOERR_TRUNCATE:
    case SQLITE_IOERR_SHMOPEN:
    case SQLITE_IOERR_SHMSIZE:
    case SQLITE_IOERR_SHMMAP:
      return true;
    default:
      return false;
  }
}

Fault cannot_use(const SQLite::Exception& reported, const std::string& path) {
  const bool writing = could_not_write(reported.getExtendedErrorCode());
  return Fault(Cause::unexpected,
               "The casebook " + path + (writing ? " cannot be written to: " : " cannot be used: ") + reported.what() +
                   ". Nothing was written.",
               writing ? "The disk that holds it may be full, or failing: make room on it, or check it, then try again."
                       : "Check the disk that holds it, then try again.");
}

// All stands in the log by then, but the disk does not say that it will stay there: the next to open the casebook
// may find it whole, or nothing of it.
Fault unsure(const SQLite::Exception& reported, const std::string& path) {
  return Fault(Cause::unexpected,
               "The disk that holds the casebook " + path + " did not confirm what was written (" + reported.what() +
                   "). All of it may be there, or nothing.",
               "The disk may be full, or failing: make room on it, or check it; then look what the casebook holds "
               "(mappa imports, mappa history) before you try again.");
}

}  // namespace

Fault trouble(const SQLite::Exception& reported, const std::string& path) {
  switch (reported.getErrorCode() & 0xff) {  // the low byte is the primary code
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return Fault(Cause::busy, "Another program is writing to the casebook " + path + ".", "Try again.");
    case SQLITE_CORRUPT:
      return damaged(path, std::string("Its database is damaged (") + reported.what() + ").");
    case SQLITE_NOTADB:
      return no_casebook(path);
    case SQLITE_READONLY:
      return read_only(path);
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
      return Fault(Cause::unreadable, "The casebook " + path + " cannot be opened.",
                   "Check that you may read the file and its folder, or name another casebook.");
    case SQLITE_FULL:
      return Fault(Cause::unexpected,
                   "The disk that holds the casebook " + path + " is full. Nothing was written.",
                   "Make room on it, then try again.");
    default:
      if (reported.getExtendedErrorCode() == SQLITE_IOERR_FSYNC) return unsure(reported, path);
      return cannot_use(reported, path);
  }
}

Fault no_casebook(const std::string& path) {
  return Fault(
      Cause::unreadable, path + " is not a casebook.",
      "Name the file that holds your casebook, or make a new one under another name with mappa init.");
}

Fault damaged(const std::string& path, const std::string& what) {
  return Fault(Cause::integrity, "The casebook " + path + " does not verify. " + what, kRestore);
}

Fault missing_entry(const std::string& path, EntryId id) {
  return damaged(path, "Entry " + std::to_string(id) + " is missing.");
}

Fault read_only(const std::string& path) {
  return Fault(Cause::refused, "The casebook " + path + " may only be read.",
               "Ask its owner for the right to write to it and its folder, or name another casebook.");
}

}  // namespace mappa
