#!/usr/bin/env bash
# our values of generated FEEL expressions beside those of npm's feelin: every disagreement has a known reason; feel-differential.sh [SEED] [COUNT] (200 000 in about two minutes)
set -euo pipefail
export ORCHESTRATOR_SEED=${1:-1929} ORCHESTRATOR_DIFFERENTIAL=${2:-200000}
(cd tests/Orchestrator.Feel.Tests/feelin && npm ci --no-audit --no-fund --ignore-scripts --silent)
dotnet build tests/Orchestrator.Feel.Tests -c Release -nologo -v q -clp:NoSummary
dotnet test artifacts/bin/Orchestrator.Feel.Tests/release/Orchestrator.Feel.Tests.dll --filter "FullyQualifiedName~DifferentialTests" --logger 'console;verbosity=normal'
