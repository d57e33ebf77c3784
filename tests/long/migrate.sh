#!/usr/bin/env bash
# a rehearsal of 5 000 running instances (or as many as named) in at most 30 s, and its migration: every outcome is the rehearsed one: migrate [INSTANCES]
set -euo pipefail
export ORCHESTRATOR_MIGRATE=${1:-5000}
dotnet build tests/Orchestrator.Engine.Tests -c Release -nologo -v q -clp:NoSummary
exec dotnet test artifacts/bin/Orchestrator.Engine.Tests/release/Orchestrator.Engine.Tests.dll --logger 'console;verbosity=normal' \
  --filter 'FullyQualifiedName~Every_instance_comes_out_as_it_was_rehearsed'
