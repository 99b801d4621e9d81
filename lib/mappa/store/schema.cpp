#include "mappa/store/schema.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>

#include <algorithm>
#include <array>

#include "mappa/store/trouble.hpp"

namespace mappa {
namespace {

// "MAPP": tells a casebook from every other SQLite file.
constexpr int kApplicationId = 0x4d415050;

// Version 3, the first: the entries. A body stands last, with its salt, so that a retention purge can empty both
// while the chain of digests still verifies. Days and times are checked for their length only: the program writes none
// that do not exist, finds others where it reads them, and asking SQLite's calendar costs an import a tenth of its time.
//
// Nothing is triggered by an insertion, and foreign keys are looked at when a transaction is committed: else SQLite
// keeps a journal for each statement, which costs an import a quarter of its time. An entry that somebody puts in by
// hand is found where it is read: nobody else can make its digest fit. The index leaves out the kind of which there
// are very many.
constexpr const char* kEntries = R"sql(
CREATE TABLE cases(
  id INTEGER PRIMARY KEY CHECK(id >= 1),
  number TEXT NOT NULL UNIQUE CHECK(number GLOB '[A-Z][0-9][0-9][0-9][0-9][A-Z][A-Z]'),
  entries INTEGER NOT NULL DEFAULT 1 CHECK(entries >= 1)  -- how many are about it, so that none goes unnoticed
) STRICT;

CREATE TABLE entries(
  id INTEGER PRIMARY KEY CHECK(id >= 1),
  case_id INTEGER REFERENCES cases(id) DEFERRABLE INITIALLY DEFERRED,  -- none: about the casebook itself
  kind TEXT NOT NULL CHECK(kind <> ''),
  version INTEGER NOT NULL CHECK(version >= 1),
  day TEXT NOT NULL CHECK(length(day) = 10),
  recorded_at TEXT NOT NULL CHECK(length(recorded_at) = 20),
  drill INTEGER NOT NULL CHECK(drill IN (0, 1)),
  recorded_by TEXT NOT NULL CHECK(recorded_by <> ''),
  source TEXT NOT NULL CHECK(source <> ''),
  body_digest BLOB NOT NULL CHECK(length(body_digest) = 32),
  digest BLOB NOT NULL CHECK(length(digest) = 32),
  salt BLOB NOT NULL CHECK(length(salt) = 16),
  body BLOB NOT NULL CHECK(length(body) > 0)
) STRICT;
CREATE INDEX entries_by_case ON entries(case_id);
CREATE INDEX entries_by_kind ON entries(kind) WHERE kind <> 'nomis';

-- How rows stood in exports, for knowing them again quickly. Derived; may be missing. To be erased with bodies.
CREATE TABLE known_rows(
  one INTEGER PRIMARY KEY CHECK(one = 1),
  import INTEGER NOT NULL,  -- the entry that says its digest
  rows BLOB NOT NULL
) STRICT;

-- Cases as they were folded, by packed prison numbers. Derived; made again at any time. To be erased with bodies.
CREATE TABLE states(
  number INTEGER PRIMARY KEY,
  body BLOB NOT NULL
) STRICT;
CREATE TABLE states_made(
  one INTEGER PRIMARY KEY CHECK(one = 1),
  newest INTEGER NOT NULL,  -- the entry up to which they are folded
  day TEXT NOT NULL,        -- the day for which
  by_what TEXT NOT NULL     -- a digest of what folded them
) STRICT;

-- What was due of whom on a day, where, and by what rule; likewise derived. It stands in the order in which it is listed,
-- and is read from one end to the other.
CREATE TABLE deadlines(
  day INTEGER NOT NULL,     -- counted from 1970; before every day: none is known for it
  number INTEGER NOT NULL,
  nth INTEGER NOT NULL,     -- of this person
  place TEXT NOT NULL,
  rule TEXT NOT NULL,
  line BLOB NOT NULL,
  PRIMARY KEY(day, number, nth)
) STRICT, WITHOUT ROWID;
CREATE INDEX deadlines_by_place ON deadlines(place, day);
CREATE TABLE looked_at(     -- whom it was asked about, and what is counted of them
  number INTEGER PRIMARY KEY,
  counted BLOB NOT NULL
) STRICT;
CREATE TABLE deadlines_made(
  one INTEGER PRIMARY KEY CHECK(one = 1),
  newest INTEGER NOT NULL,
  day TEXT NOT NULL,
  by_what TEXT NOT NULL,
  counted BLOB NOT NULL     -- of everybody together
) STRICT;

-- The newest entry, so that nobody cuts off the last ones without a trace.
CREATE TABLE head(
  one INTEGER PRIMARY KEY CHECK(one = 1),
  newest INTEGER NOT NULL,
  about_itself INTEGER NOT NULL  -- how many entries are about no case
) STRICT;
INSERT INTO head VALUES (1, 0, 0);

CREATE TRIGGER entries_stay BEFORE UPDATE ON entries
BEGIN SELECT RAISE(ABORT, 'entries are never changed'); END;
CREATE TRIGGER entries_are_kept BEFORE DELETE ON entries
BEGIN SELECT RAISE(ABORT, 'entries are never deleted'); END;
CREATE TRIGGER cases_stay BEFORE UPDATE OF id, number ON cases
BEGIN SELECT RAISE(ABORT, 'cases are never changed'); END;
CREATE TRIGGER cases_grow BEFORE UPDATE OF entries ON cases WHEN new.entries <> old.entries + 1
BEGIN SELECT RAISE(ABORT, 'entries come one by one'); END;
CREATE TRIGGER cases_are_kept BEFORE DELETE ON cases
BEGIN SELECT RAISE(ABORT, 'cases are never deleted'); END;
)sql";

// The step at index n makes version n + 3 out of the one before. Steps are only ever added at the end: one
// that has been in anybody's hands never changes. What is derived from entries (the folded state of a
// case, its deadlines) gets steps of its own.
constexpr std::array kMigrations = {kEntries};
constexpr int kFirst = 3;  // casebooks of earlier versions were never in anybody's hands
constexpr int kVersion = kFirst - 1 + static_cast<int>(kMigrations.size());

int number(SQLite::Database& database, const char* pragma) { return database.execAndGet(pragma).getInt(); }

}  // namespace

void migrate(SQLite::Database& database) {
  for (int version = std::max(number(database, "PRAGMA user_version"), kFirst - 1); version < kVersion; ++version) {
    SQLite::Transaction step(database, SQLite::TransactionBehavior::IMMEDIATE);
    database.exec(kMigrations[static_cast<std::size_t>(version - kFirst + 1)]);
    database.exec("PRAGMA application_id = " + std::to_string(kApplicationId) +
                  "; PRAGMA user_version = " + std::to_string(version + 1));
    step.commit();
  }
}

void check_schema(SQLite::Database& database, const std::string& path) {
  if (number(database, "PRAGMA application_id") != kApplicationId) throw no_casebook(path);
  const int version = number(database, "PRAGMA user_version");
  if (version == kVersion) return;
  const auto happened = "The casebook " + path + " has version " + std::to_string(version) +
                        "; this program works with version " + std::to_string(kVersion) + ".";
  throw Fault(Cause::schema, happened,
              version > kVersion ? "Use the newer program that last wrote to it."
                                 : "Use the older program that made it, or bring the casebook up to date.");
}

}  // namespace mappa
