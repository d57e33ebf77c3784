#!/usr/bin/env bash
# Builds everything once and runs every test; the last line is "N passed, N failed" (", N skipped" may follow).
#
#   tests/run.sh                  everything but what takes more than a minute by itself (tests/long.sh)
#   tests/run.sh --fast           without the tests of category Slow
#   tests/run.sh --no-build       what was built last
#   tests/run.sh Feel Engine      only these rooms' test projects
#
# Ends with 0 when all passed, 1 when a test failed or none ran, 2 when something is missing on this machine.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 2
. tests/lib/need.sh
. tests/lib/servers.sh

fast=false
build=true
rooms=()
for argument in "$@"; do
  case $argument in
    --fast) fast=true ;;
    --no-build) build=false ;;
    -h | --help) sed -n '2,9p' "$0" | sed 's/^# \{0,1\}//'; exit 0 ;;
    -*) stop "Unknown option $argument: expected --fast, --no-build or names of rooms such as Feel." ;;
    *) rooms+=("$argument") ;;
  esac
done

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en MSBUILDDISABLENODEREUSE=1
# Test hosts live for seconds: instrumented code would cost a quarter of their time and never pay it back.
export DOTNET_TieredPGO=0
results=$(mktemp -d)
finish() {
  stop_servers
  rm -rf "$results"
}
trap finish EXIT
trap 'exit 130' INT TERM

need_dotnet
need_node
install_missing

if $build; then
  echo "Building"
  if ! dotnet build Orchestrator.sln -nologo -v q -clp:NoSummary -nodeReuse:false >"$results/build.log" 2>&1; then
    grep -E '(error|warning) ' "$results/build.log" | sort -u | head -n 40 || tail -n 40 "$results/build.log"
    echo "The build failed."
    echo "0 passed, 1 failed"
    exit 1
  fi
fi

# What tests write lives for seconds: in memory, where there is room for it, a database is made four times faster. Benchmarks and long checks stay on the disk.
if [ -z "${TMPDIR:-}" ] && [ -w /dev/shm ] && [ "$(df -Pk /dev/shm | awk 'NR == 2 { print $4 }')" -gt $((4 * 1024 * 1024)) ]; then export TMPDIR=/dev/shm; fi

# Tests against a real database server or a real broker are all of category Slow.
$fast || { start_postgres; start_rabbitmq; }
export ORCHESTRATOR_TEST_CHROMIUM=${ORCHESTRATOR_TEST_CHROMIUM:-$(chromium_path)}

# The slowest first, so that the two lanes end together.
projects() {
  local name
  {
    printf '%s\n' Browser Server Storage Engine
    find tests -maxdepth 2 -name 'Orchestrator.*.Tests.csproj' | sed 's|.*/Orchestrator\.\(.*\)\.Tests\.csproj|\1|' | sort
  } | awk '!seen[$0]++' | while read -r name; do
    [ -f "tests/Orchestrator.$name.Tests/Orchestrator.$name.Tests.csproj" ] || continue
    [ "${#rooms[@]}" -eq 0 ] || [[ " ${rooms[*]} " == *" $name "* ]] || continue
    echo "$name"
  done
}

# Runs one room's tests; its console output and its exit code go into files.
run_room() {
  local name=$1 dll="artifacts/bin/Orchestrator.$1.Tests/debug/Orchestrator.$1.Tests.dll" filter=(--filter 'TestCategory!=Long')
  $fast && filter=(--filter 'TestCategory!=Long&TestCategory!=Slow')
  if [ ! -f "$dll" ]; then
    echo "$dll is not built." >"$results/$name.log"
    echo 1 >"$results/$name.code"
    return
  fi
  local began=$SECONDS
  # A test that says nothing for five minutes hangs: the run is ended and the test named.
  timeout --kill-after=30 2400 dotnet test "$dll" "${filter[@]}" --results-directory "$results/$name" --logger "trx;LogFileName=$results/$name.trx" \
    --logger 'console;verbosity=minimal' --blame-hang --blame-hang-timeout 5m --blame-hang-dump-type none >"$results/$name.log" 2>&1
  echo $? >"$results/$name.code"
  echo $((SECONDS - began)) >"$results/$name.seconds"
}

# One figure out of a room's TRX file.
counter() {
  local value
  value=$(grep -o '<Counters [^>]*' "$results/$1.trx" 2>/dev/null | head -n 1 | grep -o " $2=\"[0-9]*\"" | grep -o '[0-9]*')
  echo "${value:-0}"
}

passed=0
failed=0
skipped=0
failures=()

# The tests that a room skipped and why: the console has the names only.
show_skipped() {
  awk '
    /<UnitTestResult / { skipped = /outcome="NotExecuted"/; name = $0; sub(/.* testName="/, "", name); sub(/".*/, "", name) }
    skipped && /<Message>/ { sub(/.*<Message>/, ""); sub(/<\/Message>.*/, ""); print "  Skipped " name ": " $0; skipped = 0 }' "$results/$1.trx" | head -n 40
}

# Adds a room's figures, shows its failures in full and its skipped tests with their reasons.
report_room() {
  local name=$1 code total ok bad
  code=$(cat "$results/$name.code" 2>/dev/null || echo 1)
  total=$(counter "$name" total); ok=$(counter "$name" passed); bad=$(counter "$name" failed)
  if [ "$code" -ne 0 ] && [ "$bad" -eq 0 ]; then
    # The test host broke off or ran out of time: that is a failure although no test says so.
    bad=1
    total=$((ok + 1))
    tail -n 40 "$results/$name.log"
    if [ "$code" -eq 124 ]; then failures+=("$name: ended after 40 minutes.")
    else failures+=("$name: the test host broke off with code $code. $(grep -rhoE 'Name="[^"]*"[^>]*Completed="False"' "$results/$name" --include='Sequence*.xml' | tail -n 1)"); fi
  elif [ "$bad" -gt 0 ]; then
    grep -vE '^(VSTest version|Starting test execution|A total of|Results File)|^ *$' "$results/$name.log"
  fi
  mapfile -t -O "${#failures[@]}" failures < <(grep -E '^  Failed ' "$results/$name.log" | sed "s/^  Failed /$name: /")
  local left=$((total - ok - bad))
  [ "$left" -eq 0 ] || show_skipped "$name"
  printf '%-14s %5d passed, %d failed, %d skipped, %d s\n' "$name" "$ok" "$bad" "$left" "$(cat "$results/$name.seconds" 2>/dev/null || echo 0)"
  passed=$((passed + ok)); failed=$((failed + bad)); skipped=$((skipped + left))
}

# Tests of the front-end sources, when they have any.
run_web() {
  local web=src/Orchestrator.Ui/web
  grep -q '"test":' "$web/package.json" 2>/dev/null || return 0
  [ "${#rooms[@]}" -eq 0 ] || [[ " ${rooms[*]} " == *" web "* ]] || return 0
  (cd "$web" && npm test --silent) >"$results/web.log" 2>&1
  echo $? >"$results/web.code"
}

# Node's own runner prints its sums.
report_web() {
  [ -f "$results/web.code" ] || return 0
  local code ok bad
  code=$(cat "$results/web.code")
  ok=$(sed -nE 's/^(#|ℹ) pass ([0-9]+)$/\2/p' "$results/web.log" | tail -n 1)
  bad=$(sed -nE 's/^(#|ℹ) fail ([0-9]+)$/\2/p' "$results/web.log" | tail -n 1)
  ok=${ok:-0}; bad=${bad:-0}
  [ "$code" -eq 0 ] || [ "$bad" -gt 0 ] || bad=1
  [ "$bad" -eq 0 ] || cat "$results/web.log"
  printf '%-14s %5d passed, %d failed, 0 skipped\n' web "$ok" "$bad"
  passed=$((passed + ok)); failed=$((failed + bad))
}

mapfile -t chosen < <(projects)
lanes=$(nproc 2>/dev/null || echo 2)
[ "$lanes" -le 2 ] || lanes=2
for name in "${chosen[@]}"; do
  while [ "$(jobs -rp | grep -vxF -f <(printf '%s\n' "${SERVERS_PIDS[@]:-0}") | wc -l)" -ge "$lanes" ]; do sleep 0.2; done
  run_room "$name" &
done
run_web &
for job in $(jobs -rp | grep -vxF -f <(printf '%s\n' "${SERVERS_PIDS[@]:-0}")); do wait "$job"; done

for name in "${chosen[@]}"; do report_room "$name"; done
report_web

line="$passed passed, $failed failed"
[ "$skipped" -eq 0 ] || line="$line, $skipped skipped"
finish
trap - EXIT
# Once more at the end: whoever sees only the last lines knows what to look for.
[ "${#failures[@]}" -eq 0 ] || printf 'Failed: %s\n' "${failures[@]}"
echo "$line"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
