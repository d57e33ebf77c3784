#!/usr/bin/env bash
# the inbox among 100 000 open tasks (or as many as named), over HTTP: each page and filter p95 at most 200 ms (3 minutes, on a quiet machine): inbox [TASKS]
set -euo pipefail
export ORCHESTRATOR_INBOX=${1:-100000}
dotnet build tests/Orchestrator.Server.Tests -c Release -nologo -v q -clp:NoSummary
exec dotnet test artifacts/bin/Orchestrator.Server.Tests/release/Orchestrator.Server.Tests.dll --logger 'console;verbosity=normal' --filter 'FullyQualifiedName~InboxOfManyTests'
