#!/usr/bin/env bash
# Measures one-task instances on SQLite and PostgreSQL and prints the table of docs/performance.md: tests/bench.sh [--quick]
# or FEEL expressions, time and allocation, with BenchmarkDotNet: tests/bench.sh --feel, decision tables: --dmn
# or the inbox among 100 000 open tasks: --inbox
# Ends with 1 when an instance writes more than 12 rows. Figures depend on the machine: run it when nothing else runs.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
dotnet build tests/Orchestrator.Benchmarks -c Release -v q -nologo -clp:NoSummary
exec dotnet artifacts/bin/Orchestrator.Benchmarks/release/Orchestrator.Benchmarks.dll "$@"
