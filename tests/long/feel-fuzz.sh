#!/usr/bin/env bash
# random and mutated inputs to FEEL: no exception escapes, nothing hangs, every diagnostic lies inside the source; feel-fuzz.sh [SEED] [COUNT] [INPUT] (a million in about half a minute; INPUT is the number of one to try by itself)
set -euo pipefail
export ORCHESTRATOR_SEED=${1:-1929} ORCHESTRATOR_FUZZ=${2:-1000000}
which=Any_number
[ $# -lt 3 ] || { export ORCHESTRATOR_FUZZ_INPUT=$3; which=One_input; }
dotnet build tests/Orchestrator.Feel.Tests -c Release -nologo -v q -clp:NoSummary
dotnet test artifacts/bin/Orchestrator.Feel.Tests/release/Orchestrator.Feel.Tests.dll --filter "FullyQualifiedName~FuzzTests.$which&TestCategory=Long" --logger 'console;verbosity=normal'
