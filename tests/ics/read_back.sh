#!/bin/sh
# Usage: read_back.sh PROGRAM. Skips where Debian's Python or its package python3-icalendar is not there.
set -eu
python=/usr/bin/python3
if ! [ -x $python ] || ! $python -c 'import icalendar' 2>/dev/null; then
  echo "skipped: there is no $python with the module icalendar"
  exit 77
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
TMPDIR=$work PYTHONDONTWRITEBYTECODE=1 $python "$(dirname "$0")/read_back.py" "$1"
