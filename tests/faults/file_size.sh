#!/bin/bash
# The same without any help: a limit on the size of files stops an import, which brings nothing and says so.
source "$(dirname "$0")/casebook.sh"

prepare 20
before=$(contents)
people 3000 2026-11-30 >"$folder/export.csv"
start_again

# In units of 1024 bytes: enough for the casebook as it is, and not for all that comes. The signal that goes with
# the limit is ignored, as on a full disk there is none.
status=0
(
  trap '' XFSZ
  ulimit -f 600 || exit 77
  mappa import "$folder/export.csv" --exported-on 2026-11-20
) >"$folder/said" 2>&1 || status=$?
[ "$status" != 77 ] || skip "the size of files cannot be limited here"
[ "$status" = 1 ] || fail "exit code $status: $(cat "$folder/said")"
grep -q "Nothing was written" "$folder/said" || fail "nothing is said of the casebook: $(cat "$folder/said")"
[ "$(contents)" = "$before" ] || fail "the casebook has changed"
mappa import "$folder/export.csv" --exported-on 2026-11-20 >/dev/null || fail "without the limit it fails"
