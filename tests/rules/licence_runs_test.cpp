#include "mappa/rules/licence_runs.hpp"

#include <doctest/doctest.h>

#include "rules/cases.hpp"

using namespace mappa;

namespace {

// A case that a test fills in by hand; checked for a release on 25 November 2026.
struct OnLicence {
  Case c{*PrisonNumber::parse("A1234BC")};
  Policy under = policy();

  // "runs", "ended", "not due" or "unknown".
  std::string state() const {
    const auto run = licence_run(c, {moment("2026-11-25T14:00"), day("2026-11-24"), under, nullptr});
    switch (run.state) {
      case LicenceRun::State::runs: return "runs";
      case LicenceRun::State::ended: return "ended";
      case LicenceRun::State::not_due: return "not due";
      case LicenceRun::State::unknown: return "unknown";
    }
    return "";
  }
  std::optional<bool> supervision() const {
    return supervised(c, {moment("2026-11-25T14:00"), day("2026-11-24"), under, nullptr});
  }
  void born(std::string_view date) { c.person.born.nomis = {day(date), 1, day("2026-11-01")}; }
  void sentence_ends(std::string_view date) { c.sentence.ends.nomis = {day(date), 1, day("2026-11-01")}; }
  void licence_ends(std::string_view date, std::string_view shown) {
    c.licence.expires.nomis = {day(date), 1, day(shown)};
  }
  void recorded_end(std::string_view date, std::string_view on, EntryId entry) {
    c.licence.expires.record = {day(date), entry, day(on)};
  }
  void due(bool value, std::string_view on, EntryId entry) { c.licence.due = {value, entry, day(on)}; }
  void supervision_ends(std::string_view date) { c.licence.supervision_ends = {day(date), 1, day("2026-11-01")}; }
};

}  // namespace

TEST_CASE("a licence runs on its last day, and no longer") {
  OnLicence person;
  CHECK(person.state() == "unknown");
  person.licence_ends("2026-11-25", "2026-11-01");
  CHECK(person.state() == "runs");
  person.licence_ends("2026-11-24", "2026-11-01");
  CHECK(person.state() == "ended");
}

TEST_CASE("the sentence's end stands in for the licence's where that is not known") {
  OnLicence person;
  person.sentence_ends("2027-01-01");
  CHECK(person.state() == "runs");
  person.licence_ends("2026-10-01", "2026-11-01");
  CHECK(person.state() == "ended");
}

TEST_CASE("not due is believed, unless something about that day or a later one says that it runs") {
  OnLicence person;
  person.licence_ends("2027-01-01", "2026-11-10");
  person.due(false, "2026-11-11", 5);
  CHECK(person.state() == "not due");
  person.due(false, "2026-11-10", 5);
  CHECK(person.state() == "runs");
  person.due(false, "2026-11-09", 5);
  CHECK(person.state() == "runs");
}

TEST_CASE("of two sides that say the same the later day counts against not due") {
  OnLicence person;
  person.licence_ends("2027-01-01", "2026-11-10");
  person.recorded_end("2027-01-01", "2026-09-01", 3);
  person.due(false, "2026-11-05", 5);
  CHECK(person.state() == "runs");
  OnLicence other;
  other.licence_ends("2027-01-01", "2026-09-10");
  other.recorded_end("2027-01-01", "2026-11-10", 3);
  other.due(false, "2026-11-05", 5);
  CHECK(other.state() == "runs");
  other.recorded_end("2027-01-01", "2026-09-20", 3);
  CHECK(other.state() == "not due");
}

TEST_CASE("an end and not due in one record contradict each other: it is taken to run") {
  OnLicence person;
  person.recorded_end("2027-01-01", "2026-11-10", 5);
  person.due(false, "2026-11-10", 5);
  CHECK(person.state() == "runs");
}

TEST_CASE("due and an end in one record explain each other: it has ended") {
  OnLicence person;
  person.recorded_end("2025-03-03", "2026-11-10", 5);
  person.due(true, "2026-11-10", 5);
  CHECK(person.state() == "ended");
  person.due(true, "2026-11-10", 6);
  CHECK(person.state() == "runs");
  person.due(true, "2026-11-10", 4);
  CHECK(person.state() == "ended");
}

TEST_CASE("due contradicts an end only if it was recorded about a later day than that end") {
  OnLicence person;
  person.licence_ends("2026-11-10", "2026-11-01");
  person.due(true, "2026-11-10", 5);
  CHECK(person.state() == "ended");
  person.due(true, "2026-11-11", 5);
  CHECK(person.state() == "runs");
}

TEST_CASE("due is believed where no end is known") {
  OnLicence person;
  person.due(true, "2026-11-10", 5);
  CHECK(person.state() == "runs");
}

TEST_CASE("an indeterminate sentence is for life, and not due is believed only if recorded later") {
  OnLicence person;
  person.licence_ends("2026-01-01", "2026-11-01");
  person.c.sentence.nomis_indeterminate = {true, 1, day("2026-11-01")};
  CHECK(person.state() == "runs");
  person.due(false, "2026-11-01", 5);
  CHECK(person.state() == "runs");
  person.due(false, "2026-11-02", 5);
  CHECK(person.state() == "not due");
}

TEST_CASE("of two sides that both say indeterminate the later day counts against not due") {
  OnLicence person;
  person.c.sentence.nomis_indeterminate = {true, 1, day("2026-11-10")};
  person.c.sentence.kind = {SentenceKind::indeterminate, 3, day("2026-10-01")};
  person.due(false, "2026-11-05", 5);
  CHECK(person.state() == "runs");
  person.due(false, "2026-11-11", 5);
  CHECK(person.state() == "not due");
  OnLicence other;
  other.c.sentence.nomis_indeterminate = {true, 1, day("2026-10-01")};
  other.c.sentence.kind = {SentenceKind::indeterminate, 3, day("2026-11-10")};
  other.due(false, "2026-11-05", 5);
  CHECK(other.state() == "runs");
  other.c.sentence.nomis_indeterminate = {false, 1, day("2026-11-10")};
  other.c.sentence.kind = {SentenceKind::indeterminate, 3, day("2026-10-01")};
  CHECK(other.state() == "not due");
}

TEST_CASE("for the young, supervision after the sentence counts until its last day") {
  OnLicence person;
  person.born("2010-05-01");
  person.sentence_ends("2026-10-30");
  CHECK(person.state() == "unknown");
  person.supervision_ends("2026-11-25");
  CHECK(person.state() == "runs");
  CHECK(person.supervision() == true);
  person.supervision_ends("2026-11-24");
  CHECK(person.state() == "ended");
  CHECK(person.supervision() == false);
}

TEST_CASE("for an adult it does not, though the offender manager still answers for the person") {
  OnLicence person;
  person.born("1990-05-01");
  person.sentence_ends("2026-10-30");
  CHECK(person.state() == "ended");
  CHECK(person.supervision() == false);
  person.supervision_ends("2026-11-25");
  CHECK(person.state() == "ended");
  CHECK(person.supervision() == true);
}

TEST_CASE("a young offender's licence that has ended has ended") {
  OnLicence person;
  person.born("2010-05-01");
  person.licence_ends("2026-10-30", "2026-11-01");
  CHECK(person.state() == "ended");
}

TEST_CASE("a licence that runs is not asked about supervision") {
  OnLicence person;
  person.born("2010-05-01");
  person.licence_ends("2027-01-01", "2026-11-01");
  person.supervision_ends("2027-06-01");
  CHECK(person.state() == "runs");
}
