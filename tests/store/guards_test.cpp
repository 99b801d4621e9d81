// What the database itself refuses, to any program that writes to it.
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <doctest/doctest.h>

#include "store/support.hpp"

using namespace mappa;
using namespace mappa::testing;

namespace {

// What SQLite says when it is to do this; "done" when it does it.
std::string said_to(const std::string& file, const std::string& sql) {
  auto database = raw(file);
  try {
    database.exec("PRAGMA foreign_keys = ON;" + sql);
    return "done";
  } catch (const SQLite::Exception& refused) {
    return refused.what();
  }
}

std::string insert(const std::string& id, const std::string& case_id, const std::string& version,
                   const std::string& day, const std::string& recorded_at, const std::string& drill) {
  return "INSERT INTO entries VALUES (" + id + "," + case_id + ",'licence'," + version + ",'" + day + "','" +
         recorded_at + "'," + drill + ",'jsmith','caseworker',zeroblob(32),zeroblob(32),zeroblob(16),x'00')";
}

bool refused_check(const std::string& said) { return said.find("CHECK constraint failed") == 0; }

}  // namespace

TEST_CASE("entries and cases can be neither changed nor deleted") {
  const Folder folder;
  const auto file = folder.file("casebook.db");
  make_filled(file);
  CHECK(said_to(file, "UPDATE entries SET kind = 'note' WHERE id = 2") == "entries are never changed");
  CHECK(said_to(file, "DELETE FROM entries WHERE id = 5") == "entries are never deleted");
  CHECK(said_to(file, "DELETE FROM entries") == "entries are never deleted");
  CHECK(said_to(file, "UPDATE entries SET body = x'00' WHERE id = 2") == "entries are never changed");
  CHECK(said_to(file, "UPDATE cases SET number = 'C3333CC'") == "cases are never changed");
  CHECK(said_to(file, "UPDATE cases SET entries = 1") == "entries come one by one");
  CHECK(said_to(file, "DELETE FROM cases") == "cases are never deleted");
  CHECK(everything(Store::open(file).read()).size() == 4);
}

TEST_CASE("the database refuses what cannot be an entry") {
  const Folder folder;
  const auto file = folder.file("casebook.db");
  make_filled(file);
  const std::string day = "2026-11-25";
  const std::string time = "2026-11-25T09:00:00Z";
  CHECK(said_to(file, insert("6", "99", "1", day, time, "0")) == "FOREIGN KEY constraint failed");
  CHECK(refused_check(said_to(file, insert("6", "1", "0", day, time, "0"))));
  CHECK(refused_check(said_to(file, insert("6", "1", "1", "", time, "0"))));
  CHECK(refused_check(said_to(file, insert("6", "1", "1", day, "2026-11-25 09:00:00", "0"))));
  CHECK(refused_check(said_to(file, insert("6", "1", "1", day, time, "2"))));
  CHECK(refused_check(said_to(file, "INSERT INTO cases(number) VALUES ('a1234bc')")));
  CHECK(said_to(file, "INSERT INTO cases(number) VALUES ('A1111AA')") ==
        "UNIQUE constraint failed: cases.number");
  CHECK(said_to(file, insert("6", "1", "'one'", day, time, "0")).find("cannot store TEXT") == 0);
  CHECK(said_to(file, insert("6", "1", "1", day, time, "0")) == "done");  // so it was none of the rest
}
