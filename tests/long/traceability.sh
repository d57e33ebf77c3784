#!/usr/bin/env bash
# Every element of every definition of the programme, taken out, is missed by a scenario (some minutes)
set -euo pipefail
dotnet build tests/Orchestrator.Engine.Tests -nologo -v q -clp:NoSummary
dotnet test artifacts/bin/Orchestrator.Engine.Tests/debug/Orchestrator.Engine.Tests.dll --filter "FullyQualifiedName~MissedElementTests" --logger 'console;verbosity=normal'
