#include "mappa/casebook/recording.hpp"

#include <doctest/doctest.h>

#include "calendar/day.hpp"

using namespace mappa;

namespace {

const Moment now = moment("2026-11-24T10:30");

Recording record(std::string_view kind, const Given& given, std::optional<Date> on = std::nullopt) {
  return read_record(*find_kind(kind), given, on, now);
}

// "record.value copy-held", for each problem.
std::vector<std::string> problems(const Recording& recording) {
  std::vector<std::string> out;
  for (const auto& one : recording.problems) out.push_back(one.id + (one.field.empty() ? "" : " " + one.field));
  return out;
}

using Lines = std::vector<std::string>;

std::string canonical(std::string_view kind, std::string_view field, std::string_view typed) {
  const auto read = find_kind(kind)->find(field)->read(typed, now);
  if (const auto* wrong = std::get_if<TypedProblem>(&read)) return wrong->what + " " + wrong->remedy;
  return std::get<std::string>(read);
}

}  // namespace

TEST_CASE("a record keeps canonical values in the order of its kind") {
  const auto read = record("licence", {{"from", "CORE-FILE"}, {"copy-held", "23/11/2026"}});
  CHECK(problems(read).empty());
  CHECK(read.body == Body{{"copy-held", "2026-11-23"}, {"from", "core-file"}});
  CHECK(read.on == day("2026-11-24"));
}

TEST_CASE("a record is about the day that was named, else its own date, else today") {
  CHECK(record("licence", {{"copy-held", "2026-11-20"}}).on == day("2026-11-24"));
  CHECK(record("licence", {{"copy-held", "2026-11-20"}}, day("2026-11-21")).on == day("2026-11-21"));
  CHECK(record("level", {{"level", "2"}, {"decided", "2026-03-02"}}).on == day("2026-03-02"));
  CHECK(record("level", {{"level", "2"}, {"decided", "2026-03-02"}}, day("2026-11-21")).on == day("2026-11-21"));
  CHECK(record("level", {{"level", "2"}, {"decided", "date-unknown"}}).on == day("2026-11-24"));
  CHECK(record("released", {{"when", "2026-11-23 14:00"}}).on == day("2026-11-23"));
  CHECK(record("location", {{"facility", "har"}, {"since", "2026-10-01"}}).on == day("2026-10-01"));
}

TEST_CASE("a record about a day in the future is refused") {
  const auto read = record("hold", {{"reason", "warrant"}}, day("2026-11-25"));
  CHECK(problems(read) == Lines{"record.value on"});
  CHECK(read.body.empty());
}

TEST_CASE("every problem is reported, and then nothing is kept") {
  const auto read = record("licence", {{"copy-hold", "x"}, {"expires", "31/02/2027"}, {"from", "desk"}, {"due", "yes"}});
  CHECK(problems(read) == Lines{"record.field copy-hold", "record.value expires", "record.value from"});
  CHECK(read.problems[0].remedy == "Did you mean \"copy-held\"?");
  CHECK(read.body.empty());
}

TEST_CASE("what is needed is asked for, and nothing at all is no record") {
  CHECK(problems(record("arrangements", {{"lead", "NPS"}})) == Lines{"record.required confirmed-by", "record.required confirmed-on"});
  CHECK(problems(record("licence", {})) == Lines{"record.nothing"});
}

TEST_CASE("one field twice is a problem, whatever the values") {
  CHECK(problems(record("level", {{"level", "2"}, {"level", "2"}})) == Lines{"record.twice level", "record.twice level"});
}

TEST_CASE("what the program fills cannot be typed") {
  CHECK(problems(record("released", {{"when", "2026-11-24 09:00"}, {"verdict", "clear"}})) == Lines{"record.field verdict"});
  const auto read = read_record(*find_kind("released"), {{"when", "2026-11-24 09:00"}}, {}, now, {{"verdict", "clear"}});
  CHECK(read.body == Body{{"when", "2026-11-24T09:00"}, {"verdict", "clear"}});
}

TEST_CASE("what has happened lies in the past, to the minute") {
  CHECK(problems(record("released", {{"when", "2026-11-24 10:30"}})).empty());
  CHECK(problems(record("released", {{"when", "2026-11-24 10:31"}})) == Lines{"record.value when"});
  CHECK(problems(record("location", {{"facility", "HAR"}, {"since", "2026-11-25"}})) == Lines{"record.value since"});
  CHECK(problems(record("recall", {{"to", "2026-11-25"}})) == Lines{"record.value to"});
  CHECK(problems(record("person", {{"born", "2026-11-25"}})) == Lines{"record.value born"});
}

TEST_CASE("what is planned may lie in the future") {
  CHECK(problems(record("release-plan", {{"at", "2027-01-01 09:00"}})).empty());
  CHECK(problems(record("licence", {{"expires", "2030-01-01"}})).empty());
}

TEST_CASE("a deed says what to type when nobody knows the day") {
  CHECK(canonical("licence", "copy-held", "DATE-UNKNOWN") == "date-unknown");
  CHECK(canonical("licence", "copy-held", "25/11/2026") ==
        "25 November 2026 is in the future, and this records what has happened. Record it once it has happened.");
  CHECK(canonical("licence", "copy-held", "soon").ends_with("If it was done and nobody knows when: date-unknown."));
}

TEST_CASE("words are read in any letter case, and the nearest is named") {
  CHECK(canonical("offender-manager", "provider", " NPS ") == "nps");
  CHECK(canonical("offender-manager", "provider", "polise") ==
        "It must be one of nps, crc, yot, police, other. Did you mean \"police\"?");
  CHECK(canonical("status", "mappa", "YES") == "yes");
  CHECK(canonical("status", "mappa", "x") == "It must be one of yes, no. Type one of these words.");
}

TEST_CASE("categories and levels are read as numbers, and none is ever suggested") {
  CHECK(canonical("category", "category", " 4 ") == "4");
  CHECK(canonical("category", "category", "5") == "It must be a number from 1 to 4. Type the number that was decided.");
  for (const char* wrong : {"0", "4", "two", "", "2.", "-1", "12", "1 2", "99999999999"}) {
    CAPTURE(wrong);
    CHECK(canonical("level", "level", wrong) == "It must be a number from 1 to 3. Type the number that was decided.");
  }
}

TEST_CASE("a facility is kept in upper case, and no hold is \"none\"") {
  CHECK(canonical("location", "facility", " har ") == "HAR");
  CHECK(canonical("hold", "reason", " NONE ") == "none");
  CHECK(canonical("hold", "reason", "None of the sureties came") == "None of the sureties came");
}

TEST_CASE("lengths of sentences are read in the forms people type") {
  CHECK(canonical("sentence", "length", "18m") == "P0Y18M0D");
  CHECK(canonical("sentence", "length", "1y6m") == "P1Y6M0D");
  CHECK(canonical("sentence", "length", "1 year 6 months") == "P1Y6M0D");
  CHECK(canonical("sentence", "length", "90 Days") == "P0Y0M90D");
  CHECK(canonical("sentence", "length", "P1Y6M0D") == "P1Y6M0D");
  for (const char* wrong : {"", "18", "m", "1y1y", "6 weeks", "-3m", "1y6", "P", "99999y"}) {
    CAPTURE(wrong);
    CHECK(canonical("sentence", "length", wrong).find("is not a length of time") != std::string::npos);
  }
}

TEST_CASE("twelve months or more, whichever months they are") {
  const auto twelve = [](std::string_view typed) { return Codec<Length>::from(canonical("sentence", "length", typed))->twelve_months(); };
  CHECK(twelve("12m"));
  CHECK(twelve("1y"));
  CHECK(twelve("365d"));
  CHECK(twelve("11m31d"));
  CHECK_FALSE(twelve("11m30d"));
  CHECK_FALSE(twelve("364d"));
  CHECK_FALSE(twelve("8m"));
}

TEST_CASE("texts are kept as typed, without the blanks around them") {
  CHECK(canonical("note", "text", "  Łukasz rang; O'Neill  ") == "Łukasz rang; O'Neill");
  CHECK(canonical("note", "text", "   ") == "Nothing was given. Leave the option out if there is nothing to record.");
  CHECK(canonical("note", "text", "\xff").starts_with("The text is not UTF-8."));
  CHECK(canonical("note", "text", std::string(4001, 'x')).starts_with("The text is longer than 4000 bytes."));
}
