// What a calendar says of what is owed: how it is written as a file, tests/ics reads back.
#include <doctest/doctest.h>

#include "calendar/day.hpp"
#include "mappa/base/fault.hpp"
#include "mappa/report/due_calendar.hpp"
#include "mappa/report/late_library.hpp"
#include "mappa/report/text_page.hpp"

using namespace mappa;

namespace {

// The referral of somebody called JONES, due on 15 December 2026.
DueLine referral() {
  DueLine line{*PrisonNumber::parse("A1234BC"), "JONES, Anne", "HAR", {}, 23, day("2027-06-15"), "conditionalReleaseDate",
               {}, {}, "referral", "", {}, {}, {}};
  Finding& f = line.finding;
  f.rule = "p9.referral";
  f.paragraph = 9;
  f.responsible = {Role::offender_manager, "offender manager", "J Ahmed, 020-7946-0000"};
  f.answer = Answer::not_met;
  f.evidence = say("level {}, and {} has not made a referral", 2, std::string("J Ahmed"));
  f.act(say("Refer the case, and record the day.")).mend("referral", {"made-on"}).due(day("2026-12-15"), false);
  line.rests_on = 7;
  line.token = "0123456789abcdef0123456789abcdef";
  line.notes = {{7, {"nomis", "tester", "export.csv", day("2026-11-20"), *instant_from_iso("2026-11-21T06:30:00Z")}}};
  return line;
}

// One of two requests, due on the same day.
DueLine request() {
  DueLine line = referral();
  line.finding.rule = "p11.request";
  line.finding.paragraph = 11;
  line.about = "Smith's det-manager";
  return line;
}

Due owed(std::vector<DueLine> lines) {
  Due out;
  out.as_of = day("2026-11-22");
  out.lines = std::move(lines);
  return out;
}

Calendar made(const Due& due, bool with_names = false) { return calendar(due, *instant_from_iso("2026-11-22T09:00:00Z"), with_names); }
CalendarEvent only(const DueLine& line, bool with_names = false) { return made(owed({line}), with_names).events.at(0); }

DueLine due_on(DueLine line, const char* when) {
  line.finding.by = day(when);
  return line;
}
DueLine undated() {
  DueLine line = referral();
  line.finding.by.reset();
  return line;
}

}  // namespace

TEST_CASE("what is owed is an event on its day, known by its token and by the entry that may have moved it") {
  const auto event = only(referral());
  CHECK(event.uid == "0123456789abcdef0123456789abcdef");
  CHECK(event.sequence == 7);
  CHECK(event.day == day("2026-12-15"));
  CHECK(iso(event.modified) == "2026-11-21T06:30:00Z");
  CHECK(event.category == "offender-manager");
}

TEST_CASE("without names nothing stands in it that anybody typed") {
  CHECK(only(referral()).summary == "Referral made? A1234BC");
  CHECK(only(referral()).description ==
        "DSO 20/2012, paragraph 9. Due by 15 December 2026.\n"
        "Who must act: offender manager.\n"
        "What to do: Refer the case, and record the day.\n"
        "Earliest release from prison 15 June 2027 (conditionalReleaseDate).");
  CHECK(only(request()).summary == "Requests for information answered? A1234BC");
}

TEST_CASE("with names, the person's, what was found, what it is about and the line to type") {
  CHECK(only(referral(), true).summary == "Referral made? A1234BC JONES, Anne");
  CHECK(only(referral(), true).description ==
        "DSO 20/2012, paragraph 9. Due by 15 December 2026.\n"
        "Level 2, and J Ahmed has not made a referral.\n"
        "Who must act: offender manager.\n"
        "What to do: Refer the case, and record the day.\n"
        "Earliest release from prison 15 June 2027 (conditionalReleaseDate).\n"
        "Once it is done: mappa record A1234BC referral --made-on DATE");
  CHECK(only(request(), true).summary == "Requests for information answered? A1234BC JONES, Anne, Smith's det-manager");
}

TEST_CASE("what another law asks for is not taken for the order's") {
  DueLine line = referral();
  line.finding.rule = "p14.notified";
  CHECK(only(line).description.starts_with("Advice, from the Sexual Offences Act 2003 and not from the order. Due by 15 December 2026.\n"));
}

TEST_CASE("control characters do not reach the calendar") {
  DueLine line = referral();
  line.name = "JO\x1bNES";
  CHECK(only(line, true).summary == "Referral made? A1234BC JO\\x1bNES");
}

TEST_CASE("who acts there is the category, as --role knows it: DEPMU for the DET where there is none") {
  DueLine line = referral();
  line.finding.who = Role::det;
  line.finding.responsible = {Role::depmu, "DEPMU", ""};
  CHECK(only(line).category == "depmu");
}

TEST_CASE("a calendar rings two weeks before what is counted back from a release, else a week before, and on the day") {
  CHECK(only(referral()).alarms == std::vector{14, 0});
  CHECK(only(request()).alarms == std::vector{7, 0});
}

TEST_CASE("it does not ring for days that lie behind, nor for what is overdue") {
  CHECK(only(due_on(referral(), "2026-12-06")).alarms == std::vector{14, 0});
  CHECK(only(due_on(referral(), "2026-12-05")).alarms == std::vector{0});
  CHECK(only(due_on(referral(), "2026-11-22")).alarms == std::vector{0});
  CHECK(only(due_on(referral(), "2026-11-21")).alarms.empty());
}

TEST_CASE("what has no day is left out, and counted in the calendar and beside it") {
  const Due due = owed({undated(), referral(), undated()});
  CHECK(made(due).events.size() == 1);
  CHECK(made(due).about.ends_with("Not in the calendar: 2 things that are owed without a known day. See: mappa due"));
  CHECK(text(beside_calendar(due), 200) == "Not in the calendar: 2 things that are owed without a known day. See: mappa due\n");
  CHECK(made(owed({undated()})).about.ends_with("Not in the calendar: 1 thing that is owed without a known day. See: mappa due"));
  CHECK(made(owed({referral()})).about == "DSO 20/2012 version 3.0. As of 22 November 2026 for the next 28 days.");
  CHECK(text(beside_calendar(owed({referral()})), 200).empty());
}

TEST_CASE("a run that is printed as a calendar says beside it what it is compared with, and that NOMIS was not heard of") {
  Due due = owed({});
  due.run = DueRun{"outlook", 8, {}, 0, 0, 0, false};
  CHECK(text(beside_calendar(due), 200) == "Run outlook, entry 8: the first of this name.\nNo import has arrived yet.\n");
}

TEST_CASE("the calendar says how far it looks") {
  Due due = owed({});
  due.query.all = true;
  CHECK(made(due).about == "DSO 20/2012 version 3.0. As of 22 November 2026 by whatever day.");
  due.query = {};
  due.query.overdue = true;
  CHECK(made(due).about == "DSO 20/2012 version 3.0. As of 22 November 2026 what is overdue.");
}

TEST_CASE("the calendar's name says what was asked for") {
  Due due = owed({});
  CHECK(made(due).name == "MAPPA deadlines");
  due.query.role = Role::supplier;
  due.query.facility = "HAR";
  CHECK(made(due).name == "MAPPA deadlines from the role supplier at HAR");
}

TEST_CASE("a library that is not there is said, with what to install") {
  const auto said = [](const auto& work) {
    try {
      work();
    } catch (const Fault& fault) {
      return fault.happened() + " " + fault.remedy();
    }
    return std::string();
  };
  const auto absent = said([] { LateLibrary("libnone.so.1", "libnone1"); });
  CHECK(absent.starts_with("The library libnone.so.1 could not be loaded ("));
  CHECK(absent.ends_with("Install it (on Debian: apt install libnone1), or choose another --format."));
  CHECK(said([] { LateLibrary("libc.so.6", "libc6").find<void()>("no_such_function"); }).starts_with("The library libc.so.6 could not be loaded ("));
}
