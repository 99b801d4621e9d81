#include "mappa/casebook/fold.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "casebook/book.hpp"
#include "mappa/base/fault.hpp"

using namespace mappa;

namespace {

// A long case: two spells, exports, records of every kind, withdrawals.
Book long_case() {
  Book book;
  book.nomis("2026-01-10", {{"lastName", "LONG"}, {"bookNumber", "A1"}, {"prisonId", "MDI"}, {"sentenceExpiryDate", "2028-01-01"}}, "P:P66");
  book.record("person", {{"forenames", "LARA"}, {"born", "1990-02-03"}}, "2026-01-12");
  book.record("level", {{"level", "1"}, {"decided", "2026-01-05"}, {"set-by", "J Ahmed"}});
  book.record("offender-manager", {{"name", "J Ahmed"}, {"provider", "nps"}}, "2026-02-01");
  book.nomis("2026-03-01", {{"lastName", "LONG"}, {"bookNumber", "A1"}, {"prisonId", "OUT"}, {"sentenceExpiryDate", "2028-01-01"}}, "P:P77;X:XNR");
  book.unchanged("2026-03-08");
  book.record("referral", {{"identified-on", "2026-03-02"}, {"made-on", "date-unknown"}}, "2026-03-05");
  book.record("location", {{"facility", "HAR"}, {"since", "2026-03-20"}});
  const auto mistake = book.record("hold", {{"reason", "warrant"}}, "2026-03-21");
  book.record("hold", {{"reason", "none"}}, "2026-03-22");
  book.withdraw(mistake);
  book.record("release-plan", {{"at", "2026-04-01 14:00"}}, "2026-03-23");
  book.record("arrangements", {{"lead", "NPS"}, {"confirmed-by", "J Ahmed"}, {"confirmed-on", "2026-03-25"}});
  book.record("licence", {{"copy-held", "2026-03-31"}, {"from", "core-file"}}, "2026-03-31");
  book.record("released", {{"when", "2026-04-01 14:10"}, {"by-team", "det"}});
  book.record("note", {{"text", "rang"}}, "2026-04-02");
  book.record("reference", {{"number", "H1234567"}, {"kind", "home-office"}}, "2026-04-02");
  book.record("recall", {{"from", "2026-05-01"}}, "2026-05-02");
  book.record("recall", {{"to", "2026-08-01"}}, "2026-08-02");
  book.nomis("2026-06-01", {{"lastName", "LONG"}, {"bookNumber", "A1"}, {"prisonId", "MDI"}}, "P:P33;S:SOR");
  book.nomis("2026-02-01", {{"lastName", "OLDER"}}, "P:P11", true);
  book.record("sentence", {{"length", "36m"}, {"kind", "determinate"}, {"listed-offence", "yes"}}, "2026-08-03");
  book.record("level", {{"level", "3"}}, "2026-09-01");
  book.record("category", {{"category", "1"}}, "2026-09-01");
  book.record("status", {{"mappa", "yes"}}, "2026-09-01");
  book.record("notification", {{"applies", "yes"}, {"reissued-on", "2026-09-02"}}, "2026-09-02");
  return book;
}

}  // namespace

TEST_CASE("the order in which entries are given does not matter") {
  const Book book = long_case();
  const std::string expected = dump(book.fold());
  std::mt19937 random(2012);
  for (int i = 0; i < 60; ++i) {
    Book other = book;
    std::ranges::shuffle(other.entries, random);
    std::ranges::shuffle(other.imports, random);
    CHECK(dump(other.fold()) == expected);
  }
}

TEST_CASE("a withdrawn entry is as if it had never been made") {
  Book book = long_case();
  book.imports.clear();  // what an import confirmed of a row that was withdrawn: see spells_test.cpp
  for (const Entry& entry : book.entries) {
    if (entry.kind == withdrawal_kind) continue;
    INFO(entry.kind, " ", entry.id);
    Book withdrawn = book, never = book;
    withdrawn.withdraw(entry.id);
    std::erase_if(never.entries, [&](const Entry& one) { return one.id == entry.id; });
    CHECK(dump(withdrawn.fold()) == dump(never.fold()));
  }
}

TEST_CASE("a withdrawal that is itself withdrawn takes nothing back") {
  const Book book = long_case();
  for (const Entry& entry : book.entries) {
    Book twice = book;
    twice.withdraw(twice.withdraw(entry.id));
    CHECK(dump(twice.fold()) == dump(book.fold()));
  }
}

TEST_CASE("withdrawals count in the order in which they were made") {
  Book book;
  const auto hold = book.record("hold", {{"reason", "warrant"}}, "2026-11-01");
  const auto first = book.withdraw(hold);
  CHECK(withdrawn(book.entries, {}) == std::set<EntryId>{hold});
  const auto second = book.withdraw(first);
  CHECK(withdrawn(book.entries, {}) == std::set<EntryId>{first});
  book.withdraw(second);
  CHECK(withdrawn(book.entries, {}) == std::set<EntryId>{hold, second});
  // As it stood before the second one.
  CHECK(withdrawn(book.entries, {}, second) == std::set<EntryId>{hold});
}

TEST_CASE("a withdrawal that does not say of what is a fault") {
  Book book;
  Entry entry;
  entry.kind = withdrawal_kind;
  entry.id = 1;
  book.entries.push_back(entry);
  for (const char* body : {R"({"entry":"first"})", R"({"entry":"7x"})", R"({"entry":""})", R"({"reason":"x"})"}) {
    book.entries.front().body = body;
    CHECK_THROWS_AS(static_cast<void>(book.fold()), Fault);
  }
}

TEST_CASE("an import that is undone leaves the case as it was before, whatever it brought and of whichever day") {
  const Book book = long_case();
  const std::string before = dump(book.fold());
  const Book::Fields other{{"lastName", "OTHER"}, {"bookNumber", "Z9"}, {"prisonId", "LEI"}, {"recall", "yes"},
                           {"sentenceExpiryDate", "2031-01-01"}};
  for (const char* on : {"2026-01-10", "2026-01-11", "2026-03-08", "2026-05-15", "2026-11-30"}) {
    CAPTURE(on);
    Book undone = book;
    const auto batch = undone.batch(on, other, "P:P99;X:XNR;C:CC1");
    CHECK(dump(undone.fold()) != before);
    const auto confirming = undone.unchanged("2026-11-30");
    undone.undo(confirming, confirming);
    undone.undo(batch, batch - 1);
    CHECK(dump(undone.fold()) == before);
  }
}

TEST_CASE("entries about later days than the one looked at are left out") {
  const Book book = long_case();
  for (const char* as_of : {"2026-01-01", "2026-01-11", "2026-03-04", "2026-04-01", "2026-05-01", "2026-08-15"}) {
    CAPTURE(as_of);
    Book earlier = book;
    std::erase_if(earlier.entries, [&](const Entry& entry) { return entry.kind != withdrawal_kind && entry.on > day(as_of); });
    std::erase_if(earlier.imports, [&](const Entry& entry) { return entry.on > day(as_of); });
    CHECK(dump(book.fold(as_of)) == dump(earlier.fold()));
  }
}

TEST_CASE("a record about the very day looked at counts") {
  Book book;
  book.record("hold", {{"reason", "warrant"}}, "2026-11-20");
  CHECK(book.fold("2026-11-20").hold.reason);
  CHECK_FALSE(book.fold("2026-11-19").hold.reason);
}

TEST_CASE("the case names the newest entry of all, withdrawn ones too") {
  Book book;
  book.record("hold", {{"reason", "warrant"}}, "2026-11-20");
  const auto mistake = book.record("note", {{"text", "x"}}, "2026-11-21");
  book.withdraw(mistake);
  CHECK(book.fold().newest == 3);
  CHECK(Book{}.fold().newest == 0);
}

TEST_CASE("of two records about one fact the one about the later day holds, whenever it was made") {
  Book book;
  book.record("category", {{"category", "1"}}, "2026-11-20");
  book.record("category", {{"category", "2"}}, "2026-11-10");
  CHECK(*book.fold().standing.category.record == 1);
}

TEST_CASE("of two records about one day the one made later holds") {
  Book book;
  book.record("category", {{"category", "1"}}, "2026-11-20");
  book.record("category", {{"category", "2"}}, "2026-11-20");
  CHECK(*book.fold().standing.category.record == 2);
}

TEST_CASE("an older export that comes in later never wins") {
  Book book;
  book.nomis("2026-11-20", {{"lastName", "NEW"}}, "P:P66");
  book.nomis("2026-06-01", {{"lastName", "OLD"}}, "P:P88");
  const Case c = book.fold();
  CHECK(*c.person.surname.nomis == "NEW");
  CHECK(*c.standing.level.nomis == 1);
  CHECK(c.nomis.exported_on == day("2026-11-20"));
}

TEST_CASE("a fact of NOMIS keeps the day on which an unbroken run of exports first showed it") {
  Book book;
  book.nomis("2026-09-01", {}, "P:P66");
  book.nomis("2026-10-01", {{"lastName", "X"}}, "P:P66");
  CHECK(book.fold().standing.level.nomis.day == day("2026-09-01"));
  book.nomis("2026-10-08", {}, "");
  CHECK_FALSE(book.fold().standing.level.nomis);
  const auto again = book.nomis("2026-10-15", {}, "P:P66");
  CHECK(book.fold().standing.level.nomis.day == day("2026-10-15"));
  CHECK(book.fold().standing.level.nomis.entry == again);
}

TEST_CASE("an alert that newly appears says anew what it says") {
  Book book;
  book.nomis("2026-09-01", {}, "P:P66");
  book.nomis("2026-10-01", {}, "P:P66;P:PC2");
  const Case c = book.fold();
  CHECK(c.standing.mappa.nomis.day == day("2026-10-01"));
  CHECK(c.standing.category.nomis.day == day("2026-10-01"));
  CHECK(c.standing.level.nomis.day == day("2026-09-01"));
}

TEST_CASE("overridden dates beat calculated ones") {
  Book book;
  book.nomis("2026-11-20", {{"licenceExpiryDate", "2027-01-01"}, {"licenceExpiryOverrideDate", "2027-03-01"}, {"sentenceExpiryDate", "2027-04-01"},
                            {"sentenceExpiryOverrideDate", "2027-02-01"}, {"topupSupervisionExpiryDate", "2028-01-01"},
                            {"topupSupervisionExpiryOverrideDate", "2028-03-01"}});
  const Case c = book.fold();
  CHECK(*c.licence.expires.nomis == day("2027-03-01"));
  CHECK(*c.sentence.ends.nomis == day("2027-02-01"));
  CHECK(*c.licence.supervision_ends == day("2028-03-01"));
}

TEST_CASE("no alert is no word about MAPPA, registration or a hold") {
  Book book;
  book.nomis("2026-11-20", {{"lastName", "X"}}, "S:SONR");
  const Case c = book.fold();
  CHECK_FALSE(c.standing.mappa.nomis);
  CHECK_FALSE(c.notification.applies.nomis);
  CHECK_FALSE(c.hold.not_for_release);
}

TEST_CASE("another value takes back what was said with the one before, unless it is said again") {
  Book book;
  book.record("level", {{"level", "1"}, {"decided", "2026-03-02"}, {"set-by", "J Ahmed"}});
  book.record("level", {{"level", "1"}, {"set-by", "K Mensah"}}, "2026-05-01");
  CHECK(book.fold().standing.level_decided->day == day("2026-03-02"));
  book.record("level", {{"level", "2"}}, "2026-06-01");
  CHECK_FALSE(book.fold().standing.level_decided);
  CHECK_FALSE(book.fold().standing.level_set_by);

  book.record("offender-manager", {{"name", "J Ahmed"}, {"provider", "nps"}, {"contact", "020"}}, "2026-06-01");
  book.record("offender-manager", {{"provider", "crc"}}, "2026-06-02");
  CHECK(*book.fold().lead.name == "J Ahmed");
  book.record("offender-manager", {{"name", "P Novak"}, {"contact", "030"}}, "2026-06-03");
  CHECK_FALSE(book.fold().lead.provider);
  CHECK(*book.fold().lead.contact == "030");
}

TEST_CASE("a level without its day does not lower one that was recorded after it") {
  Book book;
  book.record("level", {{"level", "1"}}, "2026-10-12");
  book.record("level", {{"level", "2"}, {"decided", "2026-03-02"}});
  CHECK(*book.fold().standing.settled_level() == 2);
  book.record("level", {{"level", "1"}}, "2026-11-20");
  CHECK(*book.fold().standing.settled_level() == 1);
}

TEST_CASE("\"none\" resolves no hold that was recorded after it") {
  Book book;
  book.record("hold", {{"reason", "none"}}, "2026-11-20");
  book.record("hold", {{"reason", "warrant"}}, "2026-11-10");
  CHECK(*book.fold().hold.reason == "warrant");
  book.record("hold", {{"reason", "none"}}, "2026-11-21");
  CHECK(*book.fold().hold.reason == "none");
}

TEST_CASE("a level or category that is recorded after \"not MAPPA\" leaves the status open") {
  for (const char* kind : {"level", "category"}) {
    Book book;
    book.record(kind, {{kind, "2"}}, "2026-11-09");
    book.record("status", {{"mappa", "no"}}, "2026-11-10");
    CHECK(book.fold().standing.settled_mappa().value == false);
    book.record(kind, {{kind, "1"}}, "2026-11-10");
    CHECK_FALSE(book.fold().standing.settled_mappa());
    book.record("status", {{"mappa", "no"}}, "2026-11-11");
    CHECK(book.fold().standing.settled_mappa().value == false);
  }
}

TEST_CASE("a corrected release keeps what the check said at first") {
  Book book;
  const Kind& kind = *find_kind("released");
  const auto put = [&](const char* when, const char* verdict) {
    const auto read = read_record(kind, {{"when", when}}, {}, moment("2026-11-30T23:00"), {{"verdict", verdict}});
    book.record("note", {{"text", "x"}}, "2026-11-25");
    book.entries.back().kind = "released";
    book.entries.back().body = encode(read.body);
  };
  put("2026-11-25 14:00", "clear");
  put("2026-11-25 14:10", "outside_order");
  CHECK(book.fold().released.when->time == std::chrono::minutes{14 * 60 + 10});
  CHECK(*book.fold().released.verdict == "clear");
}

TEST_CASE("an entry of a kind or with a field of a newer version is a fault, never skipped") {
  Book book;
  book.record("hold", {{"reason", "warrant"}}, "2026-11-20");
  const auto cause_with = [&](auto change) {
    Book other = book;
    change(other.entries.front());
    try {
      static_cast<void>(other.fold());
    } catch (const Fault& fault) {
      return fault.cause();
    }
    return Cause::unexpected;
  };
  CHECK(cause_with([](Entry& e) { e.kind = "mood"; }) == Cause::schema);
  CHECK(cause_with([](Entry& e) { e.version = 2; }) == Cause::schema);
  CHECK(cause_with([](Entry& e) { e.body = R"({"mood":"good"})"; }) == Cause::schema);
  CHECK(cause_with([](Entry& e) { e.body = "{"; }) == Cause::integrity);
  CHECK(cause_with([](Entry& e) { e.kind = "level"; e.body = R"({"level":"two"})"; }) == Cause::integrity);
}

TEST_CASE("the name is NOMIS's, else the recorded one, and half a name is shown as it is") {
  Book book;
  book.record("person", {{"surname", "RECORDED"}}, "2026-11-20");
  CHECK(book.fold().name() == "RECORDED");
  book.nomis("2026-11-01", {{"lastName", "SHOWN"}, {"firstName", "SAMI"}, {"middleNames", "LEE"}});
  CHECK(book.fold().name() == "SHOWN, SAMI LEE");
  CHECK(Book{}.fold().name().empty());
}
