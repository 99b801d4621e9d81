#!/bin/bash
# Where the disk becomes full, a command brings nothing and says why; with room again, it does what it would have
# done: full_disk.sh PROGRAM LIBRARY
#
# LIBRARY lets the n-th write to the casebook fail, and all that follow; n goes from 1 on until a run does not
# get that far, in larger steps once a run ends well.
source "$(dirname "$0")/casebook.sh"
library=$2
[ "$library" != none ] || skip "a program under sanitizers cannot have a library preloaded"

prepare 20
before=$(contents)
people 60 2026-11-30 >"$folder/export.csv"

# Runs the rest of the line with room for n - 1 writes; what it says goes to a file.
with_room_for() {
  local after=$1
  shift
  rm -f "$folder/failed"
  env LD_PRELOAD="$library" FULL_DISK_AFTER="$after" FULL_DISK_SAYS="$folder/failed" \
    "$program" --store "$folder/casebook.db" --by Tester "$@" >"$folder/said" 2>&1
}

# $1: where, $2: the exit code, $3 and $4: the contents before, and after a run that is not disturbed. All that is
# written stands in the log before the disk is asked to confirm it: where that fails, both may be found.
refused() {
  local said
  said=$(tr -s ' \n' ' ' <"$folder/said")
  [ "$2" = 1 ] || fail "$1: exit code $2: $said"
  grep -q "full" <<<"$said" || fail "$1: nothing is said of the disk: $said"
  case $said in
    *"Nothing was written."*) [ "$(contents)" = "$3" ] || fail "$1: the casebook has changed: $said" ;;
    *"All of it may be there, or nothing."*)
      unsure=$((unsure + 1))
      case $(contents) in
        "$3" | "$4") ;;
        *) fail "$1: the casebook holds neither: $said" ;;
      esac
      ;;
    *) fail "$1: nothing is said of what became of the casebook: $said" ;;
  esac
}

# Every run that is refused leaves the casebook as it was; one that ends well has done all, even where the disk
# became full after that.
sweep() {
  local what=$1 after whole=0 refusals=0 unsure=0 n=1 status
  shift
  start_again
  mappa "$@" >/dev/null
  after=$(contents)
  while :; do
    start_again
    status=0
    with_room_for "$n" "$@" || status=$?
    local at="$what, full at write $n"
    if [ "$status" = 0 ]; then
      whole=$((whole + 1))
      [ "$(contents)" = "$after" ] || fail "$at: it ended well, and did something else"
    else
      refusals=$((refusals + 1))
      refused "$at" "$status" "$before" "$after"
    fi
    if [ "$(contents)" = "$before" ]; then
      mappa "$@" >/dev/null || fail "$at: with room again it fails"
      [ "$(contents)" = "$after" ] || fail "$at: with room again it does something else"
    fi
    [ -e "$folder/failed" ] || break
    n=$((n + (whole > 0 ? 4 : 1)))
  done
  echo "$what: up to write $n; $refusals runs refused ($unsure of them not sure), $whole ended well"
  [ "$refusals" -gt 0 ] || fail "$what: no run met a full disk"
}

sweep import import "$folder/export.csv" --exported-on 2026-11-20
sweep record record A0001AA note "written in the end"
sweep "a run" due --run morning --kind visits
