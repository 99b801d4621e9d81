#include "mappa/store/connection.hpp"

#include <sqlite3.h>
#include <sys/stat.h>

#include <filesystem>

#include "mappa/store/schema.hpp"

namespace mappa {
namespace {

// Names are kept out of temporary files, REPLACE fires the triggers, nothing in the file's own schema
// is trusted with more than it needs. The log beside the file is cut to nothing on closing, so that a
// backup copied over the file never meets the leavings of another.
constexpr const char* kSettings =
    "PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON; PRAGMA trusted_schema = OFF;"
    "PRAGMA temp_store = MEMORY; PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 4194304";

// The file that the path leads to. Throws unless it is one that could be a casebook.
std::string regular_file(const std::string& path) {
  std::error_code trouble;
  const auto status = std::filesystem::status(path, trouble);
  if (status.type() == std::filesystem::file_type::not_found) {
    throw Fault(Cause::not_found, "There is no casebook at " + path + ".",
                "Make one with mappa init, or name another.");
  }
  if (trouble) {
    throw Fault(Cause::unreadable, "The casebook " + path + " cannot be opened: " + trouble.message() + ".",
                "Check that you may read the file and its folder, or name another casebook.");
  }
  const auto file = std::filesystem::canonical(path, trouble);
  if (trouble || !std::filesystem::is_regular_file(status)) throw no_casebook(path);
  return file.string();
}

// What SQLite understands as this very file, never to change while it is open.
std::string unchanging(const std::string& file) {
  std::string uri = "file:";
  for (const char c : file) {  // what would end the name, or start an escape
    uri += c == '%' ? "%25" : c == '?' ? "%3f" : c == '#' ? "%23" : std::string(1, c);
  }
  return uri + "?immutable=1";
}

// Who may read the file may read its log as well. Not all can be changed by everybody, nor need be.
void share_log(const std::string& file) {
  struct stat of_file = {};
  struct stat of_log = {};
  if (::stat(file.c_str(), &of_file) != 0) return;
  for (const char* suffix : {"-wal", "-shm"}) {
    const auto log = file + suffix;
    if (::lstat(log.c_str(), &of_log) != 0 || !S_ISREG(of_log.st_mode)) continue;
    if ((of_log.st_mode & 0777) != (of_file.st_mode & 0777))
      (void)::chmod(log.c_str(), of_file.st_mode & 0777);
  }
}

// Readers and a writer do not wait for each other, and the log stays for those who cannot make one.
void keep_log(SQLite::Database& database, const std::string& file) {
  int keep = 1;
  sqlite3_file_control(database.getHandle(), "main", SQLITE_FCNTL_PERSIST_WAL, &keep);
  if (sqlite3_db_readonly(database.getHandle(), "main") != 0) return;
  if (database.execAndGet("PRAGMA journal_mode").getString() != "wal")
    database.exec("PRAGMA journal_mode = WAL");
  share_log(file);
}

// Whether SQLite may have failed only because there is no log and none can be made.
bool cannot_lock(const SQLite::Exception& reported) {
  const int code = reported.getErrorCode() & 0xff;
  return code == SQLITE_CANTOPEN || code == SQLITE_READONLY;
}

Fault unreadable_log(const std::string& path) {
  return Fault(
      Cause::unreadable,
      "The casebook " + path + " cannot be read without the files " + path + "-wal and " + path + "-shm.",
      "Ask its owner for the right to read them too, or copy all three to a folder of your own.");
}

}  // namespace

Connection::Connection(const std::string& path, const std::string& file, std::chrono::milliseconds wait)
    : path_(path), file_(file), database_(file, SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX, static_cast<int>(wait.count())) {
  database_.exec(kSettings);
  check_schema(database_, path_);
  keep_log(database_, file_);
}

Connection::Connection(const std::string& path, const std::string& file, const Sight& sight)
    : path_(path),
      file_(file),
      sight_(sight),
      database_(unchanging(file), SQLite::OPEN_READONLY | SQLite::OPEN_URI | SQLite::OPEN_NOMUTEX) {
  database_.exec(kSettings);
  check_schema(database_, path_);
}

std::unique_ptr<Connection> Connection::open(const std::string& path, std::chrono::milliseconds wait) {
  // SQLite need not count its memory, for which it would take a lock at each allocation. Once, before it is used.
  [[maybe_unused]] static const int configured = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  const auto file = regular_file(path);
  try {
    return std::unique_ptr<Connection>(new Connection(path, file, wait));
  } catch (const SQLite::Exception& reported) {
    if (!cannot_lock(reported)) throw trouble(reported, path);
  }
  const auto sight = sight_of(file);
  if (!sight) throw unreadable_log(path);
  try {
    return std::unique_ptr<Connection>(new Connection(path, file, *sight));
  } catch (const SQLite::Exception& reported) {
    throw trouble(reported, path);
  }
}

bool Connection::read_only() const { return sqlite3_db_readonly(database_.getHandle(), "main") != 0; }

bool Connection::in_transaction() const { return sqlite3_get_autocommit(database_.getHandle()) == 0; }

Query Connection::query(const std::string& sql) {
  auto found = statements_.find(sql);
  if (found == statements_.end()) found = statements_.emplace(sql, SQLite::Statement(database_, sql)).first;
  return Query(found->second);
}

void Connection::run(const char* sql) {
  try {
    database_.exec(sql);
  } catch (const SQLite::Exception& reported) {
    throw trouble(reported, path_);
  }
}

void Connection::use_memory(std::int64_t bytes) { run(("PRAGMA cache_size = -" + std::to_string(bytes / 1024)).c_str()); }

void Connection::check_unchanged() const {
  if (!sight_ || sight_of(file_) == sight_) return;
  throw Fault(Cause::busy, "The casebook " + path_ + " was written to while it was read.", "Try again.");
}

}  // namespace mappa
