#!/usr/bin/env bash
# tests/seconds.sh IN OUT: copies a folder of definitions and makes its terms pass in seconds, by replacing timer expressions and nothing else.
# A date timer that counts N days from a date is due N * SECONDS_PER_DAY (default 0.5) seconds after it is armed.
set -euo pipefail
[ $# -eq 2 ] || { echo "usage: tests/seconds.sh IN OUT" >&2; exit 2; }
[ -d "$1" ] || { echo "Expected the folder $1 to exist: it holds the definitions to copy." >&2; exit 2; }
mkdir -p "$2"
cp -R "$1"/. "$2"/
find "$2" -name '*.bpmn' -print0 | while IFS= read -r -d '' file; do
  node "$(dirname "$0")/seconds.mjs" "$file"
done
