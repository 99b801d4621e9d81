#include "mappa/casebook/nomis_entry.hpp"

#include <doctest/doctest.h>

#include "calendar/day.hpp"
#include "mappa/base/fault.hpp"

using namespace mappa;

namespace {

const PrisonNumber number = *PrisonNumber::parse("A1234BC");

NomisRow full_row() {
  NomisRow row{number, {}, {{"P", "P33", true, false}, {"", "SOR", false, false}, {"X", "XNR", true, true}}};
  for (const auto& field : nomis_fields())
    row.fields.set(field, field.type == NomisType::date ? "2026-11-25" : field.type == NomisType::flag ? "yes" : "SOMETHING");
  return row;
}

ImportEntry import_of(const std::vector<std::string>& numbers, bool all_but) {
  ImportEntry out{"export.csv", "abc", 10, true, 5, 1, 1, 2, 1, true, {{"lastName", "prisonId"}, true}, all_but, {}, {}, {}, {}, {}};
  for (const auto& text : numbers) out.numbers.push_back(PrisonNumber::parse(text)->packed());
  return out;
}

}  // namespace

TEST_CASE("a row with every field comes back as it was") {
  const NomisRow row = full_row();
  const Body body = decode(nomis_bytes(row, false));
  CHECK(nomis_row_from(number, body) == row);
  CHECK_FALSE(day_assumed(body));
  CHECK(day_assumed(decode(nomis_bytes(row, true))));
  CHECK(nomis_row_from(number, decode(nomis_bytes(row, true))) == row);
}

TEST_CASE("a row that says nothing is kept too, and its body is never empty") {
  const NomisRow nothing{number, {}, {}};
  CHECK_FALSE(decode(nomis_bytes(nothing, false)).empty());
  CHECK(nomis_row_from(number, decode(nomis_bytes(nothing, false))) == nothing);
}

TEST_CASE("the bytes of a row never change: these were written before") {
  NomisRow row{number, {}, {{"P", "P33", true, false}, {"X", "XNR", false, false}}};
  for (const auto& [name, value] : {std::pair{"prisonId", "OUT"}, {"lastName", "KAY"}, {"tariffDate", "2026-11-25"}})
    row.fields.set(*find_nomis_field(name), value);
  CHECK(nomis_bytes(row, true) ==
        R"({"lastName":"KAY","prisonId":"OUT","tariffDate":"2026-11-25","alerts":"P:P33;X:XNR:inactive","exportDayAssumed":"yes"})");
}

TEST_CASE("a row with what no version knows is a fault, never dropped") {
  CHECK_THROWS_AS(nomis_row_from(number, {{"shoeSize", "43"}}), Fault);
  CHECK_THROWS_AS(nomis_row_from(number, {{"alerts", "P:P:P33"}}), Fault);
}

TEST_CASE("an import comes back as it was") {
  for (const bool all_but : {false, true}) {
    const ImportEntry entry = import_of({"A1234BC", "B2345CD"}, all_but);
    const ImportEntry back = import_from(decode(encode(import_body(entry))));
    CHECK(encode(import_body(back)) == encode(import_body(entry)));
    CHECK(back.numbers == entry.numbers);
    CHECK(back.all_but == all_but);
    CHECK(back.first == 10);
    CHECK(back.records == 5);
    CHECK(back.rejected == 1);
    CHECK(back.day_assumed);
    CHECK(back.full);
    CHECK(back.told.fields == entry.told.fields);
    CHECK(back.told.alerts);
  }
}

TEST_CASE("the bytes of an import never change: these were written before") {
  ImportEntry entry = import_of({"A1234BC"}, false);
  CHECK(encode(import_body(entry)) ==
        R"({"file":"export.csv","digest":"abc","first":"10","exportDayAssumed":"yes","records":"5","new":"1",)"
        R"("changed":"1","unchanged":"2","rejected":"1","full":"yes","told":"lastName prisonId alerts",)"
        R"("confirmed":"A1234BC"})");
  CHECK(import_from(import_body(entry)).alerts_file.empty());
  entry.alerts_file = "alerts.csv";
  entry.alerts_digest = "def";
  CHECK(encode(import_body(entry)) ==
        R"({"file":"export.csv","digest":"abc","alertsFile":"alerts.csv","alertsDigest":"def","first":"10",)"
        R"("exportDayAssumed":"yes","records":"5","new":"1","changed":"1","unchanged":"2","rejected":"1",)"
        R"("full":"yes","told":"lastName prisonId alerts","confirmed":"A1234BC"})");
  const ImportEntry back = import_from(import_body(entry));
  CHECK(back.alerts_file == "alerts.csv");
  CHECK(back.alerts_digest == "def");
  CHECK(back.first == 10);
}

TEST_CASE("an import that cannot be understood is a fault") {
  Body body = import_body(import_of({}, false));
  body[2].second = "ten";
  CHECK_THROWS_AS(import_from(body), Fault);
}

TEST_CASE("an import confirms whom it lists, or all but those, of whom it could know") {
  CHECK(import_of({"A1234BC"}, false).confirms(number, 3));
  CHECK_FALSE(import_of({"B2345CD"}, false).confirms(number, 3));
  CHECK_FALSE(import_of({"A1234BC"}, true).confirms(number, 3));
  CHECK(import_of({"B2345CD"}, true).confirms(number, 3));
  // Who came with the import itself, or later, is not confirmed by it.
  CHECK_FALSE(import_of({"B2345CD"}, true).confirms(number, 10));
  CHECK_FALSE(import_of({"A1234BC"}, false).confirms(number, 0));
}

TEST_CASE("an undo comes back as it was, and its bytes never change: these were written before") {
  const UndoEntry undo{51, 3, "the export of another prison"};
  CHECK(encode(undo_body(undo)) == R"({"batch":"51","first":"3","reason":"the export of another prison"})");
  const UndoEntry back = undo_from(decode(encode(undo_body(undo))));
  CHECK(back.batch == 51);
  CHECK(back.first == 3);
  CHECK(back.reason == undo.reason);
}

TEST_CASE("an undo that names no batch is a fault") {
  for (const Body& body : {Body{{"first", "3"}}, Body{{"batch", "51"}}, Body{{"batch", "51x"}, {"first", "3"}},
                           Body{{"batch", "51"}, {"first", "52"}}, Body{{"batch", "51"}, {"first", "0"}}})
    CHECK_THROWS_AS(undo_from(body), Fault);
  CHECK(undo_from({{"batch", "51"}, {"first", "51"}}).first == 51);  // an import that brought no row
}
