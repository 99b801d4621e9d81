"""The calendar that `mappa due --format ics` prints, read back with icalendar: read_back.py PROGRAM"""

import datetime
import json
import os
import re
import subprocess
import sys
import tempfile
import unittest

from icalendar import Calendar

PROGRAM = os.path.abspath(sys.argv.pop())
CONFIGURATION = os.path.abspath(os.path.join(os.path.dirname(__file__), "../../examples/mappa.toml"))

# Two who are due, one without a day, one whose name is all that a calendar must escape, and one at level 1.
HEADER = "prisonerNumber,lastName,firstName,prisonId,conditionalReleaseDate,alerts"
PEOPLE = {
    "A1234BC": ("OKORO", "AMARA", "HAR", "2027-07-15", "P:P77"),
    "A2345CD": ("UNDATED", "BEN", "HAR", "", "P:P33"),
    "A3456DE": ('"O\'NEIL; THE ""ELDER"", JR"', "ZOË\\KIT", "COL", "2027-06-15", "P:P77"),
    "A4567EF": ("LEVELONE", "DAN", "HAR", "2027-06-15", "P:P66"),
}


class Casebook:
    """A casebook in a folder of its own; its clock stands at nine on 22 November 2026 unless it is set."""

    def __init__(self):
        self.folder = tempfile.mkdtemp()
        self.now = "2026-11-22T09:00:00Z"
        self.mappa("init")

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, text):
        with open(self.path(name), "w", encoding="utf-8") as file:
            file.write(text)

    def run(self, *words):
        environment = {"HOME": self.folder, "PATH": "/usr/bin:/bin", "MAPPA_NOW": self.now}
        command = [PROGRAM, "--store", self.path("casebook.db"), "--config", CONFIGURATION, "--by", "Tester"]
        return subprocess.run(command + list(words), capture_output=True, env=environment, cwd=self.folder)

    def mappa(self, *words, expect=0):
        done = self.run(*words)
        if done.returncode != expect:
            raise AssertionError(f"{words} ended with {done.returncode}: {done.stderr.decode()}")
        return done.stdout

    def take_in(self, people, exported_on):
        rows = [",".join((number,) + row) for number, row in people.items()]
        self.write("export.csv", "\n".join([HEADER] + rows) + "\n")
        self.mappa("import", "export.csv", "--exported-on", exported_on)

    def owed(self, *words, expect=12):
        return json.loads(self.mappa("due", "--within", "52w", "--json", *words, expect=expect))["lines"]

    def bytes(self, *words, expect=12):
        return self.mappa("due", "--within", "52w", "--format", "ics", *words, expect=expect)

    def calendar(self, *words, expect=12):
        return Calendar.from_ical(self.bytes(*words, expect=expect))

    def events(self, *words, expect=12):
        return list(self.calendar(*words, expect=expect).walk("VEVENT"))

    def event(self, question, number):
        """The one event of this summary."""
        (found,) = [e for e in self.events() if str(e["SUMMARY"]) == f"{question} {number}"]
        return found


def the_usual_one():
    casebook = Casebook()
    casebook.take_in(PEOPLE, "2026-11-20")
    casebook.mappa("record", "A1234BC", "offender-manager", "--name", "J Ahmed", "--provider", "nps", "--contact", "020-7946-0000")
    casebook.mappa("record", "A1234BC", "request", "Smithers-17", "--received-on", "2026-11-20", "--due", "2026-12-18")
    return casebook


def day(event):
    return event.decoded("DTSTART")


class TheFile(unittest.TestCase):
    def setUp(self):
        self.casebook = the_usual_one()

    def test_says_what_it_is(self):
        calendar = self.casebook.calendar()
        self.assertEqual(str(calendar["VERSION"]), "2.0")
        self.assertTrue(str(calendar["PRODID"]).startswith("-//mappa//"))
        self.assertEqual(str(calendar["METHOD"]), "PUBLISH")
        self.assertEqual(str(calendar["X-WR-CALNAME"]), "MAPPA deadlines")
        self.assertIn("As of 22 November 2026", str(calendar["X-WR-CALDESC"]))
        self.assertEqual(str(self.casebook.calendar("--facility", "HAR")["X-WR-CALNAME"]), "MAPPA deadlines at HAR")

    def test_is_the_same_every_time(self):
        self.assertEqual(self.casebook.bytes(), self.casebook.bytes())

    def test_is_folded_and_ends_its_lines_as_the_standard_asks(self):
        raw = self.casebook.bytes("--with-names")
        raw.decode("utf-8")
        self.assertEqual(raw.count(b"\n"), raw.count(b"\r\n"))
        for line in raw.split(b"\r\n"):
            self.assertLessEqual(len(line), 75)
            line.decode("utf-8")  # no character is torn apart

    def test_has_a_day_for_everything_that_has_one(self):
        owed = self.casebook.owed()
        dated = sorted((line["by"], line["prison_number"]) for line in owed if line["by"])
        self.assertGreater(len(dated), 5)
        self.assertEqual(sorted((str(day(e)), str(e["SUMMARY"])[-7:]) for e in self.casebook.events()), dated)

    def test_leaves_out_what_has_no_day_and_says_how_much(self):
        undated = [line for line in self.casebook.owed() if not line["by"]]
        self.assertGreater(len(undated), 1)
        said = f"Not in the calendar: {len(undated)} things that are owed without a known day."
        self.assertIn(said, str(self.casebook.calendar()["X-WR-CALDESC"]))
        errors = self.casebook.run("due", "--within", "52w", "--format", "ics").stderr.decode()
        self.assertIn(said, " ".join(errors.split()))

    def test_is_there_and_empty_where_nothing_is_owed(self):
        casebook = Casebook()
        calendar = casebook.calendar(expect=0)
        self.assertEqual(str(calendar["METHOD"]), "PUBLISH")
        self.assertEqual(list(calendar.walk("VEVENT")), [])

    def test_json_is_what_it_was(self):
        self.assertEqual(self.casebook.mappa("due", "--json", expect=12), self.casebook.mappa("due", "--format", "json", expect=12))
        self.assertEqual(self.casebook.mappa("due", expect=12), self.casebook.mappa("due", "--format", "text", expect=12))


class AnEvent(unittest.TestCase):
    def setUp(self):
        self.casebook = the_usual_one()

    def test_takes_its_day_and_no_time_of_it(self):
        event = self.casebook.event("Referral made?", "A1234BC")
        self.assertEqual(day(event), datetime.date(2027, 1, 15))
        self.assertEqual(event["DTSTART"].params["VALUE"], "DATE")
        self.assertNotIn("DTEND", event)
        self.assertEqual(str(event["TRANSP"]), "TRANSPARENT")

    def test_is_confidential_and_of_the_role_that_must_act(self):
        event = self.casebook.event("Referral made?", "A1234BC")
        self.assertEqual(str(event["CLASS"]), "CONFIDENTIAL")
        self.assertEqual(event["CATEGORIES"].to_ical(), b"offender-manager")
        self.assertEqual(
            sorted(str(event["CATEGORIES"].to_ical(), "ascii") for event in self.casebook.events() if "information" in event["SUMMARY"]),
            ["mappa-co-ordinator", "mappa-co-ordinator"])

    def test_says_paragraph_role_and_what_to_do(self):
        self.assertEqual(
            str(self.casebook.event("Referral made?", "A1234BC")["DESCRIPTION"]).split("\n"),
            ["DSO 20/2012, paragraph 9. Due by 15 January 2027.",
             "Who must act: offender manager.",
             "What to do: Refer the case, and record the day.",
             "Earliest release from prison 15 July 2027 (conditionalReleaseDate)."])

    def test_is_dated_by_the_clock_that_was_set_and_by_entries(self):
        self.casebook.now = "2026-11-23T10:11:12Z"
        event = self.casebook.event("Referral made?", "A1234BC")
        utc = datetime.timezone.utc
        self.assertEqual(event.decoded("DTSTAMP").astimezone(utc), datetime.datetime(2026, 11, 23, 10, 11, 12, tzinfo=utc))
        self.assertEqual(event.decoded("LAST-MODIFIED").astimezone(utc), datetime.datetime(2026, 11, 22, 9, 0, 0, tzinfo=utc))

    def test_rings_well_before_a_referral_and_on_the_day(self):
        def rings(event):
            for alarm in event.walk("VALARM"):
                self.assertEqual(str(alarm["ACTION"]), "DISPLAY")
                self.assertEqual(str(alarm["DESCRIPTION"]), str(event["SUMMARY"]))
            midnight = datetime.datetime.combine(day(event), datetime.time())
            return [str(midnight + alarm.decoded("TRIGGER")) for alarm in event.walk("VALARM")]

        self.assertEqual(rings(self.casebook.event("Referral made?", "A1234BC")), ["2027-01-01 09:00:00", "2027-01-15 09:00:00"])
        request = [e for e in self.casebook.events() if "information" in e["SUMMARY"]][0]
        self.assertEqual(rings(request), ["2026-12-11 09:00:00", "2026-12-18 09:00:00"])
        self.casebook.now = "2027-01-14T09:00:00Z"
        self.assertEqual(rings(self.casebook.event("Referral made?", "A1234BC")), ["2027-01-15 09:00:00"])
        self.casebook.now = "2027-01-16T09:00:00Z"
        self.assertEqual(rings(self.casebook.event("Referral made?", "A1234BC")), [])


class Names(unittest.TestCase):
    def setUp(self):
        self.casebook = the_usual_one()

    def test_are_left_out(self):
        text = self.casebook.bytes().replace(b"\r\n ", b"").decode().upper()
        for typed in ("OKORO", "AMARA", "O'NEIL", "ELDER", "ZOË", "AHMED", "7946", "EXAMPLE.ORG", "SMITHERS", "TESTER", "EXPORT.CSV"):
            self.assertNotIn(typed, text)

    def test_come_back_letter_for_letter_where_they_are_asked_for(self):
        names = {line["prison_number"]: line["name"] for line in self.casebook.owed()}
        self.assertIn(';', names["A3456DE"])
        self.assertIn('\\', names["A3456DE"])
        for event in self.casebook.events("--with-names"):
            number = re.search("A[0-9]{4}[A-Z]{2}", event["SUMMARY"]).group()
            self.assertIn(f"{number} {names[number]}", str(event["SUMMARY"]))
        text = self.casebook.bytes("--with-names").replace(b"\r\n ", b"").decode()
        self.assertIn("Smithers-17 det-manager", text)
        self.assertIn("mappa record A1234BC referral --made-on DATE", text)


class TheUid(unittest.TestCase):
    def setUp(self):
        self.casebook = the_usual_one()

    def uids(self, casebook):
        return [str(event["UID"]) for event in casebook.events()]

    def test_is_opaque_and_each_its_own(self):
        uids = self.uids(self.casebook)
        self.assertEqual(len(set(uids)), len(uids))
        for uid in uids:
            self.assertRegex(uid, "^[0-9a-f]{32}$")  # so it holds no number and no name

    def test_cannot_be_made_from_what_a_casebook_holds(self):
        # The same people and records, and nothing in common.
        self.assertEqual(set(self.uids(self.casebook)) & set(self.uids(the_usual_one())), set())

    def test_does_not_depend_on_names_or_on_what_else_is_shown(self):
        self.assertEqual(self.uids(self.casebook), [str(event["UID"]) for event in self.casebook.events("--with-names")])
        alone = [str(event["UID"]) for event in self.casebook.events("A1234BC", "--role", "offender-manager")]
        self.assertEqual(len(alone), 2)
        self.assertLess(set(alone), set(self.uids(self.casebook)))


class ADayThatMoves(unittest.TestCase):
    def setUp(self):
        self.casebook = the_usual_one()
        self.last = self.casebook.event("Referral made?", "A1234BC")

    def moved_to(self, *expected):
        """It is the same event, on this day and with a higher SEQUENCE than before."""
        now = self.casebook.event("Referral made?", "A1234BC")
        self.assertEqual(str(now["UID"]), str(self.last["UID"]))
        self.assertEqual(day(now), datetime.date(*expected))
        self.assertGreater(now["SEQUENCE"], self.last["SEQUENCE"])
        self.last = now

    def test_with_the_release_keeps_its_uid_and_raises_its_sequence(self):
        other = self.casebook.event("Referral made?", "A3456DE")
        row = PEOPLE["A1234BC"]
        self.casebook.now = "2026-11-23T09:00:00Z"
        self.casebook.take_in(dict(PEOPLE, A1234BC=row[:3] + ("2027-05-31",) + row[4:]), "2026-11-23")
        self.moved_to(2026, 11, 30)
        self.assertEqual(self.last.decoded("LAST-MODIFIED").isoformat()[:10], "2026-11-23")
        # Nothing was said of anybody else.
        self.assertEqual(self.casebook.event("Referral made?", "A3456DE")["SEQUENCE"], other["SEQUENCE"])

        # Back to where it was, as the import that moved it is undone.
        batch = json.loads(self.casebook.mappa("imports", "--json"))["imports"][-1]["batch"]
        self.casebook.mappa("undo", str(batch), "--reason", "the wrong file")
        self.moved_to(2027, 1, 15)

    def test_with_a_level_that_is_raised_and_with_its_withdrawal(self):
        self.casebook.now = "2027-02-01T09:00:00Z"
        written = self.casebook.mappa("record", "A1234BC", "level", "3", "--decided", "2027-01-29").decode()
        self.moved_to(2027, 1, 29)
        entry = re.search("entry ([0-9]+)", written).group(1)
        self.casebook.mappa("withdraw", "A1234BC", entry, "--reason", "mistyped")
        self.moved_to(2027, 1, 15)

    def test_once_it_is_done_is_there_no_more(self):
        self.casebook.mappa("record", "A1234BC", "referral", "--made-on", "2026-11-20")
        self.assertNotIn(str(self.last["UID"]), [str(event["UID"]) for event in self.casebook.events()])

    def test_once_the_person_is_released_is_there_no_more(self):
        self.casebook.mappa("record", "A1234BC", "released", "--when", "2026-11-22 08:30")
        self.assertEqual([e for e in self.casebook.events() if "A1234BC" in e["SUMMARY"]], [])


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0]], verbosity=1)
