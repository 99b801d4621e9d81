#include "mappa/casework/runs.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

#include "book.hpp"
#include "mappa/base/fault.hpp"

using namespace mappa;
using testing::Book;

namespace {

const std::string export_of_two =
    "prisonerNumber,lastName,prisonId,conditionalReleaseDate,alerts\n"
    "A1234BC,OKORO,HAR,2026-08-31,P:P77\n"
    "A2345CD,SILVA,HAR,2026-09-30,P:P77\n";

RunRequest morning(bool only_fresh = false) {
  RunRequest out{"morning", {}, only_fresh, "--within 28d", "tester", Book::now(), Book::day("2026-11-22")};
  out.query.kinds = {"referral"};
  return out;
}

// The people and days that a list shows.
std::vector<std::string> lines(const Due& due) {
  std::vector<std::string> out;
  for (const DueLine& line : due.lines) out.push_back(line.number.text() + " " + (line.finding.by ? iso(*line.finding.by) : "no date"));
  return out;
}

std::vector<std::string> run(Book& book, bool only_fresh = true) {
  std::vector<std::string> shown;
  run_due(book.store(), morning(only_fresh), book.desk(), [&](const Due& due) { shown = lines(due); });
  return shown;
}

using Shown = std::vector<std::string>;

}  // namespace

TEST_CASE("a run is recorded once it was shown, and is the newest entry") {
  Book book;
  book.import(export_of_two, Book::day("2026-11-20"));
  const std::size_t before = book.size();
  run_due(book.store(), morning(), book.desk(), [&](const Due& due) {
    CHECK(due.run->entry == static_cast<EntryId>(before + 1));
    // Nobody else sees it while it is being shown.
    CHECK(book.size() == before);
    CHECK(list_runs(book.read()).empty());
  });
  const auto runs = list_runs(book.read());
  REQUIRE(runs.size() == 1);
  CHECK(runs.front().entry.id == static_cast<EntryId>(before + 1));
  CHECK_FALSE(runs.front().entry.number);
  CHECK(runs.front().run.rests_on == static_cast<EntryId>(before));
  CHECK(runs.front().run.came.size() == 2);
}

TEST_CASE("what could not be shown was not shown: no run is recorded, and the next one shows the same") {
  Book book;
  book.import(export_of_two, Book::day("2026-11-20"));
  const std::size_t before = book.size();
  CHECK_THROWS(run_due(book.store(), morning(true), book.desk(), [](const Due&) { throw std::runtime_error("the pipe is closed"); }));
  CHECK(book.size() == before);
  CHECK(run(book) == Shown{"A1234BC 2026-02-28", "A2345CD 2026-03-30"});
  CHECK(run(book).empty());
}

TEST_CASE("a run keeps what came and went since the last one of its name, and together that is what is due") {
  Book book;
  book.import(export_of_two, Book::day("2026-11-20"));
  run(book);
  run(book);
  book.record("A1234BC", "referral", {{"made-on", "2026-11-21"}});
  book.import("prisonerNumber,lastName,prisonId,conditionalReleaseDate,alerts\nA2345CD,SILVA,HAR,2026-10-31,P:P77\n", Book::day("2026-11-21"));
  CHECK(run(book) == Shown{"A2345CD 2026-04-30"});
  const auto runs = list_runs(book.read());
  REQUIRE(runs.size() == 3);
  CHECK(runs[1].run.came.empty());
  CHECK(runs[1].run.went.empty());
  CHECK(runs[2].run.came.size() == 1);
  CHECK(runs[2].run.went.size() == 2);
  CHECK(runs[2].run.due == 1);
  CHECK(runs[2].run.imports == 1);
  CHECK(runs[2].run.before == runs[1].entry.id);
  withdraw(book.store(), "A1234BC", runs[1].entry.id + 1, "another case", "tester", Book::now(), book.desk());
  CHECK(run(book) == Shown{"A1234BC 2026-02-28"});
  CHECK(run(book).empty());
}

TEST_CASE("an import that was undone has not arrived") {
  Book book;
  run(book);
  book.import(export_of_two, Book::day("2026-11-20"));
  CHECK(due_since_run(book.read(), morning().query, "morning", book.desk()).run->imports == 1);
  book.undo(static_cast<EntryId>(book.size()));
  CHECK(due_since_run(book.read(), morning().query, "morning", book.desk()).run->imports == 0);
}

TEST_CASE("a list that is only compared records nothing, and needs a run to be compared with") {
  Book book;
  book.import(export_of_two, Book::day("2026-11-20"));
  CHECK_THROWS_AS(due_since_run(book.read(), {}, "morning", book.desk()), Fault);
  run(book);
  const std::size_t before = book.size();
  DueQuery query;
  query.kinds = {"referral", "identification"};
  CHECK(lines(due_since_run(book.read(), query, "morning", book.desk())) == Shown{"A1234BC 2026-02-28", "A2345CD 2026-03-30"});
  CHECK(book.size() == before);
}

TEST_CASE("what is acknowledged was not shown, and is new when it comes back") {
  Book book;
  book.import(export_of_two, Book::day("2026-11-20"));
  run(book);
  book.record("A1234BC", "acknowledgement", {{"of", "p9.referral"}, {"until", "2026-11-22"}, {"reason", "panel"}});
  CHECK(run(book).empty());
  CHECK(list_runs(book.read()).back().run.acknowledged == 1);
  const Desk tomorrow{book.policy(), {Book::day("2026-11-23"), std::chrono::minutes{0}}};
  CHECK(lines(due_since_run(book.read(), morning().query, "morning", tomorrow)) == Shown{"A1234BC 2026-02-28"});
}
