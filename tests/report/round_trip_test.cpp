// What went in comes out, and goes in again unchanged.
#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

#include "casework/book.hpp"
#include "mappa/casework/export_nomis.hpp"
#include "mappa/report/nomis_csv.hpp"
#include "mappa/report/nomis_json.hpp"
#include "nomis/exports.hpp"
#include "random_export.hpp"

using namespace mappa;
using testing::Book;

namespace {

std::string file_of(const std::vector<NomisRow>& rows, const RowsText& text) {
  std::string out = text.start;
  for (const NomisRow& row : rows) out += (out == text.start ? "" : text.between) + text.row(row);
  return out + text.end;
}

std::vector<NomisRow> rows_of(const Found& found) {
  std::vector<NomisRow> out;
  for (const auto& person : found.people) out.push_back(person.row);
  return out;
}

std::vector<NomisRow> rows_of(const Snapshot& snapshot, Date on) {
  std::vector<NomisRow> out;
  each_row_that_holds(snapshot, on, [&](const Sighting& held) { out.push_back(held.row); });
  return out;
}

std::vector<const NomisField*> all_fields() {
  std::vector<const NomisField*> out;
  for (const NomisField& field : nomis_fields()) out.push_back(&field);
  return out;
}

const std::vector<std::string> people{"A0001AA", "A0002AA", "A0003AA", "A0004AA", "A0005AA", "A0006AA", "A0007AA"};

// What the file of a casebook's rows does in that casebook, and in a new one.
void must_come_back(Book& book, const RowsThatHold& all, const RowsText& text) {
  const auto rows = rows_of(book.read(), all.newest);
  const std::string file = file_of(rows, text);
  CAPTURE(file);
  const auto again = book.import(file, all.newest);
  REQUIRE(again.rejected == 0);
  REQUIRE(again.unchanged == all.people);
  REQUIRE(again.added + again.changed + again.repeated == 0);
  Book fresh;
  const auto first = fresh.import(file, all.newest);
  REQUIRE(first.added == all.people);
  REQUIRE(rows_of(fresh.read(), all.newest) == rows);
}

}  // namespace

TEST_CASE("whatever the readers take, both writers write so that it is read as the same") {
  RandomExport random(20);
  std::size_t rows_read = 0;
  for (int i = 0; i < 1500; ++i) {
    const std::string came = i % 2 == 0 ? random.csv(people) : random.json(people);
    CAPTURE(came);
    const auto rows = rows_of(read(came));
    rows_read += rows.size();
    for (const RowsText& text : {nomis_csv(all_fields()), nomis_json()}) {
      const std::string file = file_of(rows, text);
      CAPTURE(file);
      const Found again = read(file);
      REQUIRE(again.rejected == 0);
      REQUIRE(rows_of(again) == rows);
    }
  }
  CHECK(rows_read > 2000);
}

TEST_CASE("imports at random: all rows that hold go in again unchanged, and make a new casebook with the same rows") {
  RandomExport random(12);
  std::size_t exported = 0, of_several_days = 0, undone = 0;
  for (int i = 0; i < 40; ++i) {
    Book book;
    for (int day = 2; day <= 20; day += 6) {
      const std::string file = random.below(2) == 0 ? random.csv(people) : random.json(people);
      const auto on = plus_days(Book::day("2026-11-01"), day);
      const auto import = book.import(file, random.below(5) == 0 ? std::nullopt : std::optional{on});
      if (import.entry != 0 && random.below(4) == 0 && book.undo(import.entry).entry != 0) ++undone;
    }
    const auto all = look_through(book.read(), book.desk().today());
    if (all.people == 0) continue;
    CAPTURE(i);
    must_come_back(book, all, random.below(2) == 0 ? nomis_csv(all.fields) : nomis_json());
    exported += all.people;
    if (all.older > 0) ++of_several_days;
  }
  CHECK(exported > 100);
  CHECK(of_several_days > 10);
  CHECK(undone > 10);
}

TEST_CASE("taken in as of a later day than somebody was last seen on, an alert that ended in between expires") {
  Book book;
  const std::string header = "prisonerNumber,alerts\n";
  book.import(header + "A1234BC,P:P66:until 2026-11-15\n", Book::day("2026-11-10"));
  book.import(header + "B1234BC,P:P66\n", Book::day("2026-11-20"));
  const auto all = look_through(book.read(), book.desk().today());
  CHECK(all.older == 1);
  const auto again = book.import(file_of(rows_of(book.read(), all.newest), nomis_csv(all.fields)), all.newest);
  CHECK(again.changed == 1);
  CHECK(again.unchanged == 1);
  CHECK(text(rows_of(book.read(), all.newest).front().alerts.front()) == "P:P66:expired:until 2026-11-15");
}

TEST_CASE("the example of an export comes back") {
  std::ifstream file(MAPPA_SOURCE_DIR "/examples/nomis-export.csv", std::ios::binary);
  const std::string example{std::istreambuf_iterator(file), {}};
  Book book;
  book.import(example, Book::day("2026-11-20"));
  const auto all = look_through(book.read(), book.desk().today());
  CHECK(all.people == 48);
  must_come_back(book, all, nomis_csv(all.fields));
  must_come_back(book, all, nomis_json());
}
