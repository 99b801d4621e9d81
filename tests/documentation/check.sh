#!/bin/sh
# The manual pages and the program must say the same: check.sh CHECK PROGRAM PAGES SOURCES
# CHECK: one of the functions whose names begin with check_. PAGES: the folder of the pages' sources (for
# `lint`: of the built pages). SOURCES: the root of the sources.
# Ends with 1 where something differs, and says what; with 77 where a tool is missing.
set -eu
LC_ALL=C
export LC_ALL
here=$(dirname "$0")
check=$1 mappa=$2 man=$3 root=$4
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# No configuration or clock of the user's plays a part.
export XDG_CONFIG_HOME="$work" XDG_DATA_HOME="$work" MAPPA_NOW=2026-11-22T09:00:00Z
. "$here/program.sh"
. "$here/pages.sh"

complaints=$work/complaints
: >"$complaints"
complain() { echo "$*" >>"$complaints"; }

# Both lists must hold the same. $1: what they hold; $2: the program's; $3: the page's; $4: which page.
same() {
  sort -u "$2" >"$work/has"
  sort -u "$3" >"$work/says"
  [ -s "$work/has" ] || complain "The program has no $1 at all: does this check still ask it rightly?"
  comm -23 "$work/has" "$work/says" | while read -r line; do
    complain "$4 does not document the $1 $line"
  done
  comm -13 "$work/has" "$work/says" | while read -r line; do
    complain "$4 documents the $1 $line, which the program does not have"
  done
}

# Every line of $1 must stand in $2 as a word. $3: which page.
all_in() {
  [ -s "$1" ] || complain "Nothing was found that $3 should hold: does this check still look rightly?"
  while read -r word; do
    grep -qwF -e "$word" "$2" || complain "$3 does not say $word"
  done <"$1"
}

# What a source file holds between $2 and the next quotation mark.
in_source() { grep -o "$2\"[^\"]*\"" "$root/$1" | sed 's/^[^"]*"//; s/"$//'; }

check_options() {
  global_options >"$work/a"
  definitions <"$(page mappa)" | grep '^--' >"$work/b"
  same option "$work/a" "$work/b" mappa.1
  for command in $(commands); do
    [ "$command" != record ] || continue
    [ -e "$(page "mappa-$command")" ] || { complain "The command $command has no page"; continue; }
    options_of "$command" >"$work/a"
    options_in <"$(page "mappa-$command")" >"$work/b"
    if [ ! -s "$work/a" ] && [ ! -s "$work/b" ]; then continue; fi
    same option "$work/a" "$work/b" "mappa-$command.1"
  done
  every_option | sed 's/ .*//' | sort -u >"$work/a"
  options_named | sort -u | comm -13 "$work/a" - | while read -r option; do
    complain "A page speaks of $option, which no command has"
  done
}

check_commands() {
  commands >"$work/a"
  section mappa '# COMMANDS' | definitions >"$work/b"
  same command "$work/a" "$work/b" mappa.1
  pages | sed -n 's/^mappa-//p' >"$work/b"
  same command "$work/a" "$work/b" "The manual"
}

check_kinds() {
  kinds >"$work/a"
  section mappa-record '# KINDS' | headings '##' >"$work/b"
  same kind "$work/a" "$work/b" mappa-record.1
  section mappa-record '# OPTIONS' | options_in >"$work/common"
  for kind in $(kinds); do
    options_of record "$kind" >"$work/a"
    { cat "$work/common"; section mappa-record "## $kind" | options_in; } >"$work/b"
    same option "$work/a" "$work/b" "mappa-record.1, $kind,"
  done
  words_of_kinds | while read -r kind word; do
    # A deed is explained once, for all kinds.
    [ "$word" != date-unknown ] || continue
    section mappa-record "## $kind" | grep -qF "_${word}_" ||
      complain "mappa-record.1, $kind, does not say $word"
  done
}

check_exit_codes() {
  sed -n 's/^inline constexpr int [a-z_]* = \([0-9]*\);.*/\1/p' "$root/cli/exit_code.hpp" >"$work/a"
  section mappa '# EXIT STATUS' | definitions >"$work/b"
  same "exit code" "$work/a" "$work/b" mappa.1
}

check_rules() {
  rules >"$work/a"
  section mappa-check-release '# RULES' | definitions >"$work/b"
  same rule "$work/a" "$work/b" mappa-check-release.1
  roles | sort -u >"$work/a"
  section mappa-check-release '# WHO MUST ACT' | definitions >"$work/b"
  all_in "$work/a" "$work/b" "mappa-check-release.1, who must act,"
}

check_due_kinds() {
  due_kinds >"$work/a"
  section mappa-due '# KINDS' | grep '^\*' | grep -o '\*[a-z-]*\*' | tr -d '*' >"$work/b"
  same "kind of what is due" "$work/a" "$work/b" mappa-due.1
}

check_configuration() {
  echo 'no-such-key = 1' | keys_there >"$work/a"
  section mappa '# CONFIGURATION' >"$work/section"
  { sed '/^## /,$d' "$work/section" | definitions; headings '##' <"$work/section"; } >"$work/b"
  same key "$work/a" "$work/b" "mappa.1, configuration,"
  printf '[[facility]]\nid = "A"\nname = "A"\nkind = "prison"\ncountry = "wales"\nno-such-key = 1\n' |
    keys_there >"$work/a"
  section mappa '## [[facility]]' | definitions >"$work/b"
  same key "$work/a" "$work/b" "mappa.1, [[facility]],"
  printf '[mail]\nno-such-key = 1\n' | keys_there >"$work/a"
  section mappa '## [mail]' | definitions >"$work/b"
  same key "$work/a" "$work/b" "mappa.1, [mail],"
  printf '[bank-holidays]\nno-such-key = 1\n' | keys_there >"$work/a"
  section mappa '## [bank-holidays]' | definitions >"$work/b"
  same key "$work/a" "$work/b" "mappa.1, [bank-holidays],"
  parameters >"$work/a"
  section mappa '## [parameters]' | definitions >"$work/b"
  same parameter "$work/a" "$work/b" mappa.1
}

check_problems() {
  tr -s ' \n' '  ' <"$root/lib/mappa/nomis/problem_ids.hpp" |
    grep -o '"nomis\.[a-z-]*", Weight::[a-z]*' | sed 's/"\(.*\)", Weight::\(.*\)/\1 (\2)/' >"$work/a"
  section mappa-import '# PROBLEMS' | definitions >"$work/b"
  same problem "$work/a" "$work/b" mappa-import.1
  cat "$root"/lib/mappa/casebook/recording.cpp "$root"/lib/mappa/casework/record.cpp "$root"/lib/mappa/casework/acknowledge.cpp |
    grep -o '"record\.[a-z-]*"' | tr -d '"' >"$work/a"
  section mappa-record '# PROBLEMS' | definitions >"$work/b"
  same problem "$work/a" "$work/b" mappa-record.1
}

check_columns() {
  { in_source lib/mappa/nomis/aliases.cpp 'Header{'
    in_source lib/mappa/casebook/nomis_row.cpp 'NomisField{'; } >"$work/a"
  section mappa-import '# HEADERS' | tables >"$work/b"
  all_in "$work/a" "$work/b" "mappa-import.1, headers,"
  in_source lib/mappa/casebook/alert_codes.cpp 'MappaCode{' >"$work/a"
  section mappa-import '# ALERTS' | tables >"$work/b"
  all_in "$work/a" "$work/b" "mappa-import.1, alerts,"
}

check_json() {
  members_of check-release A1234BC >"$work/a"
  section mappa-check-release '# JSON' | definitions >"$work/b"
  same member "$work/a" "$work/b" mappa-check-release.1
  members_of due --all --run check >"$work/a"
  section mappa-due '# JSON' | definitions >"$work/b"
  same member "$work/a" "$work/b" mappa-due.1
  members_of runs >"$work/a"
  section mappa-runs '# JSON' | definitions >"$work/b"
  same member "$work/a" "$work/b" mappa-runs.1
  members_of_morning today >"$work/a"
  section mappa-today '# JSON' | definitions >"$work/b"
  same member "$work/a" "$work/b" mappa-today.1
}

# The script for the shell knows every command, kind and option.
check_completion() {
  "$mappa" completion >"$work/script"
  { commands; kinds; every_option | sed 's/ .*//'; } | sort -u >"$work/a"
  tr -c 'a-z0-9-' '\n' <"$work/script" | sort -u >"$work/b"
  comm -23 "$work/a" "$work/b" | while read -r word; do complain "The completion does not know $word"; done
  # And offers each where it can be typed.
  commands >"$work/a"
  : | offered >"$work/b"
  same_offered "$work/a" "$work/b" "a command"
  kinds >"$work/a"
  echo record A1234BC | offered >"$work/b"
  same_offered "$work/a" "$work/b" "record"
  for kind in $(kinds); do
    options_of record "$kind" | sed 's/ .*//' | sort -u >"$work/a"
    echo record A1234BC "$kind" | offered >"$work/b"
    same_offered "$work/a" "$work/b" "record A1234BC $kind"
  done
  words_of_fields | cut -d ' ' -f 1,2 | sort -u | while read -r kind field; do
    words_of_fields | sed -n "s/^$kind $field //p" >"$work/a"
    echo record A1234BC "$kind" "--$field" | offered >"$work/b"
    same_offered "$work/a" "$work/b" "record A1234BC $kind --$field"
  done
}

# What the shell offers behind the words on standard input, one a line.
offered() {
  read -r typed || :
  bash -c '. "$1"; COMP_WORDS=(mappa $2 ""); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _mappa; printf "%s\n" "${COMPREPLY[@]}"' bash "$work/script" "$typed"
}

# $1: what should be offered; $2: what is; $3: behind which words.
same_offered() {
  sort -u "$1" >"$work/should"
  sort -u "$2" >"$work/is"
  [ -s "$work/should" ] || complain "Nothing is known that the completion should offer for $3: does this check still ask rightly?"
  comm -3 "$work/should" "$work/is" | tr -d '\t' | while read -r word; do
    complain "The completion for $3 offers $word and should not, or does not and should"
  done
}

check_references() {
  for file in "$man"/*.scd; do
    name=$(basename "$file" .scd)
    head -n 1 "$file" | grep -q "^${name%.*}(${name##*.}) " || complain "$name begins with another name"
  done
  every_page | sort -u >"$work/pages"
  pages_named | sort -u | comm -13 "$work/pages" - | while read -r name; do
    complain "A page refers to $name, which is not there"
  done
}

# The page of mapping files has the formats of dates that can be read.
check_mapping() {
  grep -o 'return "[dmy][dmy/ -]*"' "$root/lib/mappa/nomis/date_format.cpp" | sed 's/^[^"]*"//; s/"$//' >"$work/a"
  section mappa-mapping.5 '## [dates]' | definitions | grep -v '^default$' >"$work/b"
  same "date format" "$work/a" "$work/b" mappa-mapping.5
}

check_lint() {
  if ! command -v mandoc >/dev/null || [ ! -e "$man/mappa.1" ]; then
    echo "There is no mandoc, or no page was built."
    exit 77
  fi
  for file in "$man"/*.[15]; do
    [ -e "$file" ] || continue
    # scdoc puts a paragraph before and after each heading and indent, and mandoc passes over it.
    mandoc -T lint -W warning "$file" | grep -v 'skipping paragraph macro' >>"$complaints" || :
  done
}

"check_$check"
[ ! -s "$complaints" ] || { cat "$complaints"; exit 1; }
