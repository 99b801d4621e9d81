#!/bin/sh
# The script that mails what is due, with a program and a sendmail that do as they are told: mail_due.sh SOURCES
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/bin" "$work/state"
sed "s#/usr/sbin/sendmail#$work/bin/sendmail#" "$1/examples/mail-due.sh" >"$work/mail-due"

# Prints what stands in the file `due`, ends with the code in `code`.
cat >"$work/bin/mappa" <<END
#!/bin/sh
echo "\$*" >"$work/asked"
cat "$work/due"
exit \$(cat "$work/code")
END
# Takes mail into `sent`, unless there is a file `down`.
cat >"$work/bin/sendmail" <<END
#!/bin/sh
[ "\$*" = "-t -i" ] || exit 64
[ ! -e "$work/down" ] || exit 75
cat >>"$work/sent"
END
chmod +x "$work/bin/mappa" "$work/bin/sendmail"

due() { printf '%s' "$1" >"$work/due"; echo "$2" >"$work/code"; }
run() {
  outcome=0
  env -i PATH="$work/bin:/usr/bin:/bin" STATE_DIRECTORY="$work/state" sh "$work/mail-due" team@example.org >"$work/out" 2>"$work/err" || outcome=$?
}
expect() {  # CODE SENT-SO-FAR LEFT-OVER
  if [ "$outcome" != "$1" ] || [ "$(cat "$work/sent")" != "$2" ] || [ "$(cat "$work/state/unsent-mail" 2>/dev/null)" != "$3" ]; then
    echo "$here: ended with $outcome; sent: $(cat "$work/sent"); left over: $(cat "$work/state/unsent-mail" 2>/dev/null)"
    cat "$work/err"
    exit 1
  fi
}
: >"$work/sent"

here="something is due"
due "first." 12; run; expect 0 "first." ""
grep -q "casebook.db due --run mail --new --quiet-if-nothing --format email --to team@example.org" "$work/asked"

here="nothing is due: nothing is sent"
due "" 0; run; expect 0 "first." ""

here="it cannot be sent: it is kept, for its owner only, and said"
touch "$work/down"
due "second." 12; run; expect 75 "first." "second."
[ "$(stat -c %a "$work/state/unsent-mail")" = 600 ]
grep -q "the next run sends" "$work/err"

here="nor at the next run: nothing new is asked for, which nobody would be told of"
rm "$work/asked"
due "third." 12; run; expect 75 "first." "second."
[ ! -e "$work/asked" ]

here="it can be sent again: what was left over goes first"
rm "$work/down"
run; expect 0 "first.second.third." ""

here="a fault of the program is passed on, and nothing half written is sent"
due "half of a" 6; run; expect 6 "first.second.third." ""
due "fourth." 12; run; expect 0 "first.second.third.fourth." ""
