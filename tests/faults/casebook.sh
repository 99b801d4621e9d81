# Sourced by the tests here: a folder of their own, a casebook that already holds something, and what may be said
# of it afterwards. $1: the program.
set -euo pipefail

program=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# Nothing of the machine's own counts; every entry is of the same moment.
export HOME=$folder XDG_CONFIG_HOME=$folder/none MAPPA_NOW=2026-11-22T09:00:00Z LC_ALL=C
unset MAPPA_STORE MAPPA_CONFIG MAPPA_BY

mappa() { "$program" --store "$folder/casebook.db" --by Tester "$@"; }

fail() {
  echo "$1" >&2
  exit 1
}

# A test that cannot be run here says why.
skip() {
  echo "skipped: $1"
  exit 77
}

command -v sqlite3 >/dev/null || skip "there is no sqlite3 that looks into the casebook"

# An export of so many invented people, who all have this release date.
people() {
  echo "prisonerNumber,lastName,firstName,dateOfBirth,prisonId,conditionalReleaseDate,alerts"
  awk -v count="$1" -v day="$2" 'BEGIN {
    for (i = 0; i < count; ++i) {
      letters = sprintf("%c%c", 65 + int(i / 26) % 26, 65 + i % 26)
      printf "A%04dAA,%s%d,ANN,1980-02-28,HAR,%s,P:P66;X:XNR\n", i, letters, i, day
    }
  }'
}

# A casebook with an earlier import and a record, kept apart so that every run starts from it. $1: people that it
# knows; they are the first ones of any larger export.
prepare() {
  people "$1" 2026-10-01 >"$folder/earlier.csv"
  mappa init >/dev/null
  mappa import "$folder/earlier.csv" --exported-on 2026-11-01 >/dev/null
  mappa record A0001AA note "kept whatever happens" >/dev/null
  mkdir "$folder/kept"
  put_aside
}

put_aside() { cp "$folder"/casebook.db* "$folder/kept"; }

start_again() {
  rm -f "$folder"/casebook.db*
  cp "$folder"/kept/casebook.db* "$folder"
}

# All that the casebook says, but for what chance has a part in, in short; fails where the database is damaged. The
# program looks first, so that it is the one that meets whatever a run has left beside the file.
contents() {
  local found
  mappa imports --json >"$folder/imports.json" || fail "mappa imports fails: $?"
  found=$(sqlite3 "$folder/casebook.db" "
    PRAGMA integrity_check;
    PRAGMA foreign_key_check;
    SELECT e.id, c.number, e.kind, e.day, e.recorded_by, e.source, e.body
    FROM entries e LEFT JOIN cases c ON c.id = e.case_id ORDER BY e.id")
  [ "${found%%$'\n'*}" = ok ] || fail "the database is damaged: ${found:0:500}"
  cksum <<<"$found"
}
