#!/usr/bin/env bash
# demonstration A killed at ten random moments and resumed: the same end states, mails and registry numbers as the run that was not: demo-kill [SCENARIO] [SEED] [KILLS]
set -euo pipefail
dotnet build src/Orchestrator.Cli -nologo -v q -clp:NoSummary
exec python3 tests/long/demo_runs.py kills "${1:-A}" "${2:-1}" "${3:-10}"
