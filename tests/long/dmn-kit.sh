#!/usr/bin/env bash
# the DMN compatibility kit: level 2 whole, level 3 at least 99.5 % of all three figures without foreign functions: dmn-kit [DIR]
set -uo pipefail
kit=${1:-${ORCHESTRATOR_DMN_KIT:-../shared/conformance/tck}}
# The models of this folder call Java; such functions are refused, so its figures stand by themselves.
foreign=0076-feel-external-java
[ -d "$kit/compliance-level-2" ] && [ -d "$kit/compliance-level-3" ] || { echo "Expected compliance-level-2 and compliance-level-3 in $kit: name the folder of the kit." >&2; exit 2; }
dotnet build src/Orchestrator.Cli -c Release -nologo -v q -clp:NoSummary || exit 1
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

# level NUMBER PERCENT: runs it, shows what failed and the figures, fails when one of the three is under PERCENT or nothing ran.
level() {
  dotnet artifacts/bin/Orchestrator.Cli/release/Orchestrator.Cli.dll conformance dmn "$kit/compliance-level-$1" --apart "$foreign" >"$out/$1.txt"
  [ $? -le 1 ] || return 1
  echo "Level $1"
  grep '^FAILED' "$out/$1.txt"
  grep -E '^(apart|within the allowance of inexact decimals|all|non-null|mean over folders): ' "$out/$1.txt"
  awk -v least="$2" '
    /^(all|non-null): / { figures++; if ($4 == 0 || 100 * $2 / $4 < least) low = 1 }
    /^mean over folders: / { figures++; if ($4 < least) low = 1 }
    END { exit low || figures != 3 }' "$out/$1.txt" || { echo "Expected at least $2 % in each figure of level $1."; return 1; }
}

bad=0
level 2 100 || bad=1
level 3 99.5 || bad=1
exit $bad
