#!/usr/bin/env bash
# server, broker and agency killed across the term, on the real clock over RabbitMQ; counted outside the engine
set -uo pipefail
. tests/lib/servers.sh
dotnet build Orchestrator.sln -nologo -v q -clp:NoSummary || exit 1
exec dotnet test artifacts/bin/Orchestrator.Server.Tests/debug/Orchestrator.Server.Tests.dll --filter 'FullyQualifiedName~KillTests' "$@"
