// What scheduled runs and acknowledgements keep: their bytes are kept for ever.
#include "mappa/casebook/run_entry.hpp"

#include <doctest/doctest.h>

#include "calendar/day.hpp"
#include "mappa/base/fault.hpp"

using namespace mappa;

namespace {

RunEntry a_run() {
  RunEntry run;
  run.name = "morning";
  run.day = day("2026-11-22");
  run.rests_on = 12;
  run.before = 9;
  run.policy = "abc";
  run.asked = "--role depmu --within 28d";
  run.due = 3;
  run.overdue = 2;
  run.undated = 1;
  run.acknowledged = 4;
  run.imports = 1;
  const auto number = *PrisonNumber::parse("A1234BC");
  run.came = {{number, "p11.request", {day("2026-11-30"), "mappa-co-ordinator", "R 17 det-manager"}}, {number, "p9.review", {{}, "offender-manager", ""}}};
  run.went = {{number, "p9.referral", {day("2026-11-28"), "offender-manager", ""}}};
  return run;
}

Body with(Body body, const std::string& key, const std::string& value) {
  for (auto& [name, text] : body)
    if (name == key) text = value;
  return body;
}

}  // namespace

TEST_CASE("the bytes of a run are frozen") {
  CHECK(encode(run_body(a_run())) ==
        R"({"name":"morning","day":"2026-11-22","restsOn":"12","before":"9","policy":"abc","asked":"--role depmu --within 28d",)"
        R"("due":"3","overdue":"2","undated":"1","acknowledged":"4","imports":"1",)"
        R"("came":"A1234BC p11.request 2026-11-30 mappa-co-ordinator R 17 det-manager\nA1234BC p9.review no-date offender-manager",)"
        R"("went":"A1234BC p9.referral 2026-11-28 offender-manager"})");
}

TEST_CASE("a run is read as it was written") {
  const RunEntry run = a_run(), read = run_from(decode(encode(run_body(run))));
  CHECK(run_body(read) == run_body(run));
  CHECK(read.came == run.came);
  CHECK(read.went == run.went);
  CHECK(read.before == 9);
  const RunEntry nothing = run_from(run_body({"morning", day("2026-11-22"), 0, 0, "", "", 0, 0, 0, 0, 0, {}, {}}));
  CHECK(nothing.came.empty());
  CHECK(nothing.went.empty());
}

TEST_CASE("a run that cannot be understood is a fault, never guessed") {
  const Body body = run_body(a_run());
  const std::vector<std::pair<std::string, std::string>> wrong{
      {"name", ""},       {"day", "2026-02-30"},       {"restsOn", "x"},                     {"before", ""},
      {"due", "-1"},      {"imports", "1 2"},          {"came", "A1234BC"},                  {"came", "A1234BC p9.review"},
      {"came", "A1234BC p9.review no-date"},           {"came", "A1234BC p9.review no-date "},
      {"went", "A1234B p9.review no-date det"},        {"went", "A1234BC p9.review 2026-02-30 det"}};
  for (const auto& one : wrong) {
    INFO(one.first, " ", one.second);
    CHECK_THROWS_AS(run_from(with(body, one.first, one.second)), Fault);
  }
}

TEST_CASE("what is owed is a day, or none, who owes it and what it is about") {
  const std::vector<Owed> all{{day("2026-11-30"), "det-manager", "R-17 det-manager"}, {{}, "supplier", "C-3"}, {day("2026-11-30"), "det", ""}, {{}, "det", ""}};
  const std::string text = mappa::text(all);
  CHECK(text == "2026-11-30 det-manager R-17 det-manager\nno-date supplier C-3\n2026-11-30 det\nno-date det");
  CHECK(all_owed_from(text) == all);
  CHECK(all_owed_from("").empty());
  for (const char* wrong : {"30 November", "2026-11-30", "no-date", "no-date ", "2026-02-30 det"}) CHECK_THROWS_AS(all_owed_from(wrong), Fault);
}

TEST_CASE("a run has a name that can stand in a crontab") {
  for (const char* name : {"morning", "Depmu_2", "a", "x.y-z", "0123456789012345678901234567890123456789"}) CHECK_MESSAGE(is_run_name(name), name);
  for (const char* name : {"", " ", "two words", "morning\n", "caf\xc3\xa9", "01234567890123456789012345678901234567890"})
    CHECK_FALSE_MESSAGE(is_run_name(name), name);
}
