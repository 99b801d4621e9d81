#!/bin/bash
# Builds the fuzz targets and lets each loose on the readers: tests/fuzz/run.sh [SECONDS] [TARGET...]
#
# Each of the targets, or of those named, runs for so many seconds (600 unless said) and stops at its first
# finding, which is kept in build/fuzz/findings. The last line says how many executions and findings; exit code 1
# when there is a finding.
set -euo pipefail
cd "$(dirname "$0")/../.."

seconds=600
if [[ "${1:-}" =~ ^[0-9]+$ ]]; then
  seconds=$1
  shift
fi
targets=("$@")
if [ ${#targets[@]} = 0 ]; then
  for source in tests/fuzz/fuzz_*.cpp; do targets+=("$(basename "$source" .cpp)"); done
fi

if command -v ccache >/dev/null; then export CMAKE_CXX_COMPILER_LAUNCHER=ccache; fi
cmake --preset fuzz --log-level=NOTICE
cmake --build --preset fuzz -j "$(nproc)"

# What is learnt on the way stays below build, so that the next run goes on from there.
run() {
  local target=$1 seeds=tests/fuzz/corpus/$1 learnt=build/fuzz/learnt/$1 dictionary=tests/fuzz/$1.dict
  local options=("-max_total_time=$seconds" -seed=20261120 -rss_limit_mb=2048 -timeout=10 -max_len=4096
    "-artifact_prefix=build/fuzz/findings/$target-" -print_final_stats=1)
  [ ! -f "$dictionary" ] || options+=("-dict=$dictionary")
  mkdir -p "$learnt"
  "build/fuzz/tests/fuzz/$target" "${options[@]}" "$learnt" "$seeds"
}

mkdir -p build/fuzz/findings build/fuzz/logs
executions=0
findings=0
for target in "${targets[@]}"; do
  log=build/fuzz/logs/$target.txt
  echo "== fuzz: $target for $seconds s"
  status=0
  run "$target" >"$log" 2>&1 || status=$?
  if [ "$status" != 0 ]; then
    findings=$((findings + 1))
    tail -n 60 "$log"
  fi
  count=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
  echo "$target: ${count:-0} executions"
  executions=$((executions + ${count:-0}))
done
echo "$executions executions, $findings findings"
[ "$findings" = 0 ]
