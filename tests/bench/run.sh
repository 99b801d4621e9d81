#!/bin/bash
# Installs what is missing, builds the optimised program and the benchmark, and measures; README.md beside this
# says what. tests/bench/run.sh [SIZE...] [--pairs N] [--readers SIZE|none] [--beside shell|Python], sizes such as 10k, 100k, 1M.
set -euo pipefail
cd "$(dirname "$0")/../.."

{
  tests/setup.sh build bench
  if command -v ccache >/dev/null; then export CMAKE_CXX_COMPILER_LAUNCHER=ccache; fi
  cmake --preset bench --log-level=NOTICE
  cmake --build --preset bench -j "$(nproc)"
} >&2

# The system's own, where it is there: others on the path are often slow wrappers.
python=/usr/bin/python3
[ -x "$python" ] || python=$(command -v python3)

folder=$(mktemp -d "${TMPDIR:-/tmp}/mappa-bench.XXXXXX")
trap 'rm -rf "$folder"' EXIT

build/bench/tests/bench/bench build/bench/cli/mappa build/bench/tests/bench/make_export \
  "$(command -v sqlite3)" "$python" tests/bench/peers "$folder" "$@"
