#include "mappa/casebook/spells.hpp"

#include <doctest/doctest.h>

#include "casebook/book.hpp"
#include "mappa/base/fault.hpp"

using namespace mappa;

namespace {

// "2026-11-01..2026-11-08 [1]", for each sighting.
std::vector<std::string> seen(const Book& book, std::string_view as_of = "2026-11-30") {
  std::vector<std::string> out;
  for (const auto& one : sightings(*PrisonNumber::parse("A1234BC"), book.entries, read_exports(book.imports), day(as_of)))
    out.push_back(iso(one.on) + ".." + iso(one.seen_on) + " [" + std::to_string(one.entry) + "]" + (one.day_assumed ? " assumed" : ""));
  return out;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a row has been seen as long as exports showed it") {
  Book book;
  book.nomis("2026-11-01", {{"lastName", "A"}});
  book.unchanged("2026-11-08");
  book.unchanged("2026-11-15", true);
  CHECK(seen(book) == Lines{"2026-11-01..2026-11-15 [1] assumed"});
  CHECK(seen(book, "2026-11-10") == Lines{"2026-11-01..2026-11-08 [1]"});
  CHECK(seen(book, "2026-10-31").empty());
}

TEST_CASE("another row ends it, and an import confirms the row it was compared with") {
  Book book;
  book.nomis("2026-11-01", {{"lastName", "A"}});
  book.nomis("2026-11-08", {{"lastName", "B"}});
  book.unchanged("2026-11-15");
  CHECK(seen(book) == Lines{"2026-11-01..2026-11-01 [1]", "2026-11-08..2026-11-15 [2]"});
}

TEST_CASE("an older file that came in after an import does not take over what that import showed") {
  Book book;
  book.nomis("2026-11-01", {{"lastName", "A"}});
  book.unchanged("2026-11-15");
  book.nomis("2026-11-08", {{"lastName", "B"}});
  CHECK(seen(book) == Lines{"2026-11-01..2026-11-01 [1]", "2026-11-08..2026-11-08 [3]", "2026-11-15..2026-11-15 [1]"});
  CHECK(*book.fold().person.surname.nomis == "A");
}

TEST_CASE("an import that confirmed a withdrawn row confirms no other") {
  Book book;
  book.nomis("2026-11-01", {{"lastName", "A"}});
  const auto mistake = book.nomis("2026-11-08", {{"lastName", "B"}});
  book.unchanged("2026-11-15");
  book.withdraw(mistake);
  CHECK(seen(book) == Lines{"2026-11-01..2026-11-01 [1]"});
  // One that came after the withdrawal was compared with the row that is left.
  book.unchanged("2026-11-20");
  CHECK(seen(book) == Lines{"2026-11-01..2026-11-20 [1]"});
}

TEST_CASE("another booking number begins a spell, and so does another booking id") {
  for (const char* field : {"bookNumber", "bookingId"}) {
    Book book;
    book.nomis("2026-06-01", {{field, "1"}});
    book.nomis("2026-11-01", {{field, "2"}});
    CHECK(book.fold().new_booking);
    CHECK(book.fold().spell_began == day("2026-11-01"));
    CHECK(book.fold().earlier_until == day("2026-06-01"));
  }
}

TEST_CASE("one booking under its two numbers is one, and an export without either tells nothing") {
  Book book;
  book.nomis("2026-06-01", {{"bookNumber", "A1"}});
  book.nomis("2026-07-01", {{"bookingId", "77"}});
  book.nomis("2026-08-01", {{"lastName", "X"}});
  book.nomis("2026-09-01", {{"bookNumber", "A1"}, {"bookingId", "77"}});
  CHECK_FALSE(book.fold().spell_began);
  book.nomis("2026-10-01", {{"bookingId", "78"}});
  CHECK(book.fold().new_booking);
}

TEST_CASE("a booking is known until the last export that showed it, changed or not") {
  Book book;
  book.nomis("2026-06-01", {{"bookNumber", "A1"}});
  book.unchanged("2026-10-20");
  book.nomis("2026-11-01", {{"bookNumber", "B2"}});
  CHECK(book.fold().earlier_until == day("2026-10-20"));
}

TEST_CASE("a record between two bookings belongs to the next if it was made after that had come") {
  Book book;
  book.nomis("2026-06-01", {{"bookNumber", "A1"}}, "P:P66");
  book.record("level", {{"level", "1"}, {"decided", "2026-07-01"}});
  book.nomis("2026-11-01", {{"bookNumber", "B2"}}, "P:P0");
  CHECK_FALSE(book.fold().standing.level.record);
  book.record("level", {{"level", "2"}, {"decided", "2026-08-01"}});
  CHECK(*book.fold().standing.level.record == 2);
  // What is about the old booking's own time stays with it, whenever it was recorded.
  book.record("licence", {{"due", "no"}}, "2026-05-01");
  CHECK_FALSE(book.fold().licence.due);
}

TEST_CASE("a level is dated by its decision, and belongs to the booking that was known when it was recorded") {
  Book book;
  book.nomis("2026-06-01", {{"bookNumber", "A1"}});
  book.nomis("2026-11-01", {{"bookNumber", "B2"}});
  book.record("level", {{"level", "3"}, {"decided", "2026-05-01"}});
  CHECK(*book.fold().standing.level.record == 3);
}

TEST_CASE("a new booking keeps who the person is, and what only binds") {
  Book book;
  book.nomis("2026-06-01", {{"bookNumber", "A1"}});
  book.record("person", {{"surname", "X"}, {"foreign-national", "yes"}}, "2026-06-02");
  book.record("reference", {{"number", "H1"}}, "2026-06-02");
  book.record("status", {{"mappa", "no"}}, "2026-06-02");
  book.record("category", {{"category", "1"}}, "2026-06-02");
  book.record("level", {{"level", "1"}}, "2026-06-02");
  book.record("licence", {{"due", "no"}, {"copy-held", "2026-06-02"}}, "2026-06-02");
  book.record("hold", {{"reason", "warrant"}}, "2026-06-02");
  book.record("notification", {{"applies", "yes"}}, "2026-06-02");
  book.record("recall", {{"from", "2026-06-01"}}, "2026-06-02");
  book.nomis("2026-11-01", {{"bookNumber", "B2"}});
  const Case c = book.fold();
  CHECK(*c.person.surname.record == "X");
  CHECK(c.person.foreign_national);
  CHECK(c.references.size() == 1);
  CHECK_FALSE(c.standing.mappa.record);
  CHECK(*c.standing.category.record == 1);
  CHECK_FALSE(c.standing.level.record);
  CHECK_FALSE(c.licence.due);
  CHECK(*c.hold.reason == "warrant");
  CHECK(*c.notification.applies.record);
  CHECK(c.recall.from);
  REQUIRE(c.earlier.size() == 1);
  CHECK(c.earlier[0].kind == "licence");
}

TEST_CASE("a new booking drops what only frees") {
  Book book;
  book.nomis("2026-06-01", {{"bookNumber", "A1"}});
  book.record("hold", {{"reason", "none"}}, "2026-06-02");
  book.record("notification", {{"applies", "no"}}, "2026-06-02");
  book.record("category", {{"category", "2"}}, "2026-06-02");
  book.record("recall", {{"from", "2026-05-20"}, {"to", "2026-05-20"}}, "2026-06-02");
  book.nomis("2026-11-01", {{"bookNumber", "B2"}});
  const Case c = book.fold();
  CHECK_FALSE(c.hold.reason);
  CHECK_FALSE(c.notification.applies.record);
  CHECK_FALSE(c.standing.category.record);
  CHECK_FALSE(c.recall.from);
}

TEST_CASE("a return after a release begins a spell: facts hold, deeds do not") {
  Book book;
  book.record("level", {{"level", "2"}, {"decided", "2026-03-01"}});
  book.record("licence", {{"due", "yes"}, {"copy-held", "2026-06-01"}, {"from", "core-file"}}, "2026-06-01");
  book.record("referral", {{"made-on", "2026-03-05"}}, "2026-03-05");
  book.record("arrangements", {{"lead", "NPS"}, {"confirmed-by", "J Ahmed"}, {"confirmed-on", "2026-05-30"}});
  book.record("release-plan", {{"at", "2026-06-02 11:00"}, {"case-owner-told", "2026-06-01"}}, "2026-06-01");
  book.record("released", {{"when", "2026-06-02 11:05"}});
  const auto back = book.record("location", {{"facility", "HAR"}, {"since", "2026-10-01"}});
  const Case c = book.fold();
  CHECK_FALSE(c.released.when);
  CHECK(c.spell_began == day("2026-10-01"));
  CHECK(c.spell_entry == back);
  CHECK_FALSE(c.new_booking);
  CHECK(*c.standing.level.record == 2);
  CHECK(c.standing.level_decided);
  CHECK(*c.licence.due);
  CHECK_FALSE(c.licence.copy_held);
  CHECK_FALSE(c.licence.from);
  CHECK_FALSE(c.referral.made);
  CHECK_FALSE(c.arrangements.confirmed);
  CHECK_FALSE(c.plan.at);
  CHECK(c.earlier.size() == 4);
}

TEST_CASE("an acknowledgement ends with its spell: what is due in the next one is listed") {
  const Given knows{{"of", "p14.licence-copy"}, {"until", "2026-12-14"}, {"reason", "in the post"}};
  Book returned;
  returned.record("acknowledgement", knows, "2026-11-01");
  CHECK(returned.fold().acknowledgements.size() == 1);
  returned.record("released", {{"when", "2026-11-10 11:00"}});
  returned.record("location", {{"facility", "HAR"}, {"since", "2026-11-20"}});
  CHECK(returned.fold().acknowledgements.empty());
  returned.record("acknowledgement", knows, "2026-11-21");
  CHECK(returned.fold().acknowledgements.size() == 1);

  Book booked;
  booked.nomis("2026-11-01", {{"bookNumber", "A1"}});
  booked.record("acknowledgement", knows, "2026-11-02");
  booked.nomis("2026-11-20", {{"bookNumber", "B2"}});
  CHECK(booked.fold().acknowledgements.empty());
}

TEST_CASE("a recall from the day of the release, or a later one, is a return") {
  for (const char* from : {"2026-06-02", "2026-06-03"}) {
    Book book;
    book.record("released", {{"when", "2026-06-02 11:05"}});
    book.record("recall", {{"from", from}}, "2026-06-05");
    CHECK_FALSE(book.fold().released.when);
  }
}

TEST_CASE("a hold stands through a return, and \"none\" was said of the last release") {
  for (const std::string reason : {"warrant", "none"}) {
    Book book;
    book.record("hold", {{"reason", reason}}, "2026-06-01");
    book.record("released", {{"when", "2026-06-02 11:05"}});
    book.record("location", {{"facility", "HAR"}, {"since", "2026-10-01"}});
    CHECK(book.fold().hold.reason.value.has_value() == (reason == "warrant"));
  }
}

TEST_CASE("a deed of before the return is of the earlier spell, whenever it is recorded") {
  Book book;
  book.record("released", {{"when", "2026-06-02 11:05"}});
  book.record("location", {{"facility", "HAR"}, {"since", "2026-10-01"}});
  const auto late = book.record("licence", {{"copy-held", "2026-06-01"}}, "2026-10-10");
  CHECK_FALSE(book.fold().licence.copy_held);
  CHECK(book.fold().earlier.back().entry == late);
  book.record("licence", {{"copy-held", "2026-06-03"}}, "2026-10-11");
  CHECK(book.fold().licence.copy_held);
}

TEST_CASE("a place outside prison, or a recall of before the release, brings nobody back") {
  Book book;
  book.record("released", {{"when", "2026-06-02 11:05"}});
  book.record("location", {{"facility", "OUT"}}, "2026-06-03");
  book.record("recall", {{"from", "2026-05-01"}, {"to", "2026-05-20"}}, "2026-06-04");
  book.record("recall", {{"to", "2026-05-20"}}, "2026-06-04");
  book.nomis("2026-06-10", {{"prisonId", "OUT"}});
  book.nomis("2026-06-11", {{"prisonId", "TRN"}});
  CHECK(book.fold().released.when);
  CHECK(book.fold().location.moves.empty());
}

TEST_CASE("an export of the day of release may be older than it, a later one with another place is a return") {
  Book book;
  book.nomis("2026-05-01", {{"prisonId", "OUT"}});
  book.record("released", {{"when", "2026-06-02 11:05"}});
  book.nomis("2026-06-02", {{"prisonId", "MDI"}});
  CHECK(book.fold().released.when);
  book.nomis("2026-06-20", {{"prisonId", "MDI"}, {"lastName", "X"}});
  CHECK(book.fold().released.when);  // the same place still
  book.nomis("2026-07-01", {{"prisonId", "LEI"}});
  CHECK_FALSE(book.fold().released.when);
  CHECK(book.fold().spell_began == day("2026-07-01"));
}

TEST_CASE("an import that cannot be understood is a fault") {
  Book book;
  book.nomis("2026-05-01", {{"prisonId", "OUT"}});
  book.unchanged("2026-06-01");
  book.imports.front().body = "{";
  CHECK_THROWS_AS(book.fold(), Fault);
}

TEST_CASE("what an import brought counts no more once the import is undone, and the earlier row is seen again") {
  Book book;
  book.batch("2026-11-01", {{"lastName", "A"}});
  const auto batch = book.batch("2026-11-08", {{"lastName", "B"}});
  CHECK(seen(book) == Lines{"2026-11-01..2026-11-01 [1]", "2026-11-08..2026-11-08 [3]"});
  book.undo(batch, batch - 1);
  CHECK(seen(book) == Lines{"2026-11-01..2026-11-01 [1]"});
}

TEST_CASE("an import that was undone confirms nobody") {
  Book book;
  book.batch("2026-11-01", {{"lastName", "A"}});
  const auto batch = book.unchanged("2026-11-08");
  CHECK(seen(book) == Lines{"2026-11-01..2026-11-08 [1]"});
  book.undo(batch, batch);
  CHECK(seen(book) == Lines{"2026-11-01..2026-11-01 [1]"});
}

TEST_CASE("the same rows count again when they are imported again after the undo") {
  Book book;
  const auto batch = book.batch("2026-11-08", {{"lastName", "B"}});
  book.undo(batch, batch - 1);
  CHECK(seen(book).empty());
  book.batch("2026-11-08", {{"lastName", "B"}});
  CHECK(seen(book) == Lines{"2026-11-08..2026-11-08 [4]"});
}

TEST_CASE("an import was compared with the rows that stood when it came, whatever was undone later") {
  Book book;
  book.batch("2026-11-01", {{"lastName", "A"}});
  const auto batch = book.batch("2026-11-08", {{"lastName", "B"}});
  book.unchanged("2026-11-15");
  book.undo(batch, batch - 1);
  // It had shown B, which is gone; it never showed A.
  CHECK(seen(book) == Lines{"2026-11-01..2026-11-01 [1]"});
  // One that came after the undo was compared with A.
  book.unchanged("2026-11-20");
  CHECK(seen(book) == Lines{"2026-11-01..2026-11-20 [1]"});
}

TEST_CASE("an undo withdraws the rows of its batch only, and nothing that was recorded by hand among them") {
  Book book;
  const auto first = book.batch("2026-11-01", {{"lastName", "A"}}) - 1;
  book.record("level", {{"level", "2"}});
  const auto batch = book.batch("2026-11-08", {{"lastName", "B"}});
  book.batch("2026-11-15", {{"lastName", "C"}});
  const auto undo = book.undo(batch, first);
  const Exports exports = read_exports(book.imports);
  CHECK(withdrawn(book.entries, exports) == std::set<EntryId>{first, batch - 1});
  CHECK(withdrawn(book.entries, exports, undo).empty());
  CHECK(exports.undo_of_row(batch - 1)->id == undo);
  CHECK_FALSE(exports.undo_of_row(batch + 1));
  CHECK(exports.undo_of_import(batch)->id == undo);
  CHECK_FALSE(exports.undo_of_import(batch + 2));
}
