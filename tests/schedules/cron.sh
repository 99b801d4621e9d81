#!/bin/bash
# A line of the crontab, run as cron runs it: cron.sh import|morning PROGRAM SOURCES
set -euo pipefail
line=$1 program=$2 source=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# What stands in the crontab behind the five fields for the time, and the user. To cron, \% is a percent sign.
commands() { sed -n 's/^[0-9][-0-9 *,]*  *mappa  *//p' "$source/examples/cron/mappa" | sed 's/\\%/%/g'; }
setting() { sed -n "s/^$1=//p" "$source/examples/cron/mappa"; }

# The folders that it names are found below this one, the program where it was built; it is 22 November 2026.
mkdir -p "$work/bin" "$work/state/incoming"
ln -s "$program" "$work/bin/mappa"
printf '#!/bin/sh\n[ "$*" = +%%F ] && echo 2026-11-22\n' >"$work/bin/date"
chmod +x "$work/bin/date"
run() {
  local command
  command=$(commands | sed -n "/ $1 /p" | sed "s#/var/lib/mappa#$work/state#g; s#/etc/mappa/config.toml#$source/examples/mappa.toml#g")
  [ "$(wc -l <<<"$command")" = 1 ] && [ -n "$command" ]
  outcome=0
  env -i HOME="$work" LOGNAME=mappa SHELL="$(setting SHELL)" PATH="$work/bin:$(setting PATH)" MAPPA_NOW=2026-11-22T06:30:00Z \
    "$(setting SHELL)" -c "$command" >"$work/out" 2>"$work/err" </dev/null || outcome=$?
}
expect() {  # CODE: and nothing on the error output
  if [ "$outcome" != "$1" ] || [ -s "$work/err" ]; then
    echo "ended with $outcome, not $1:"
    cat "$work/out" "$work/err"
    exit 1
  fi
}

env -i HOME="$work" "$program" --store "$work/state/casebook.db" init >/dev/null
printf 'prisonerNumber,lastName,prisonId,conditionalReleaseDate,alerts\nA1234BC,OKORO,HAR,2027-05-31,P:P77\n' \
  >"$work/state/incoming/2026-11-22.csv"

run import
expect 0
[ ! -s "$work/out" ]
"$program" --store "$work/state/casebook.db" show A1234BC | grep -q OKORO
[ "$line" = morning ] || {
  # No export today: cron mails what is wrong.
  rm "$work/state/incoming/2026-11-22.csv"
  run import
  [ "$outcome" = 4 ] && grep -q 'There is no file' "$work/err"
  exit 0
}

# Something is due; it has been done; nothing is due any more, and nothing is printed.
run due
expect 12
grep -q 'A1234BC' "$work/out"
MAPPA_NOW=2026-11-22T07:00:00Z "$program" --store "$work/state/casebook.db" record A1234BC referral --identified-on 2026-11-20 --made-on 2026-11-20 \
  --reviewed-on 2026-11-21 >/dev/null
run due
expect 0
[ ! -s "$work/out" ]
