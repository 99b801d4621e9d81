#!/bin/bash
# Installs what is missing, builds the optimised program and the benchmark, and measures; README.md beside this
# says what: tests/bench/run.sh [SIZE...] [OPTION...], sizes such as 10k, 100k, 1M.
#
#   --only PARTS     some of imports, readers, everybody, one, due, with commas between them
#   --pairs N        how often each pair runs (5)
#   --beside NAME    imports beside one peer alone: shell or Python
#   --readers SIZE   how many people the import brings that is read beside (100k), or none
#   --numbers N      how many people are looked at one by one (200)
set -euo pipefail
cd "$(dirname "$0")/../.."

{
  tests/setup.sh build bench
  if command -v ccache >/dev/null; then export CMAKE_CXX_COMPILER_LAUNCHER=ccache; fi
  cmake --preset bench --log-level=NOTICE
  cmake --build --preset bench -j "$(nproc)"
} >&2

# The system's own, where they are there: others on the path are often slow wrappers.
python=/usr/bin/python3
[ -x "$python" ] || python=$(command -v python3)
shell=/usr/bin/sqlite3
[ -x "$shell" ] || shell=$(command -v sqlite3)

folder=$(mktemp -d "${TMPDIR:-/tmp}/mappa-bench.XXXXXX")
trap 'rm -rf "$folder"' EXIT

# Both programs as a copy: a file as the linker wrote it lies in memory in small pieces, and starts up a seventh slower.
programs=build/bench/programs
mkdir -p "$programs"
cp --remove-destination build/bench/cli/mappa "$shell" "$programs/"

build/bench/tests/bench/bench "$programs/mappa" build/bench/tests/bench \
  "$programs/sqlite3" "$python" tests/bench "$folder" "$@"
