#!/usr/bin/env bash
# 200 random changes of projection rows on SQLite and as many on PostgreSQL, each found, mended, and the scenario goes on (a few minutes)
set -euo pipefail
export ORCHESTRATOR_ROWS=${1:-200} ORCHESTRATOR_SEED=${2:-1929}
dotnet build tests/Orchestrator.Engine.Tests -nologo -v q -clp:NoSummary
dotnet test artifacts/bin/Orchestrator.Engine.Tests/debug/Orchestrator.Engine.Tests.dll --filter "FullyQualifiedName~RowTamperingTests" --logger 'console;verbosity=normal'
