#!/usr/bin/env bash
# two scenarios with a crash at every single database operation on SQLite
set -uo pipefail
dotnet build tests/Orchestrator.Engine.Tests -nologo -v q -clp:NoSummary || exit 1
exec dotnet test artifacts/bin/Orchestrator.Engine.Tests/debug/Orchestrator.Engine.Tests.dll --filter 'FullyQualifiedName~It_survives_a_crash_at_every_database_operation' "$@"
