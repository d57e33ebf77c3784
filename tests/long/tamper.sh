#!/usr/bin/env bash
# 1 000 random changes of sealed histories, each found by the program and by the reference verifier (about two minutes)
set -euo pipefail
export ORCHESTRATOR_TAMPER=${1:-1000} ORCHESTRATOR_SEED=${2:-1929}
dotnet build tests/Orchestrator.Storage.Tests -nologo -v q -clp:NoSummary
dotnet test artifacts/bin/Orchestrator.Storage.Tests/debug/Orchestrator.Storage.Tests.dll --filter "FullyQualifiedName~TamperingTests" --logger 'console;verbosity=normal'
