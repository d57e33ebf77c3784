#!/usr/bin/env bash
# three short stories and two scenarios (or those named) with a crash at every single database operation on SQLite: crash [p1-collective/held-in-time.scenario ...]
# A failure is seen again with its points alone: ORCHESTRATOR_CRASH_POINTS=2890-2910 tests/long.sh crash SCENARIO
set -uo pipefail
for scenario in "$@"; do
  [ -f "workflows/${scenario#workflows/}" ] || { echo "Expected the scenario workflows/${scenario#workflows/} to exist: name one of workflows/*/*.scenario." >&2; exit 2; }
done
export ORCHESTRATOR_CRASH_SCENARIOS="$*" ORCHESTRATOR_CRASH_STORIES=every
# A crash here is an exception in a process that goes on, so nothing depends on the disk: a folder in memory is several times faster.
[ -w /dev/shm ] && export TMPDIR=/dev/shm
dotnet build tests/Orchestrator.Engine.Tests -c Release -nologo -v q -clp:NoSummary || exit 1
exec dotnet test artifacts/bin/Orchestrator.Engine.Tests/release/Orchestrator.Engine.Tests.dll --logger 'console;verbosity=normal' \
  --filter 'FullyQualifiedName~It_survives_a_crash_at_every_database_operation|FullyQualifiedName~survives_a_crash_anywhere|FullyQualifiedName~survive_a_crash_anywhere'
