#!/usr/bin/env bash
# random and mutated inputs to FEEL: no exception escapes, nothing hangs, every diagnostic lies inside the source; feel-fuzz.sh [SEED] [COUNT] (a million in about a minute)
set -euo pipefail
export ORCHESTRATOR_SEED=${1:-1929} ORCHESTRATOR_FUZZ=${2:-1000000}
dotnet build tests/Orchestrator.Feel.Tests -c Release -nologo -v q -clp:NoSummary
dotnet test artifacts/bin/Orchestrator.Feel.Tests/release/Orchestrator.Feel.Tests.dll --filter "FullyQualifiedName~FuzzTests&TestCategory=Long" --logger 'console;verbosity=normal'
