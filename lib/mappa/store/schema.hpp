#pragma once

#include <string>

namespace SQLite {
class Database;
}

namespace mappa {

// Brings a database, empty or of an older version, to this program's version: each step is one
// transaction that ends by counting it. Throws SQLite::Exception; the step that threw left no trace.
void migrate(SQLite::Database& database);

// Throws unreadable when the database is no casebook, schema when it was made by a version that this
// program does not know or would have to bring up to date, SQLite::Exception. path: for the message.
void check_schema(SQLite::Database& database, const std::string& path);

}  // namespace mappa
