#!/usr/bin/env python3
"""A month of mornings: month.py PROGRAM

The clock is set day by day, from 2 November to 1 December 2026. There are imports, mornings without a run, an
acknowledgement, release dates that move, records that are withdrawn, a release. Whatever the program announces is
compared with an account of its own: facts in, and for each morning what must be due. The account knows the order's
days (six months, eight weeks, three days) from the order and not from the program.

Ends with 1 where a deadline was lost, was announced without cause, or twice.
"""

import calendar
import datetime
import json
import os
import subprocess
import sys
import tempfile

FIRST, LAST = datetime.date(2026, 11, 2), datetime.date(2026, 12, 1)
KINDS = "p9.referral,p7.level,licence,request,attendance,p14.licence-copy,p12.nomis-age,notification"
OFFENDER_MANAGER = {"p9.referral", "p7.level", "p7.handover", "p7.still-mappa", "p14.notified"}
FAR = datetime.date(2029, 8, 31)


def november(day):
    return datetime.date(2026, 11, day)


def six_months_before(day):
    year, month = (day.year, day.month - 6) if day.month > 6 else (day.year - 1, day.month + 6)
    return datetime.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


HOLIDAYS = {datetime.date(2026, 12, 25), datetime.date(2026, 12, 28), datetime.date(2027, 1, 1)}


def to_act(day):
    """The working day by which to do what is due on a day: a list looks ahead to it."""
    while day.weekday() >= 5 or day in HOLIDAYS:
        day -= datetime.timedelta(1)
    return day


class Person:
    """What is known of somebody; whoever changes it says so to the program too."""

    def __init__(self, number, code, release, licence=FAR):
        self.number, self.code, self.release, self.licence = number, code, release, licence
        self.seen = None          # the newest export that held the person
        self.as_exported = None   # release and licence as that export had them
        self.referred = self.level_set = self.agreed = self.copy_held = self.notified = False
        self.requests = {}        # reference: [due, who has not answered]
        self.meeting = None
        self.plan = self.out = None
        self.known = {}           # (rule, about): (until, the day that was acknowledged)

    def deadlines(self, today):
        """Everything due by whatever day: {(rule, about): day}."""
        if self.out:
            registered = self.code.startswith(("P11", "P22", "P33"))
            return {("p14.notified", ""): self.out + datetime.timedelta(2)} if registered and not self.notified else {}
        if not self.seen:
            return {}
        release, licence = self.as_exported
        due = {}
        if self.code in ("P33", "P77") and not self.referred:
            due["p9.referral", ""] = six_months_before(release)
        if self.code == "P55" and not self.level_set:
            due["p7.level", ""] = six_months_before(release)
        if today <= licence <= today + datetime.timedelta(56) and not self.agreed:
            due["p7.handover", ""] = licence
        if licence < today and self.code in ("P55", "P66", "P77"):
            due["p7.still-mappa", ""] = licence
        for reference, (day, owing) in self.requests.items():
            for who in owing:
                due["p11.request", reference + " " + who] = day
        if self.meeting:
            due["p11.attendance", self.meeting.isoformat()] = self.meeting
        if self.plan and not self.copy_held:
            due["p14.licence-copy", ""] = self.plan
        if (today - self.seen).days > 7:
            due["p12.nomis-age", ""] = self.seen + datetime.timedelta(8)
        return due

    def listed(self, today, within):
        """The same without what is acknowledged, up to so many days ahead."""
        out = {}
        for what, day in self.deadlines(today).items():
            until, was = self.known.get(what, (today - datetime.timedelta(1), day))
            if (until < today or day < was) and (to_act(day) - today).days <= within:
                out[what] = day
        return out


class Casebook:
    def __init__(self, program, folder):
        self.program, self.folder, self.today = program, folder, FIRST

    def run(self, time, *words, ok=(0,), out=subprocess.PIPE):
        environment = {"PATH": os.environ["PATH"], "HOME": self.folder, "LC_ALL": "C.UTF-8", "USER": "tester",
                       "MAPPA_NOW": f"{self.today}T{time}:00Z"}
        done = subprocess.run([self.program, *words], stdout=out, stderr=subprocess.PIPE, text=True, env=environment, cwd=self.folder)
        if done.returncode not in ok:
            sys.exit(f"{self.today} mappa {' '.join(words)}: exit code {done.returncode}: {done.stdout}{done.stderr}")
        return done.stdout

    def record(self, person, *words):
        """Returns the number of the entry."""
        return self.run("09:00", "record", person.number, *words).split("Recorded as entry ")[1].split(":")[0]

    def lines(self, *words):
        found = json.loads(self.run("07:00", "due", "--json", "--kind", KINDS, *words, ok=(0, 12)))
        out = [((one["prison_number"], one["rule"], one["about"]), datetime.date.fromisoformat(one["by"])) for one in found["lines"]]
        if len(out) != len(set(out)):
            sys.exit(f"{self.today}: a line stands twice in one list")
        return dict(out)

    def imported(self, people):
        """This morning's export holds everybody as they are now."""
        with open(os.path.join(self.folder, "export.csv"), "w", encoding="utf-8") as file:
            print("prisonerNumber,lastName,prisonId,dateOfBirth,conditionalReleaseDate,licenceExpiryDate,alerts", file=file)
            for one in people:
                print(one.number, "PERSON", "MDI", "1990-02-03", one.release, one.licence, "P:" + one.code, sep=",", file=file)
        self.run("06:00", "import", "export.csv", "--exported-on", self.today.isoformat())
        for one in people:
            one.seen, one.as_exported = self.today, (one.release, one.licence)


class Channel:
    """One name of runs, and the account of what it has shown."""

    def __init__(self, book, people, name, within=28, rules=None):
        self.book, self.people, self.name, self.within, self.rules = book, people, name, within, rules
        self.shown, self.announced, self.runs = {}, [], 0

    def expected(self):
        out = {}
        for person in self.people:
            for (rule, about), day in person.listed(self.book.today, self.within).items():
                if self.rules is None or rule in self.rules:
                    out[person.number, rule, about] = day
        return out

    def options(self):
        role = ["--role", "offender-manager"] if self.rules else []
        return ["--within", f"{self.within}d", *role]

    def morning(self):
        expected = self.expected()
        everything = self.book.lines(*self.options())
        compare(f"{self.book.today} all of {self.name}", expected, everything)
        fresh = {what: day for what, day in expected.items() if self.shown.get(what) != day}
        compare(f"{self.book.today} new in {self.name}", fresh, self.book.lines(*self.options(), "--run", self.name, "--new"))
        self.announced += [(what, day, self.book.today) for what, day in fresh.items()]
        self.shown = expected
        self.runs += 1


def compare(where, expected, found):
    for what in sorted(expected.keys() - found.keys()):
        sys.exit(f"{where}: lost: {what}, by {expected[what]}")
    for what in sorted(found.keys() - expected.keys()):
        sys.exit(f"{where}: without cause: {what}, by {found[what]}")
    for what, day in expected.items():
        if found[what] != day:
            sys.exit(f"{where}: {what} is due by {day}, and the program says {found[what]}")


def make_people():
    people = [Person(f"A{1000 + i}AA", "P77", datetime.date(2027, 5, 1) + datetime.timedelta(5 * i)) for i in range(14)]
    people += [Person(f"B{1000 + i}AA", "P55", datetime.date(2027, 5, 8) + datetime.timedelta(9 * i)) for i in range(4)]
    people += [Person("C1000AA", "P66", november(20), november(15)), Person("C1001AA", "P66", november(20), datetime.date(2026, 12, 20)),
               Person("C1002AA", "P66", november(20), datetime.date(2027, 1, 15)), Person("D1000AA", "P22", november(20)),
               Person("D1001AA", "P33", datetime.date(2027, 5, 31))]
    return {one.number: one for one in people}


def events(book, people):
    """{day: what happens after that morning's runs}."""
    first, second, third, registered = people["A1000AA"], people["A1001AA"], people["A1002AA"], people["D1000AA"]
    entries = {}

    def request(reference, received, due):
        book.record(second, "request", reference, "--received-on", received, "--due", due.isoformat(), "--det-manager-tasked", received,
                    "--centre-manager-tasked", received)
        second.requests[reference] = [due, {"det-manager", "centre-manager"}]

    def answer(reference, who):
        book.record(second, "answer", reference, "--from", who, "--answered-on", "today")
        second.requests[reference][1].discard(who)

    def refer(person, referred=True):
        if referred:
            entries[person.number] = book.record(person, "referral", "--made-on", "today")
        else:
            book.run("09:00", "withdraw", person.number, entries[person.number], "--reason", "another case")
        person.referred = referred

    def acknowledge(person, rule, until):
        book.record(person, "acknowledgement", "--of", rule, "--until", until.isoformat(), "--reason", "known")
        for (of, about), day in person.deadlines(book.today).items():
            if of == rule:
                person.known[of, about] = until, day

    def plan(day):
        book.record(registered, "release-plan", "--at", f"{day} 14:00")
        registered.plan = day

    def move(person, **facts):
        for name, value in facts.items():
            setattr(person, name, value)

    def meet(day):
        book.record(third, "meeting", day.isoformat(), "--attendance-asked", "yes")
        third.meeting = day

    def attended():
        book.record(third, "meeting", third.meeting.isoformat(), "--attended-by", "case-owner", "--can-decide", "yes")
        third.meeting = None

    def set_level(person):
        book.record(person, "level", "1", "--decided", "today")
        person.level_set = True

    def agree(person):
        book.record(person, "licence", "--handover-agreed", "today")
        person.agreed = True

    def hand_over():
        book.record(registered, "licence", "--copy-held", "today", "--from", "core-file")
        registered.copy_held = True

    def release():
        book.record(registered, "released", "--when", "today 07:30", "--by-team", "det")
        registered.out = book.today

    def notify():
        book.record(registered, "notification", "--notified-on", "today")
        registered.notified = True

    def request_moves(day):
        book.record(second, "request", "R-2", "--due", day.isoformat())
        second.requests["R-2"][0] = day

    return {
        3: [lambda: request("R-1", "2026-11-03", november(12))],
        4: [lambda: refer(first)],
        5: [lambda: meet(november(24)), lambda: request("R-2", "2026-11-05", datetime.date(2026, 12, 3))],
        6: [lambda: answer("R-1", "centre-manager"), lambda: acknowledge(second, "p11.request", november(30))],
        7: [lambda: acknowledge(third, "p9.referral", november(16))],
        10: [lambda: plan(november(20))],                     # on a morning without a run
        11: [lambda: request_moves(november(26))],            # sooner than when it was acknowledged
        13: [lambda: move(people["A1005AA"], release=datetime.date(2027, 6, 14)), lambda: agree(people["C1001AA"])],
        14: [lambda: refer(first, False)],
        16: [lambda: plan(november(27)), lambda: answer("R-1", "det-manager")],
        17: [lambda: set_level(people["B1000AA"])],
        18: [lambda: move(people["A1004AA"], release=datetime.date(2027, 5, 4)), lambda: refer(first)],
        19: [lambda: move(people["C1002AA"], licence=datetime.date(2026, 12, 10))],
        25: [attended],
        26: [hand_over],
        27: [release],
        30: [notify],
    }


def main():
    with tempfile.TemporaryDirectory() as folder:
        people = make_people()
        book = Casebook(os.path.abspath(sys.argv[1]), folder)
        everybody = list(people.values())
        morning = Channel(book, everybody, "morning")
        managers = Channel(book, everybody, "managers", rules=OFFENDER_MANAGER)
        weekly = Channel(book, everybody, "weekly", within=7)
        after = events(book, people)
        book.run("05:00", "init")
        while book.today <= LAST:
            day = (book.today - november(1)).days + 1
            # None arrives from the 10th to the 19th: everybody's data turns old.
            if day in (2, 4, 6, 9, 20, 21, 24, 27):
                book.imported(everybody)
            if day == 12:  # what cannot be printed was not announced
                with open("/dev/full", "w", encoding="utf-8") as full:
                    book.run("07:00", "due", "--kind", KINDS, *morning.options(), "--run", "morning", "--new", ok=(1,), out=full)
            if day not in (9, 10):  # two mornings are missed
                morning.morning()
            if day in (5, 21):  # two runs on one day do not repeat each other
                morning.morning()
            if book.today.weekday() < 5 and day != 18:
                managers.morning()
            if book.today.weekday() == 0:
                weekly.morning()
            for event in after.get(day, []):
                event()
            book.today += datetime.timedelta(1)
        for channel in (morning, managers, weekly):
            recorded = json.loads(book.run("08:00", "runs", channel.name, "--json"))["runs"]
            if len(recorded) != channel.runs or sum(one["new"] for one in recorded) != len(channel.announced):
                sys.exit(f"{channel.name}: the runs that are recorded are not those that were made")
            again = len(channel.announced) - len({what for what, _, _ in channel.announced})
            print(f"{channel.name}: {channel.runs} runs, {len(channel.announced)} announcements, {again} of them with another cause")
            if not channel.announced:
                sys.exit(f"{channel.name}: nothing was announced: does this test still ask rightly?")


if __name__ == "__main__":
    main()
