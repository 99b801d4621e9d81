"""The import as one writes it in Python, with what comes with Python: peer.py DATABASE EXPORT"""

import csv
import datetime
import hashlib
import json
import re
import sqlite3
import sys

COLUMNS = (
    "prison_number surname first_name middle_names birth_date nationality pnc cro booking_id booking_number prison_id "
    "status in_out recall youth legal_status alerts sentence_start release_date conditional_release "
    "curfew_eligibility sentence_expiry licence_expiry"
).split()
IS_DATED = ("_date", "_start", "_release", "_expiry", "_eligibility")
DATES = [at for at, name in enumerate(COLUMNS) if name.endswith(IS_DATED)]
FLAGS = [COLUMNS.index("recall"), COLUMNS.index("youth")]
ALERTS = COLUMNS.index("alerts")
FLAG = {"true": 1, "false": 0, "": None}

is_prison_number = re.compile("[A-Z][0-9]{4}[A-Z]{2}").fullmatch
is_iso = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}").fullmatch
are_alerts = re.compile("[A-Za-z0-9:;]*").fullmatch

SCHEMA = f"""
CREATE TABLE IF NOT EXISTS people(
  {", ".join(f"{name} {'INTEGER' if name in ('recall', 'youth') else 'TEXT'}" for name in COLUMNS)},
  digest BLOB NOT NULL, UNIQUE(prison_number)) STRICT;
CREATE INDEX IF NOT EXISTS people_by_prison ON people(prison_id);
CREATE INDEX IF NOT EXISTS people_by_release ON people(conditional_release);
CREATE INDEX IF NOT EXISTS people_by_surname ON people(surname);
CREATE TABLE IF NOT EXISTS entries(
  id INTEGER PRIMARY KEY, at TEXT NOT NULL, body TEXT NOT NULL, digest BLOB NOT NULL) STRICT;
CREATE TRIGGER IF NOT EXISTS entries_stay BEFORE UPDATE ON entries
BEGIN SELECT RAISE(ABORT, 'entries are never changed'); END;
CREATE TRIGGER IF NOT EXISTS entries_are_kept BEFORE DELETE ON entries
BEGIN SELECT RAISE(ABORT, 'entries are never deleted'); END;
"""

UPSERT = f"""
INSERT INTO people VALUES ({", ".join("?" * (len(COLUMNS) + 1))})
ON CONFLICT(prison_number) DO UPDATE SET
{", ".join(f"{name} = excluded.{name}" for name in [*COLUMNS[1:], "digest"])}"""


def is_date(text):
    if not is_iso(text):
        return False
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def mistake(row):
    """What is wrong with a row, or nothing."""
    if len(row) != len(COLUMNS):
        return f"{len(row)} cells"
    if not is_prison_number(row[0]):
        return "prison number"
    for at in DATES:
        if row[at] and not is_date(row[at]):
            return COLUMNS[at]
    for at in FLAGS:
        if row[at] not in FLAG:
            return COLUMNS[at]
    return None if are_alerts(row[ALERTS]) else "alerts"


def values(row):
    out = [cell or None for cell in row]
    for at in FLAGS:
        out[at] = FLAG[row[at]]
    return out


def main(database, export):
    connection = sqlite3.connect(database, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("BEGIN IMMEDIATE")
    for statement in SCHEMA.split(";\n"):
        if not statement.isspace() and statement:
            connection.execute(statement)

    known = dict(connection.execute("SELECT prison_number, digest FROM people"))
    last = connection.execute("SELECT digest FROM entries ORDER BY id DESC LIMIT 1").fetchone()
    chain = last[0] if last else b""
    at = datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds")
    encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    counts = dict.fromkeys(("new", "changed", "unchanged", "rejected"), 0)
    people, entries = [], []

    def write():
        connection.executemany(UPSERT, people)
        connection.executemany("INSERT INTO entries(at, body, digest) VALUES (?, ?, ?)", entries)
        people.clear()
        entries.clear()

    with open(export, encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        for row in rows:
            wrong = mistake(row)
            if wrong:
                counts["rejected"] += 1
                print(f"{export}:{rows.line_num}: {wrong}", file=sys.stderr)
                continue
            person = values(row)
            body = encode(dict(zip(COLUMNS, person)))
            digest = hashlib.blake2b(body.encode(), digest_size=16).digest()
            held = known.get(person[0])
            if held == digest:
                counts["unchanged"] += 1
                continue
            counts["changed" if held else "new"] += 1
            known[person[0]] = digest
            chain = hashlib.blake2b(chain + body.encode(), digest_size=32).digest()
            people.append([*person, digest])
            entries.append((at, body, chain))
            if len(people) == 10_000:
                write()
    write()
    connection.execute("COMMIT")
    connection.close()
    for name, count in counts.items():
        print(name, count)


main(*sys.argv[1:])
