# What the program has, one thing a line. $mappa: the program; $work: a folder for files.

# The options in a help text: "--at MOMENT". $1: own (the command's) or global.
options_in_help() {
  awk -v which="$1" '
    /^Options/ { inside = ((which == "own") == ($0 == "Options")); next }
    inside && /^  --/ { sub(/^  /, ""); sub(/  .*/, ""); print }'
}

# Every value that the member $1 has somewhere in a JSON text.
member_values() {
  sed -n "s/^ *\"$1\": \"\\(.*\\)\",\\{0,1\\}\$/\\1/p"
}

commands() {
  "$mappa" --help | awk '
    /^Commands/ { inside = 1; next }
    /^$/ { inside = 0 }
    inside && /^  [a-z]/ { print $1 }'
}

kinds() { "$mappa" record --json | member_values kind; }

global_options() {
  "$mappa" --help | options_in_help global
  # Stands alone, so that help for a command does not list it.
  "$mappa" --version >/dev/null && echo --version
}

options_of() { "$mappa" "$@" --help | options_in_help own; }

every_option() {
  global_options
  for command in $(commands); do options_of "$command"; done
  for kind in $(kinds); do options_of record "$kind"; done
}

# "licence core-file": every word that can be typed for a field of a kind.
words_of_kinds() {
  "$mappa" record --json | awk -F '"' '
    $2 == "kind" { kind = $4 }
    /"words": \[$/ { inside = 1; next }
    /\]/ { inside = 0 }
    inside && $2 !~ /^[0-9]|^yes$|^no$/ { print kind " " $2 }'
}

# "licence from core-file": every word that can be typed for a field, with the field.
words_of_fields() {
  "$mappa" record --json | awk -F '"' '
    $2 == "kind" { kind = $4 }
    $2 == "name" { field = $4 }
    $2 == "computed" { computed = /true/ }
    /"words": \[$/ { inside = !computed; next }
    /\]/ { inside = 0 }
    inside { print kind " " field " " $2 }'
}

# Every paragraph that `explain` knows, as JSON.
paragraphs() {
  number=1
  while "$mappa" explain "p$number" --json >"$work/paragraph" 2>/dev/null; do
    cat "$work/paragraph"
    number=$((number + 1))
  done
}

# "p5.hold (blocks, caseworker)"
rules() {
  paragraphs | awk -F '"' '
    $2 == "rule" { rule = $4 }
    $2 == "severity" { severity = $4 }
    $2 == "role" { print rule " (" severity ", " $4 ")" }'
}

roles() { paragraphs | member_values role; }

# But the bank holidays, which have a table of their own.
parameters() { "$mappa" policy show --json | member_values id | grep -vx bank-holidays; }

# The kinds of what is due, as the complaint about another one lists them.
due_kinds() {
  "$mappa" due --kind no-such-kind-at-all 2>&1 | tr '\n' ' ' | tr -s ' ' | sed 's/.*The kinds are //; s/;.*//; s/ //g' | tr ',' '\n'
}

# The keys that a configuration may have where this one, on standard input, has one that nobody knows.
keys_there() {
  cat >"$work/config.toml"
  "$mappa" --config "$work/config.toml" list 2>&1 | tr '\n' ' ' | tr -s ' ' |
    sed 's/.*Keys here: //; s/\. *$//; s/ //g' | tr ',' '\n'
}

# Paths of the members of a JSON value: "findings[].rule". It must be indented by two blanks.
json_members() {
  awk '
    match($0, /^ *"[a-z_]+": /) {
      depth = (index($0, "\"") - 1) / 2
      split($0, parts, "\"")
      path = ""
      for (i = 1; i < depth; ++i) path = path above[i]
      print path parts[2]
      above[depth] = parts[2] (/\[$/ ? "[]." : ".")
    }
    /^ *\{$/ { above[(index($0, "{") - 1) / 2] = "" }'
}

# A casebook in which a check, a list of what is due and one of its runs have every member that they can have.
casebook() {
  store=$work/casebook.db
  [ -e "$store" ] && return
  "$mappa" --store "$store" init >/dev/null
  printf 'prisonerNumber,lastName,conditionalReleaseDate,alerts\nA1234BC,EXAMPLE,2026-08-31,P:P33\n' |
    "$mappa" --store "$store" import - --exported-on 2026-11-20 >/dev/null
  "$mappa" --store "$store" record A1234BC acknowledgement --of p9.referral --until today --reason check >/dev/null
  "$mappa" --store "$store" due --run check >/dev/null || :
}

# A casebook in which the screen of a morning has every member that it can have.
morning() {
  store=$work/morning.db
  [ -e "$store" ] && return
  export MAPPA_NOW=2026-11-18T09:00:00Z
  "$mappa" --store "$store" init >/dev/null
  header=prisonerNumber,lastName,prisonId,conditionalReleaseDate,licenceExpiryDate,alerts
  printf '%s\nA1234BC,OVERDUE,HAR,2026-08-31,2028-08-31,P:P77\nA2345CD,UNKNOWN,HAR,,,\nA3456DE,CLEAR,HAR,2024-08-31,2025-08-31,\n' "$header" |
    "$mappa" --store "$store" import - --exported-on 2026-11-18 >/dev/null
  "$mappa" --store "$store" record A3456DE status no --said-by check >/dev/null
  "$mappa" --store "$store" record A1234BC release-plan --at "2026-11-25 14:00" >/dev/null
  MAPPA_NOW=2026-11-22T09:00:00Z
  "$mappa" --store "$store" record A3456DE hold check >/dev/null
  printf '%s\nA1234BC,OTHER,HAR,2026-08-31,2028-08-31,P:P77\n' "$header" | "$mappa" --store "$store" import - --exported-on 2026-11-21 >/dev/null
  "$mappa" --store "$store" undo 9 --reason check >/dev/null
}

# $@: a command that prints JSON. Its exit code is a verdict.
members_of() {
  casebook
  "$mappa" --store "$store" "$@" --json >"$work/json" || :
  json_members <"$work/json"
}

members_of_morning() {
  morning
  "$mappa" --store "$store" "$@" --json >"$work/json" || :
  json_members <"$work/json"
}
