#!/bin/bash
# Installs what is missing, builds and runs every test. With CI=true it also runs them under the
# address and undefined behaviour sanitizers, looks for files that break the readers, and builds everything with clang.
# The last line is the outcome of the ordinary run, in ctest's words; a failure ends with its own.
set -euo pipefail
cd "$(dirname "$0")/.."

sets=(build test)
[ "${CI:-}" != true ] || sets+=(ci)
tests/setup.sh "${sets[@]}"

jobs=$(nproc)
# Compiles again only what changed, where the compiler cache happens to be installed.
if command -v ccache >/dev/null; then export CMAKE_CXX_COMPILER_LAUNCHER=ccache; fi

build() {
  echo "== build: $1"
  cmake --preset "$1" --log-level=NOTICE
  cmake --build --preset "$1" -j "$jobs"
}

log=$(mktemp)
trap 'rm -f "$log"' EXIT
outcome=

check() {
  build "$1"
  echo "== test: $1"
  local status=0
  ctest --preset "$1" -j "$jobs" --output-on-failure 2>&1 | tee "$log" || status=$?
  outcome=$(grep -E '^[0-9]+% tests passed|^No tests were found' "$log" || true)
  if [ "$status" != 0 ]; then
    echo "$outcome"
    exit "$status"
  fi
}

check dev
main=$outcome
if [ "${CI:-}" = true ]; then
  check asan
  tests/fuzz/run.sh 15
  build clang
fi
echo "$main"
