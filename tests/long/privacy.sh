#!/usr/bin/env bash
# privacy [SEED] [N]: lists of N invented workers go through the real programs, then every place but the registry is searched for them
set -uo pipefail
export PRIVACY_SEED=${1:-$RANDOM} PRIVACY_ROWS=${2:-1000}
echo "seed $PRIVACY_SEED, $PRIVACY_ROWS rows: tests/long.sh privacy $PRIVACY_SEED $PRIVACY_ROWS runs the same again"
dotnet build Orchestrator.sln -nologo -v q -clp:NoSummary || exit 1
exec dotnet test artifacts/bin/Orchestrator.Server.Tests/debug/Orchestrator.Server.Tests.dll --filter 'FullyQualifiedName~PrivacyTests' --logger 'console;verbosity=detailed'
