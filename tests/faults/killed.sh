#!/bin/bash
# An import that is killed at any moment has brought all or nothing, and importing again ends as if nothing had
# happened: killed.sh PROGRAM PEOPLE KILLS
source "$(dirname "$0")/casebook.sh"
count=$2
kills=$3

prepare 20
people "$count" 2026-11-30 >"$folder/export.csv"
import() { mappa import "$folder/export.csv" --exported-on 2026-11-20; }

before=$(contents)
# How long an undisturbed run takes, in microseconds: the least of three, for the machine may be busy.
longest=$((60 * 1000000))
for _ in 1 2 3; do
  start_again
  began=${EPOCHREALTIME/./}
  import >/dev/null
  took=$((${EPOCHREALTIME/./} - began))
  [ "$took" -ge "$longest" ] || longest=$took
done
after=$(contents)
[ "$before" != "$after" ] || fail "the undisturbed import brings nothing"

RANDOM=20261120
running=0 nothing=0 everything=0 half=0
for ((i = 0; i < kills; ++i)); do
  start_again
  moment=$(((RANDOM * 32768 + RANDOM) % longest))
  "$program" --store "$folder/casebook.db" --by Tester import "$folder/export.csv" --exported-on 2026-11-20 \
    >/dev/null 2>&1 &
  sleep "$(printf '%d.%06d' $((moment / 1000000)) $((moment % 1000000)))"
  kill -KILL $! 2>/dev/null || true
  status=0
  wait $! 2>/dev/null || status=$?
  [ "$status" != 137 ] || running=$((running + 1))
  log=no
  [ ! -s "$folder/casebook.db-wal" ] || log=yes

  found=$(contents)
  case $found in
    "$before")
      nothing=$((nothing + 1))
      [ $log = no ] || half=$((half + 1))
      ;;
    "$after") everything=$((everything + 1)) ;;
    *) fail "killed after $moment us, the casebook holds neither what it held nor the whole batch" ;;
  esac
  [ "$status" != 0 ] || [ "$found" = "$after" ] || fail "an import that ended well brought nothing"

  import >/dev/null || fail "killed after $moment us, importing again fails: $?"
  [ "$(contents)" = "$after" ] || fail "killed after $moment us, importing again ends otherwise"
done

echo "$kills kills within $longest us, $running of a running program: $nothing times nothing was brought ($half of them" \
  "with some of it in the log), $everything times everything"
[ "$running" -ge $((kills / 5)) ] || fail "too few kills met a running program"
[ "$nothing" -gt 0 ] || fail "no kill came before the end"
