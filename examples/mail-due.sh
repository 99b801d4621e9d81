#!/bin/sh
# Mails what is newly due: mail-due.sh ADDRESS. Prison numbers and roles only. From cron, or as
# /usr/local/lib/mappa/mail-due from systemd/mappa-mail.service.
#
# What a run has told of counts as told. So the message is kept until sendmail has taken it, and the next run sends
# first what is left.
set -eu
umask 077
folder=${STATE_DIRECTORY:-/var/lib/mappa}
message=$folder/unsent-mail

send() {
  [ -s "$message" ] || return 0
  /usr/sbin/sendmail -t -i <"$message" || {
    outcome=$?
    echo "$0: sendmail took no mail ($outcome); the next run sends $message first." >&2
    exit $outcome
  }
  rm "$message"
}

send
outcome=0
mappa --config /etc/mappa/config.toml --store "$folder/casebook.db" \
  due --run mail --new --quiet-if-nothing --format email --to "$1" >"$message.new" || outcome=$?
# 12: something is due.
[ $outcome = 0 ] || [ $outcome = 12 ] || exit $outcome
mv "$message.new" "$message"
send
