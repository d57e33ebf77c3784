#!/usr/bin/env bash
# server, broker and agency killed on the real clock over RabbitMQ, counted outside the engine: kill [SEED] [N runs each] [term|convocation]
set -uo pipefail
export ORCHESTRATOR_SEED=${1:-1929} ORCHESTRATOR_KILLS=${2:-5}
case ${3:-} in
  '') filter='FullyQualifiedName~Orchestrator.Server.Tests.Kill' ;;
  term) filter='FullyQualifiedName~TermKillTests' ;;
  convocation) filter='FullyQualifiedName~ConvocationKillTests' ;;
  *) echo "Expected term or convocation, but found '$3'." >&2; exit 2 ;;
esac
. tests/lib/need.sh
. tests/lib/servers.sh
trap stop_servers EXIT
trap 'exit 130' INT TERM
start_postgres
dotnet build Orchestrator.sln -nologo -v q -clp:NoSummary || exit 1
dotnet test artifacts/bin/Orchestrator.Server.Tests/debug/Orchestrator.Server.Tests.dll --filter "$filter" --logger 'console;verbosity=normal'
