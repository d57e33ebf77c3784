#!/usr/bin/env bash
# scenario A's first thirty days over RabbitMQ, the server, three agencies and the broker killed once each, against a run without kills (10 minutes): thirty-days [SEED] [SECONDS_PER_DAY]
# ORCHESTRATOR_WORKERS (200) and ORCHESTRATOR_DATABASE (PostgreSql, or Sqlite) make it smaller.
# On a loaded machine give more seconds a day: who comes too late for a reminder of the presentation changes its number.
set -uo pipefail
export ORCHESTRATOR_SEED=${1:-1929} ORCHESTRATOR_SECONDS_PER_DAY=${2:-4}
. tests/lib/need.sh
. tests/lib/servers.sh
trap stop_servers EXIT
trap 'exit 130' INT TERM
start_postgres
dotnet build tests/Orchestrator.Server.Tests -nologo -v q -clp:NoSummary || exit 1
dotnet test artifacts/bin/Orchestrator.Server.Tests/debug/Orchestrator.Server.Tests.dll --filter 'FullyQualifiedName~ThirtyDaysTests&TestCategory=Long' --logger 'console;verbosity=normal'
