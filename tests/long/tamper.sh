#!/usr/bin/env bash
# 1 000 random changes of sealed histories, each found by the program and by the reference verifier (about ten minutes)
set -euo pipefail
export ORCHESTRATOR_TAMPER=${1:-1000} ORCHESTRATOR_SEED=${2:-1929}
dotnet test tests/Orchestrator.Storage.Tests --filter "FullyQualifiedName~TamperingTests" --logger 'console;verbosity=normal'
