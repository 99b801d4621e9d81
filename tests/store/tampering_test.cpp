// Whoever goes around the guards is found out on reading.
#include <SQLiteCpp/Database.h>
#include <doctest/doctest.h>

#include "store/support.hpp"

using namespace mappa;
using namespace mappa::testing;

namespace {

// What reading everything says after a program has done this to a filled casebook behind our back.
std::string found_after(const std::string& sql) {
  const Folder folder;
  const auto file = folder.file("casebook.db");
  make_filled(file);
  raw_without_guards(file).exec("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;" + sql);
  const auto fault = fault_in([&] {
    const auto snapshot = Store::open(file).read();
    (void)everything(snapshot);
    (void)snapshot.entries_of_kind("import");
  });
  if (!fault) return "nothing";
  CHECK(fault->cause() == Cause::integrity);
  const auto start = "The casebook " + file + " does not verify. ";
  CHECK(fault->happened().substr(0, start.size()) == start);
  return fault->happened().substr(start.size());
}

std::string other_record(int id) {
  return "The record of entry " + std::to_string(id) + " is not the one that was written.";
}
std::string other_body(int id) {
  return "The body of entry " + std::to_string(id) + " is not the one that was written.";
}
std::string missing(int id) { return "Entry " + std::to_string(id) + " is missing."; }

}  // namespace

TEST_CASE("an untouched casebook verifies") { CHECK(found_after("SELECT 1") == "nothing"); }

TEST_CASE("a changed body is found") {
  CHECK(found_after("UPDATE entries SET body = CAST('three!' AS BLOB) WHERE id = 3") == other_body(3));
  CHECK(found_after("UPDATE entries SET salt = zeroblob(16) WHERE id = 3") == other_body(3));
  CHECK(found_after("UPDATE entries SET body = (SELECT body FROM entries WHERE id = 1) WHERE id = 3") ==
        other_body(3));
  CHECK(found_after("UPDATE entries SET body = x'' WHERE id = 3") == other_body(3));
  CHECK(found_after("UPDATE entries SET body_digest = zeroblob(32) WHERE id = 3") == other_body(3));
}

TEST_CASE("every changed field is found") {
  for (const char* field :
       {"kind = 'note'", "version = 2", "day = '2026-11-23'", "day = '2026-02-30'", "day = 'yesterday'",
        "recorded_at = '2026-11-25T09:00:03Z'", "recorded_at = ''", "drill = 1", "recorded_by = 'other'",
        "source = 'other'", "case_id = 2", "case_id = 99, kind = 'import'",
        "digest = zeroblob(32)"}) {
    CAPTURE(field);
    CHECK(found_after(std::string("UPDATE entries SET ") + field + " WHERE id = 3") == other_record(3));
  }
}

TEST_CASE("an entry that was made one about nobody is found") {
  CHECK(found_after("UPDATE entries SET case_id = NULL, kind = 'import' WHERE id = 3") == "It counts 1 among its entries about no case, and there are 2.");
  CHECK(found_after("UPDATE entries SET case_id = NULL, kind = 'import' WHERE id = 3; UPDATE head SET about_itself = 2") == other_record(3));
}

TEST_CASE("a case under another number is found") {
  CHECK(found_after("UPDATE cases SET number = 'C3333CC' WHERE number = 'A1111AA'") == other_record(1));
  CHECK(found_after("UPDATE cases SET number = 'nobody' WHERE number = 'A1111AA'") ==
        "It holds a case under what is no prison number.");
}

TEST_CASE("entries that are gone are found") {
  for (const int id : {1, 2, 3, 4, 5}) {
    CAPTURE(id);
    CHECK(found_after("DELETE FROM entries WHERE id = " + std::to_string(id)) == missing(id));
  }
  CHECK(found_after("DELETE FROM entries WHERE id IN (2, 3)") == missing(2));
  CHECK(found_after("DELETE FROM entries") == missing(1));
  CHECK(found_after("DELETE FROM entries WHERE id = 3; UPDATE entries SET id = 3 WHERE id = 5") ==
        missing(5));
}

TEST_CASE("an entry that is gone is found by whoever reads about it, and by whoever reads everybody") {
  const Folder folder;
  const auto file = folder.file("casebook.db");
  make_filled(file);
  const auto a = number("A1111AA"), b = number("B2222BB");
  SUBCASE("of a person") {
    raw_without_guards(file).exec("DELETE FROM entries WHERE id = 3");
    const auto snapshot = Store::open(file).read();
    CHECK(cause_of([&] { (void)snapshot.entries(a); }) == Cause::integrity);
    CHECK_FALSE(cause_of([&] { (void)snapshot.entries(b); }));
    CHECK(cause_of([&] { (void)snapshot.numbers(); }) == Cause::integrity);
  }
  SUBCASE("of an import, whatever is read") {
    raw_without_guards(file).exec("DELETE FROM entries WHERE id = 4");
    CHECK(cause_of([&] { (void)Store::open(file).read(); }) == Cause::integrity);
  }
  SUBCASE("and the whole person") {
    raw_without_guards(file).exec("PRAGMA foreign_keys = OFF; DELETE FROM entries WHERE case_id = 1; DELETE FROM cases WHERE id = 1");
    const auto snapshot = Store::open(file).read();
    CHECK(cause_of([&] { (void)snapshot.has(a); }) == Cause::integrity);
    CHECK(cause_of([&] { (void)snapshot.entries(a); }) == Cause::integrity);
  }
  SUBCASE("of anybody, before something is written") {
    raw_without_guards(file).exec("DELETE FROM entries WHERE id = 3");
    auto store = Store::open(file);
    CHECK(cause_of([&] { store.change(at()); }) == Cause::integrity);
  }
  SUBCASE("and another stands in its place") {
    raw_without_guards(file).exec(
        "DELETE FROM entries WHERE id = 3;"
        "INSERT INTO entries SELECT 3, 2, kind, version, day, recorded_at, drill, recorded_by, source, body_digest, digest, salt, body FROM entries WHERE id = 5");
    const auto fault = fault_in([&] { (void)Store::open(file).read().entries(a); });
    REQUIRE(fault);
    CHECK(fault->happened() == "The casebook " + file + " does not verify. It counts 2 among its entries about A1111AA, and there are 1.");
  }
}

TEST_CASE("entries that changed places are found") {
  CHECK(found_after("UPDATE entries SET id = 99 WHERE id = 1; UPDATE entries SET id = 1 WHERE id = 3;"
                    "UPDATE entries SET id = 3 WHERE id = 99; UPDATE head SET newest = 5") == other_record(1));
}

TEST_CASE("an entry that somebody else put in is found") {
  CHECK(found_after(
            "INSERT INTO entries SELECT 6, case_id, kind, version, day, recorded_at, drill, recorded_by,"
            " source, body_digest, digest, salt, body FROM entries WHERE id = 5") == "It says that its newest entry is 5, and holds 6.");
  CHECK(found_after(
            "INSERT INTO entries SELECT 6, case_id, kind, version, day, recorded_at, drill, recorded_by,"
            " source, body_digest, digest, salt, body FROM entries WHERE id = 5; UPDATE head SET newest = 6") == other_record(6));
}

TEST_CASE("the newest entries cannot be cut off unnoticed when the head is known") {
  const Folder folder;
  const auto file = folder.file("casebook.db");
  make_filled(file);
  const auto head = Store::open(file).read().head();
  raw_without_guards(file).exec(
      "DELETE FROM entries WHERE id = 5; UPDATE head SET newest = 4");
  const auto cut = Store::open(file).read().head();
  CHECK(cut.newest == 4);
  CHECK_FALSE(cut == head);
}

TEST_CASE("nothing is built upon an entry that does not verify") {
  const Folder folder;
  const auto file = folder.file("casebook.db");
  make_filled(file);
  raw_without_guards(file).exec("UPDATE entries SET recorded_by = 'other' WHERE id = 5");
  auto store = Store::open(file);
  CHECK(cause_of([&] { store.change(at()); }) == Cause::integrity);
  CHECK(cause_of([&] { (void)store.read().head(); }) == Cause::integrity);
  CHECK(cause_of([&] { (void)store.read().entry(5); }) == Cause::integrity);
  CHECK(cause_of([&] { (void)store.read().entries(number("B2222BB")); }) == Cause::integrity);
  CHECK_FALSE(cause_of([&] { (void)store.read().entries(number("A1111AA")); }));
}
