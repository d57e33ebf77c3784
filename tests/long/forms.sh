#!/usr/bin/env bash
# Every form of the programme in the inbox at 1440 and at 390 pixels: empty, refused, axe, Italian (some minutes)
set -euo pipefail
. tests/lib/need.sh
export ORCHESTRATOR_FORMS=all
export ORCHESTRATOR_TEST_CHROMIUM=${ORCHESTRATOR_TEST_CHROMIUM:-$(chromium_path)}
dotnet build tests/Orchestrator.Browser.Tests -nologo -v q -clp:NoSummary
dotnet test artifacts/bin/Orchestrator.Browser.Tests/debug/Orchestrator.Browser.Tests.dll --filter "FullyQualifiedName~FormsTests" --logger 'console;verbosity=normal'
