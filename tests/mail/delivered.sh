#!/bin/sh
# Runs delivered.py where there is what it needs: delivered.sh MAPPA MAIL_SAMPLE
for needed in python3 msmtp; do
  command -v "$needed" >/dev/null || { echo "skipped: there is no $needed"; exit 77; }
done
exec python3 "$(dirname "$0")/delivered.py" "$@"
