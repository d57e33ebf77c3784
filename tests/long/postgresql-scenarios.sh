#!/usr/bin/env bash
# Every scenario of the programme on a PostgreSQL server, each on a database of its own (some minutes)
set -euo pipefail
. tests/lib/need.sh
. tests/lib/servers.sh
trap stop_servers EXIT
start_postgres
dotnet build tests/Orchestrator.Engine.Tests -nologo -v q -clp:NoSummary
dotnet test artifacts/bin/Orchestrator.Engine.Tests/debug/Orchestrator.Engine.Tests.dll --filter "Name~The_engine_on_postgresql_plays_every_one" --logger 'console;verbosity=normal'
