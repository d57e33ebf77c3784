#!/usr/bin/env bash
# clicks, seconds and server time of the five commonest acts of an operator in Chromium (3 minutes, on a quiet machine): acts [TIMES]
set -uo pipefail
. tests/lib/need.sh
export ORCHESTRATOR_ACTS=${1:-20}
export ORCHESTRATOR_TEST_CHROMIUM=${ORCHESTRATOR_TEST_CHROMIUM:-$(chromium_path)}
dotnet build tests/Orchestrator.Browser.Tests -nologo -v q -clp:NoSummary || exit 1
dotnet test artifacts/bin/Orchestrator.Browser.Tests/debug/Orchestrator.Browser.Tests.dll --filter 'FullyQualifiedName~OperatorActs' --logger 'console;verbosity=normal'
