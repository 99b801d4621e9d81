#!/bin/bash
# From nothing to a release verdict: installs what is missing, builds mappa, puts an example export
# into a casebook in a temporary folder, and checks the release of three of its people.
#
# With MAPPA=FILE that program is used, and nothing is installed or built.
set -eu
program=${MAPPA:+$(realpath -- "$MAPPA")}
cd "$(dirname "$0")/.."

# Three of the people in examples/nomis-export.csv (invented, like all of them).
not_clear=Z1002AA
undecided=Z1003AA
clear=Z1001AA

# The example's clock stands still, so that it says the same on every day.
now=2026-11-22T09:00:00Z

# build/quickstart points to the temporary folder, so that the example also names the same paths everywhere.
folder=$(mktemp -d "${TMPDIR:-/tmp}/mappa-quickstart.XXXXXX")
here=build/quickstart

quietly() {
  "$@" >"$folder/build.log" 2>&1 && return
  cat "$folder/build.log" >&2
  exit 1
}

build() {
  tests/setup.sh build
  echo "Building mappa (a few minutes the first time) ..."
  quietly cmake --preset release
  quietly cmake --build --preset release
}

# What `mappa` is in this example: the program with the example's options and clock.
wrap() {
  mkdir -p build
  ln -sfn "$folder" "$here"
  cat >"$here/mappa" <<END
#!/bin/bash
# mappa on the quick start's casebook and clock; for use in $PWD.
export MAPPA_NOW=$now
exec ${program@Q} --store $here/casebook.db --config examples/mappa.toml --by quickstart "\$@"
END
  chmod +x "$here/mappa"
}

gap=
say() {
  printf '%s# %s\n' "$gap" "$1"
  gap=$'\n'
}

# A word as one would type it.
typed() {
  if [[ $1 =~ ^[A-Za-z0-9_./:-]+$ ]]; then printf ' %s' "$1"; else printf ' "%s"' "$1"; fi
}

# run EXIT-CODE WORDS...: shows a command, runs it, and stops unless it ends with that code.
run() {
  local expected=$1 outcome=0 word
  shift
  printf '\n$ mappa'
  for word in "$@"; do typed "$word"; done
  printf '\n'
  "$here/mappa" "$@" 2>&1 || outcome=$?
  if [ "$outcome" != "$expected" ]; then
    echo "This ended with exit code $outcome, where $expected was expected." >&2
    exit 1
  fi
  [ "$outcome" = 0 ] || echo "[exit code $outcome]"
}

if [ -z "$program" ]; then
  build >&2
  program=$PWD/build/release/cli/mappa
fi
wrap

say "An empty casebook, and what NOMIS knows about fifty people. Two rows cannot be taken: exit code 3."
run 0 init
run 3 import examples/nomis-export.csv --exported-on 2026-11-20

say "May this person be released? Not clear: exit code 10."
run 10 check-release "$not_clear"

say "No MAPPA alert does not mean that somebody is no MAPPA offender. Cannot decide: exit code 11."
run 11 check-release "$undecided"

say "An ordinary case: three records of what NOMIS does not know, and it is clear: exit code 0."
run 0 record "$clear" offender-manager --name "J Ahmed" --provider nps
run 0 record "$clear" arrangements --lead NPS --confirmed-by "J Ahmed" --confirmed-on 2026-11-20
run 0 record "$clear" licence --copy-held 2026-11-21 --from core-file
run 0 check-release "$clear"

say "What the offender managers owe at one centre, overdue or within four weeks: exit code 12, because something is."
run 12 due --facility BRK --role offender-manager

say "What visits staff at that centre have in hand: exit code 12, because something is not arranged."
run 12 visitors --facility BRK

cat <<'END'

# The casebook is in a temporary folder and yours to try things on. From this folder, type:
PATH="$PWD/build/quickstart:$PATH"
mappa list
mappa show Z1004AA
mappa explain p9 Z1004AA
mappa check-release --all
mappa record

# examples/README.md says what each of the people is an example of. To begin a casebook of your own:
build/release/cli/mappa init
END
