#include "mappa/casework/batches.hpp"

#include <doctest/doctest.h>

#include <random>

#include "book.hpp"
#include "mappa/base/fault.hpp"
#include "mappa/casework/look_up.hpp"

using namespace mappa;
using testing::Book;

namespace {

const std::string header = "prisonerNumber,lastName,conditionalReleaseDate,alerts\n";
const std::string okoro = "A1234BC,OKORO,2026-08-31,P:P66\n", silva = "B1234BC,SILVA,2027-01-10,\n",
                  wrong = "A1234BC,WRONG,2026-08-31,P:P88\n";

using Ids = std::vector<EntryId>;
using Names = std::vector<std::string>;

Names names(const std::vector<PrisonNumber>& people) {
  Names out;
  for (const auto& one : people) out.push_back(one.text());
  return out;
}

// "7 A1234BC licence"
Names named(const std::vector<BuiltOn>& records) {
  Names out;
  for (const BuiltOn& one : records)
    out.push_back(std::to_string(one.entry) + " " + one.number.text() + " " + one.kind);
  return out;
}

Names listed(const Book& book, const Snapshot& snapshot) {
  Names out;
  for (const CaseLine& line : list_cases(snapshot, book.desk())) out.push_back(line.number.text() + " " + line.name);
  return out;
}

std::optional<Cause> cause_of(Book& book, EntryId batch) {
  try {
    book.undo(batch);
  } catch (const Fault& fault) {
    return fault.cause();
  }
  return std::nullopt;
}

}  // namespace

TEST_CASE("every import is listed, with what it brought and what became of it") {
  Book book;
  CHECK(list_imports(book.read()).empty());
  book.import(header + okoro, Book::day("2026-11-10"));
  book.import(header + okoro + silva + "NOBODY,X,2027-01-10,\n");
  book.undo(4);
  const auto imports = list_imports(book.read());
  REQUIRE(imports.size() == 2);
  CHECK(imports[0].entry.id == 2);
  CHECK(imports[0].entry.on == Book::day("2026-11-10"));
  CHECK(imports[0].entry.by == "tester");
  CHECK_FALSE(imports[0].import.day_assumed);
  CHECK_FALSE(imports[0].undone);
  CHECK(imports[1].entry.id == 4);
  CHECK(imports[1].import.day_assumed);
  CHECK(imports[1].import.records == 3);
  CHECK(imports[1].import.added == 1);
  CHECK(imports[1].import.unchanged == 1);
  CHECK(imports[1].import.rejected == 1);
  CHECK(imports[1].undone->id == 5);
  CHECK(imports[1].reason == "the wrong file");
}

TEST_CASE("an undo is one entry about nobody, and people are known as before") {
  Book book;
  book.import(header + okoro, Book::day("2026-11-10"));
  book.import(header + wrong + silva, Book::day("2026-11-20"));
  const auto result = book.undo(5);
  CHECK(result.entry == 6);
  CHECK(book.size() == 6);
  CHECK(names(result.earlier_row) == Names{"A1234BC"});
  CHECK(names(result.no_row) == Names{"B1234BC"});
  CHECK(result.newer_row.empty());
  const auto entry = *book.read().entry(6);
  CHECK(entry.kind == "undo");
  CHECK_FALSE(entry.number);
  CHECK(entry.source == "caseworker");
  CHECK(entry.on == Book::day("2026-11-22"));
  CHECK(entry.body == R"({"batch":"5","first":"3","reason":"the wrong file"})");
  CHECK(book.fold("A1234BC").name() == "OKORO");
  CHECK(book.fold("A1234BC").nomis.seen_on == Book::day("2026-11-10"));
  CHECK_FALSE(book.fold("B1234BC").nomis.row);
}

TEST_CASE("whoever came in with an undone import only is in no list, unless something else stands") {
  Book book;
  book.import(header + okoro + silva, Book::day("2026-11-10"));
  CHECK(listed(book, book.read()) == Names{"A1234BC OKORO", "B1234BC SILVA"});
  book.undo(3);
  CHECK(listed(book, book.read()).empty());
  book.record("B1234BC", "person", {{"surname", "KNOWN"}});
  CHECK(listed(book, book.read()) == Names{"B1234BC KNOWN"});
  withdraw(book.store(), "B1234BC", 5, "not ours", "tester", Book::now(), book.desk());
  CHECK(listed(book, book.read()).empty());
}

TEST_CASE("an undone file is imported again as if it had never come") {
  Book book;
  book.import(header + okoro, Book::day("2026-11-20"));
  book.undo(2);
  const auto again = book.import(header + okoro, Book::day("2026-11-20"));
  CHECK_FALSE(again.already);
  CHECK(again.added == 1);
  CHECK(again.entry == 5);
  CHECK(book.fold("A1234BC").name() == "OKORO");
  CHECK(book.undo(5).entry == 6);
}

TEST_CASE("an import that only confirmed people confirms them no longer") {
  Book book;
  book.import(header + okoro, Book::day("2026-11-10"));
  book.import(header + okoro, Book::day("2026-11-20"));
  const auto result = book.undo(3);
  CHECK(result.confirmed == 1);
  CHECK(result.earlier_row.empty());
  CHECK(book.fold("A1234BC").nomis.seen_on == Book::day("2026-11-10"));
}

TEST_CASE("an older export only filled the past") {
  Book book;
  book.import(header + okoro, Book::day("2026-11-20"));
  book.import(header + wrong, Book::day("2026-11-10"));
  CHECK(names(book.undo(4).newer_row) == Names{"A1234BC"});
  CHECK(book.fold("A1234BC").name() == "OKORO");
}

TEST_CASE("a row that was withdrawn by hand is nobody's to lose") {
  Book book;
  book.import(header + okoro + silva, Book::day("2026-11-20"));
  withdraw(book.store(), "A1234BC", 1, "not ours", "tester", Book::now(), book.desk());
  CHECK(names(book.undo(3).no_row) == Names{"B1234BC"});
}

TEST_CASE("later imports of people whose rows came in with a batch stand in the way, until they are undone") {
  Book book;
  book.import(header + okoro, Book::day("2026-11-10"));  // 1, 2
  book.import(header + okoro, Book::day("2026-11-11"));  // 3: confirmed
  book.import(header + silva, Book::day("2026-11-12"));  // 4, 5: somebody else
  book.import(header + wrong, Book::day("2026-11-13"));  // 6, 7: changed
  CHECK(book.undo(2).imports == Ids{7, 3});
  CHECK(book.size() == 7);
  book.undo(7);
  CHECK(book.undo(2).imports == Ids{3});
  book.undo(3);
  CHECK(book.undo(2).entry == 10);
  CHECK(listed(book, book.read()) == Names{"B1234BC SILVA"});
}

TEST_CASE(
    "records made since about people whom a batch brought or changed stand in the way, until they are withdrawn") {
  Book book;
  book.import(header + okoro + silva, Book::day("2026-11-10"));  // 1 to 3
  book.record("A1234BC", "note", {{"text", "before"}});          // 4
  book.import(header + wrong + silva, Book::day("2026-11-20"));  // 5, 6
  book.record("A1234BC", "licence", {{"copy-held", "2026-11-20"}},
              Book::day("2026-11-01"));                          // 7: whatever day it is about
  book.record("B1234BC", "note", {{"text", "only confirmed"}});  // 8
  CHECK(named(book.undo(6).records) == Names{"7 A1234BC licence"});
  withdraw(book.store(), "A1234BC", 7, "because of it", "tester", Book::now(), book.desk());
  CHECK(book.undo(6).entry == 10);
  CHECK(book.fold("A1234BC").name() == "OKORO");
}

TEST_CASE("a refusal names the first of what was built, and the command that shows all") {
  Book book;
  book.import(header + okoro);
  for (const char* text : {"one", "two", "three", "four", "five"}) book.record("A1234BC", "note", {{"text", text}});
  const auto result = book.undo(2);
  CHECK(result.refused());
  CHECK(result.records.size() == 5);
  const Fault fault = refusal(result);
  CHECK(fault.cause() == Cause::refused);
  CHECK(fault.happened() ==
        "Batch 2 is not undone, because caseworkers have recorded since: entry 3 (A1234BC, note), "
        "entry 4 (A1234BC, note), entry 5 (A1234BC, note) and 2 more.");
  CHECK(fault.remedy() ==
        "What was recorded because of the batch can be withdrawn first: mappa withdraw NUMBER ENTRY. "
        "All of it is shown by: mappa undo 2 --reason TEXT --dry-run");
}

TEST_CASE("a dry run says what the undo then does, and writes nothing") {
  Book book;
  book.import(header + okoro, Book::day("2026-11-10"));
  book.import(header + wrong + silva, Book::day("2026-11-20"));
  const auto dry = book.undo(5, true);
  CHECK(dry.dry_run);
  CHECK(dry.entry == 0);
  CHECK(book.size() == 5);
  CHECK(book.fold("A1234BC").name() == "WRONG");
  const auto real = book.undo(5);
  CHECK(names(dry.earlier_row) == names(real.earlier_row));
  CHECK(names(dry.no_row) == names(real.no_row));
  CHECK(dry.confirmed == real.confirmed);
}

TEST_CASE("what is no batch, and what is undone already, is a fault, and so is no reason") {
  Book book;
  book.import(header + okoro);
  CHECK(cause_of(book, 1) == Cause::not_found);
  CHECK(cause_of(book, 3) == Cause::not_found);
  CHECK_FALSE(cause_of(book, 2));
  CHECK(cause_of(book, 2) == Cause::refused);
  CHECK_THROWS_AS(mappa::undo(book.store(), {2, "  ", true, "tester", Book::now(), book.desk().today()}), Fault);
  CHECK(book.size() == 3);
}

TEST_CASE("before the undo its rows were known") {
  Book book;
  book.import(header + okoro);
  const Now later{Book::now().instant + std::chrono::hours(1), true};
  mappa::undo(book.store(), {2, "the wrong file", false, "tester", later, book.desk().today()});
  CHECK(listed(book, book.store().read(later.instant)) == Names{"A1234BC OKORO"});
  CHECK_FALSE(list_imports(book.store().read(later.instant)).front().undone);
  CHECK(listed(book, book.read()).empty());
}

TEST_CASE("rows of an undone import are withdrawn in the history, and cannot be withdrawn again") {
  Book book;
  book.import(header + okoro);
  book.undo(2);
  const auto lines = history(book.read(), Book::number("A1234BC"), book.desk()).lines;
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].withdrawn);
  CHECK(lines[0].batch == 2);
  CHECK(lines[0].undone_by == 3);
  CHECK_THROWS_AS(withdraw(book.store(), "A1234BC", 1, "again", "tester", Book::now(), book.desk()), Fault);
}

TEST_CASE("an assumed day that is known now undoes the import that assumed it, in one transaction and by one entry") {
  Book book;
  book.import(header + okoro + silva);                           // 1 to 3
  book.import(header + okoro + silva, Book::day("2026-11-01"));  // 4: the undo; 5 to 7
  CHECK(book.size() == 7);
  const auto imports = list_imports(book.read());
  CHECK(imports[0].undone->id == 4);
  CHECK(imports[0].undone->source == "export.csv");
  CHECK(imports[0].reason == "the day of the export was assumed, and is known now");
  CHECK(book.read().entries_of_kind("withdrawal").empty());
  // Without a day it is the import whose day is known now, and not the one that was undone.
  CHECK(book.import(header + okoro + silva).already == Book::day("2026-11-01"));
  CHECK(cause_of(book, 3) == Cause::refused);
  // Of another day it is an export of its own, and what was undone is not undone again.
  book.import(header + okoro + silva, Book::day("2026-11-02"));
  CHECK(book.read().entries_of_kind("undo").size() == 1);
}

TEST_CASE("what a finding may name as its source covers imports and what undid them") {
  Book book;
  book.import(header + okoro);
  book.undo(2);
  const auto notes = notes_on(load(book.read(), Book::number("A1234BC"), book.desk().today()));
  REQUIRE(notes.contains(3));
  CHECK(notes.at(3).kind == "undo");
  CHECK(notes.at(3).by == "tester");
}

namespace {

// All that is told about everybody: the verdict, each finding with where it comes from, how fresh NOMIS is.
std::string told(const Book& book) {
  std::string out;
  check_all(book.read(), {}, book.desk(), [&](const ReleaseCheck& check) {
    const auto& nomis = check.folded.nomis;
    out += check.folded.number.text() + " " + check.folded.name() + " " + std::string(name(check.verdict.outcome)) +
           " " + std::to_string(nomis.entry) + " " + (nomis.seen_on ? iso(*nomis.seen_on) : "") +
           (check.folded.spell_began ? " spell " + iso(*check.folded.spell_began) : "") + "\n";
    for (const Finding& one : check.verdict.findings) {
      out += "  " + std::string(one.rule) + " " + std::string(name(one.answer)) + " " + std::string(one.evidence.text) + " " +
             (one.by ? iso(*one.by) : "");
      for (const Source& source : one.sources) out += " " + std::to_string(source.entry) + std::string(source.field);
      out += "\n";
    }
  });
  return out;
}

// A file about some of six people; now and then without a column, so that what was known stays.
std::string random_file(std::mt19937& random) {
  const auto one_of = [&](std::vector<std::string> words) { return words[random() % words.size()]; };
  const bool alerts = random() % 3 != 0, dates = random() % 3 != 0;
  std::string out = "prisonerNumber,lastName,bookNumber,prisonId" +
                    std::string(dates ? ",conditionalReleaseDate" : "") + (alerts ? ",alerts" : "") + "\n";
  for (const char* number : {"A0001AA", "A0002AA", "A0003AA", "A0004AA", "A0005AA", "A0006AA"}) {
    if (random() % 3 == 0) continue;
    out += std::string(number) + "," + one_of({"ONE", "OTHER"}) + "," + one_of({"38001A", "38001A", "38002A"}) + "," +
           one_of({"MDI", "HCI", "OUT"});
    if (dates) out += "," + one_of({"2026-08-31", "2027-01-10", ""});
    if (alerts) out += "," + one_of({"P:P66", "P:P77;X:XNR", "P:P55", ""});
    out += "\n";
  }
  return out;
}

}  // namespace

TEST_CASE(
    "importing any file and undoing it leaves all that is told as it was, and so does a second one on top of it") {
  std::mt19937 random(2012);
  int differed = 0;
  for (int i = 0; i < 40; ++i) {
    Book book;
    const auto import = [&] {
      const auto day = plus_days(Book::day("2026-11-22"), -static_cast<int>(random() % 20));
      return book.import(random_file(random), random() % 4 == 0 ? std::nullopt : std::optional{day}).entry;
    };
    for (int known = 0; known < 3; ++known) import();
    for (const char* who : {"A0001AA", "A0002AA"})
      if (book.read().has(Book::number(who))) book.record(who, "level", {{"level", "2"}}, Book::day("2026-11-05"));
    const std::string before = told(book);
    const EntryId first = import();
    const std::string between = told(book);
    const EntryId second = import();
    if (told(book) != before) ++differed;
    CAPTURE(i);
    if (second != 0) REQUIRE(book.undo(second).entry != 0);
    REQUIRE(told(book) == between);
    if (first != 0) REQUIRE(book.undo(first).entry != 0);
    REQUIRE(told(book) == before);
  }
  CHECK(differed > 20);
}
