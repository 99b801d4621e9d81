#!/bin/sh
# The README shows what the quick start prints, to the letter. Usage: quickstart.sh SOURCE PROGRAM
# To renew it: run examples/quickstart.sh and paste its output between the README's two marks.
set -eu
source=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

TMPDIR=$work MAPPA=$2 "$source/examples/quickstart.sh" > "$work/printed" 2> "$work/errors" || {
  cat "$work/errors"
  exit 1
}
sed -n '/^<!-- quickstart output -->$/,/^<!-- end -->$/p' "$source/README.md" | grep -v -e '^<!-- ' -e '^```' > "$work/shown"
diff -u "$work/shown" "$work/printed"
