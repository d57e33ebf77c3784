#!/usr/bin/env bash
# tests/seconds.sh IN OUT: copies a folder of definitions and makes their days pass in seconds, by replacing timer expressions and nothing else.
# A day lasts SECONDS_PER_DAY (default 0.5) seconds. A date that is counted N days from another is due N days after the timer is armed, whatever the calendar says;
# any other date is due after as many days as it lies ahead then. Durations and cycles last as many days as they say, a month 30.
# ONLY, a regular expression, leaves all timers alone whose text does not match it.
set -euo pipefail
[ $# -eq 2 ] || { echo "usage: tests/seconds.sh IN OUT" >&2; exit 2; }
[ -d "$1" ] || { echo "Expected the folder $1 to exist: it holds the definitions to copy." >&2; exit 2; }
mkdir -p "$2"
cp -R "$1"/. "$2"/
find "$2" -name '*.bpmn' -print0 | xargs -0 node "$(dirname "$0")/seconds.mjs"
