#!/bin/sh
# Units that systemd takes without a word, sandboxed as tightly as can be: units.sh PROGRAM SOURCES
set -eu
program=$1 source=$2
if ! command -v systemd-analyze >/dev/null; then
  echo "skipped: there is no systemd-analyze"
  exit 77
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# $1: what to do to the units' text. What they run is the program that was built.
units() {
  rm -rf "$work/units"
  mkdir "$work/units"
  for unit in "$source"/examples/systemd/*.service "$source"/examples/systemd/*.timer; do
    sed -e "s#/usr/local/bin/mappa#$program#; s#/usr/local/lib/mappa/mail-due#$source/examples/mail-due.sh#" -e "$1" \
      "$unit" >"$work/units/$(basename "$unit")"
  done
}

verified() { systemd-analyze verify --man=no "$work"/units/* >"$work/said" 2>&1 && ! [ -s "$work/said" ]; }

units ''
verified || {
  cat "$work/said"
  exit 1
}

# A misspelt key, a day that is none, a program that is not there: each must be said, or this test sees nothing.
for mistake in 's/^ProtectHome/ProtectHouse/' 's/^OnCalendar=Mon/OnCalendar=Mo n/' 's#^ExecStart=/#ExecStart=/nowhere/#'; do
  units "$mistake"
  if verified; then
    echo "systemd-analyze verify does not see $mistake"
    exit 1
  fi
done

# Exposure in tenths: 10 is the worst, 100. Mail has to leave the sandbox.
units ''
safer_than() {
  systemd-analyze security --offline=true --no-pager --threshold="$1" "$work/units/$2" >"$work/said" 2>&1 || {
    cat "$work/said"
    echo "$2 is more exposed than $1 tenths"
    exit 1
  }
}
safer_than 3 mappa-due.service
safer_than 3 mappa-import.service
safer_than 10 mappa-mail.service
if (safer_than 0 mappa-due.service) >/dev/null; then
  echo "systemd-analyze security holds to no threshold"
  exit 1
fi
