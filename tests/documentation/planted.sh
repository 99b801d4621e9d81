#!/bin/sh
# The checks must fail where they have to: planted.sh PROGRAM PAGES SOURCES
# Each line below plants one mistake in a copy of the pages: CHECK;PAGE;SED COMMAND;WORDS OF THE COMPLAINT
set -eu
here=$(dirname "$0")
program=$1 pages=$2 root=$3
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

planted() {
  cat <<'END'
options;mappa;/^\*--as-of\*/d;mappa.1 does not document the option --as-of DATE
options;mappa-due;s/^\*--within\* _DAYS_/*--within* _WEEKS_/;mappa-due.1 does not document the option --within DAYS
options;mappa-check-release;/^\*--ask\*/d;mappa-check-release.1 does not document the option --ask
options;mappa-due;s/^\*--within\*/*--undated*\n\tOnly.\n\n&/;documents the option --undated, which the program does not have
options;mappa-list;s/^One line/With *--brief*, one line/;A page speaks of --brief, which no command has
commands;mappa;/^\*withdraw\*$/d;mappa.1 does not document the command withdraw
commands;mappa;s/^\*find\*$/*search*\n\tX.\n\n&/;documents the command search, which the program does not have
kinds;mappa-record;s/^## hold$/## holds/;does not document the kind hold
kinds;mappa-record;/^\*--copy-held\*/d;mappa-record.1, licence, does not document the option --copy-held DATE
kinds;mappa-record;s/^\*--made-on\*/*--sent-on*/;mappa-record.1, referral, documents the option --sent-on DATE, which
kinds;mappa-record;/^\*--on\*/d;mappa-record.1, note, does not document the option --on DATE
kinds;mappa-record;s/_hospital_/hospital/;mappa-record.1, release-plan, does not say hospital
exit_codes;mappa;/^\*14\*$/d;mappa.1 does not document the exit code 14
exit_codes;mappa;s/^\*15\*$/*16*\n\tX.\n\n&/;documents the exit code 16, which the program does not have
rules;mappa-check-release;/^\*p9.review\*/d;does not document the rule p9.review (warns, offender-manager)
rules;mappa-check-release;s/^\*p5.hold\* (blocks/*p5.hold* (warns/;documents the rule p5.hold (warns, caseworker), which
rules;mappa-check-release;/^\*holding-prison\*$/d;who must act, does not say holding-prison
configuration;mappa;/^\*by\*$/d;configuration, does not document the key by
configuration;mappa;/^\*from\*$/d;[mail], does not document the key from
configuration;mappa;/^\*supplier\*$/d;[[facility]], does not document the key supplier
configuration;mappa;/^\*take-away\*$/d;[bank-holidays], does not document the key take-away
configuration;mappa;s/^\*nomis-days\*$/*nomis-age*/;documents the parameter nomis-age, which
problems;mappa-import;/^\*nomis.pnc\*/d;does not document the problem nomis.pnc (warning)
problems;mappa-import;s/^\*nomis.date\* (error)/*nomis.date* (note)/;does not document the problem nomis.date (error)
problems;mappa-record;/^\*record.twice\*/d;does not document the problem record.twice
columns;mappa-import;/LED_OVERRIDED_DATE/d;headers, does not say LED_OVERRIDED_DATE
columns;mappa-import;s/^P100 /P1OO /;alerts, does not say P100
json;mappa-check-release;/^\*findings\[\].team\*$/d;does not document the member findings[].team
json;mappa-due;/^\*lines\[\].days_left\*$/d;does not document the member lines[].days_left
due_kinds;mappa-due;s/^\*visits\*$/*visit*/;mappa-due.1 does not document the kind of what is due visits
json;mappa-due;/^\*run.before.day\*$/d;mappa-due.1 does not document the member run.before.day
json;mappa-due;/^\*lines\[\].acknowledged.until\*$/d;does not document the member lines[].acknowledged.until
json;mappa-runs;/^\*runs\[\].imports\*$/d;mappa-runs.1 does not document the member runs[].imports
json;mappa-today;/^\*turned\[\].by_time\*$/d;mappa-today.1 does not document the member turned[].by_time
json;mappa-today;s/^\*missing\[\].people\*$/*missing[].persons*/;mappa-today.1 documents the member missing[].persons, which the program does not have
problems;mappa-record;/^\*record.until\*/d;does not document the problem record.until
json;mappa-due;/^\*lines\[\].act_by\*$/d;does not document the member lines[].act_by
json;mappa-due;s/^\*cases\*$/*people*\n\tX.\n\n&/;documents the member people, which the program does not have
references;mappa;s/\*mappa-show\*(1)/*mappa-display*(1)/;A page refers to mappa-display(1), which is not there
references;mappa-mapping.5;s/\*mappa-import\*(1)/*mappa-import*(5)/;A page refers to mappa-import(5), which is not there
references;mappa-mapping.5;1s/(5)/(1)/;mappa-mapping.5 begins with another name
mapping;mappa-mapping.5;/^\*mm\/dd\/yy\*$/d;mappa-mapping.5 does not document the date format mm/dd/yy
references;mappa-due;1s/^mappa-due/mappa-dues/;mappa-due.1 begins with another name
END
}

# Runs check $1 on the pages in $2, and complains unless it ends with $3 and says $4. $5: what was planted.
expect() {
  outcome=0
  sh "$here/check.sh" "$1" "$program" "$2" "$root" >"$folder/said" 2>&1 || outcome=$?
  if [ "$outcome" = "$3" ] && grep -qF -e "$4" "$folder/said"; then return; fi
  echo "$1, $5: ended with $outcome where $3 and \"$4\" were expected. It said:"
  cat "$folder/said"
  echo failed >"$folder/failed"
}

planted | while IFS=';' read -r check page change words; do
  rm -rf "$folder/man"
  cp -r "$pages" "$folder/man"
  case $page in
  *.[0-9]) ;;
  *) page=$page.1 ;;
  esac
  sed "$change" "$pages/$page.scd" >"$folder/man/$page.scd"
  expect "$check" "$folder/man" 1 "$words" "$page, $change"
done

mkdir "$folder/built"
expect lint "$folder/built" 77 "no page was built" "no pages"
if command -v mandoc >/dev/null; then
  printf '.TH MAPPA 1 2026-11-22\n.SH NAME\nmappa - a page\n.NOSUCH\n' >"$folder/built/mappa.1"
  expect lint "$folder/built" 1 "skipping unknown macro" "a macro that does not exist"
fi

[ ! -e "$folder/failed" ]
