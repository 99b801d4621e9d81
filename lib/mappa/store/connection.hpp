#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "mappa/store/sight.hpp"
#include "mappa/store/trouble.hpp"

namespace mappa {

// A prepared statement in use; it lets go of what it read when it goes out of scope.
class Query {
 public:
  explicit Query(SQLite::Statement& statement) : statement_(statement) {}
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;
  ~Query() { statement_.tryReset(); }
  SQLite::Statement* operator->() { return &statement_; }

 private:
  SQLite::Statement& statement_;
};

// One connection to a casebook, with its prepared statements.
class Connection {
 public:
  // Opens the file and checks that it is a casebook of this version. path: as the user named it.
  // Throws what Store::open throws.
  static std::unique_ptr<Connection> open(const std::string& path, std::chrono::milliseconds wait);

  const std::string& path() const { return path_; }
  bool read_only() const;
  bool in_transaction() const;
  // Whether the file is read without locks, because it and its folder can only be read.
  bool unlocked() const { return sight_.has_value(); }

  // The statement, prepared once. Two uses of the same one at once are not possible. Throws
  // SQLite::Exception, as do the functions of what it returns: use it inside guarded().
  Query query(const std::string& sql);

  // Of the row that was inserted last.
  std::int64_t last_id() const { return database_.getLastInsertRowid(); }

  // How much memory its pages may take, in bytes. Throws Fault.
  void use_memory(std::int64_t bytes);

  // Runs statements that return nothing. Throws Fault.
  void run(const char* sql);

  // Runs `work` and returns what it returns; what SQLite throws in it becomes a Fault.
  template <class Work>
  auto guarded(const Work& work) const {
    try {
      auto result = work();
      check_unchanged();
      return result;
    } catch (const SQLite::Exception& reported) {
      check_unchanged();
      throw trouble(reported, path_);
    } catch (const Fault&) {
      check_unchanged();
      throw;
    }
  }

 private:
  Connection(const std::string& path, const std::string& file, std::chrono::milliseconds wait);
  Connection(const std::string& path, const std::string& file, const Sight& sight);
  // Throws busy when an unlocked file was written to since it was opened: what was read may be torn.
  void check_unchanged() const;

  std::string path_;
  std::string file_;
  std::optional<Sight> sight_;
  SQLite::Database database_;
  std::map<std::string, SQLite::Statement> statements_;  // goes before the database does
};

}  // namespace mappa
