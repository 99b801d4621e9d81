# What the pages say, one thing a line. $man: the folder with their sources; $1: a page.

# A page of section 1 by its name alone, others with their section: mappa-mapping.5.
page() {
  case $1 in
  *.[0-9]) echo "$man/$1.scd" ;;
  *) echo "$man/$1.1.scd" ;;
  esac
}

# The part of a page under a heading. $2: the heading with its hashes; deeper headings belong to it.
section() {
  awk -v heading="$2" '
    /^```/ { literal = !literal }
    !literal && /^#/ {
      if ($0 == heading) { inside = 1; depth = index($0, " "); next }
      if (index($0, " ") <= depth) inside = 0
    }
    inside' "$(page "$1")"
}

# What a text defines: "*--at* _MOMENT_" as "--at MOMENT", "*p5.hold* (blocks, caseworker)" without stars.
definitions() {
  sed -n '/^\*[^*]*\*\( _[^_]*_\| ([^)]*)\)\{0,1\}$/{s/^\*\([^*]*\)\*/\1/; s/ _\(.*\)_$/ \1/; p;}'
}

# What is set as it stands.
tables() { awk '/^```/ { literal = !literal; next } literal'; }

# Headings of the depth $1 ("##"), without brackets.
headings() { sed -n "s/^$1 \\[*\\([a-z-]*\\)\\]*\$/\\1/p"; }

options_in() { definitions | grep '^--' || :; }

# Every option that any page names, in examples too.
options_named() { cat "$man"/*.scd | grep -o -e '--[a-z][a-z-]*' || :; }

# Pages that other pages name: mappa-due(1).
pages_named() { cat "$man"/*.scd | grep -o '\*mappa[a-z-]*\*([0-9])' | sed 's/\*//g'; }

# All pages: mappa-due(1).
every_page() { for file in "$man"/*.scd; do basename "$file" .scd | sed 's/\.\([0-9]\)$/(\1)/'; done; }

# The pages of section 1, which are those of commands.
pages() { for file in "$man"/*.1.scd; do basename "$file" .1.scd; done; }
