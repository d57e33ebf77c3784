#!/usr/bin/env bash
# demonstrations A, B and D with three seeds each, the first seed twice: every rule of the report holds (a quarter of an hour): demo [SEED...]
set -euo pipefail
dotnet build src/Orchestrator.Cli -nologo -v q -clp:NoSummary
exec python3 tests/long/demo_runs.py runs "$@"
