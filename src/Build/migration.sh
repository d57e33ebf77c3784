#!/usr/bin/env bash
# Writes a migration with this name for every provider: src/Build/migration.sh engine AddTaskPriority
# The first word says which tables: engine, cases or accounts. Read what it wrote before you commit it; a shipped migration is never edited.
set -euo pipefail
cd "$(dirname "$0")/../.."

[ $# -eq 2 ] || { echo "Expected the tables (engine, cases or accounts) and a name, for example: $0 engine AddTaskPriority" >&2; exit 2; }

dotnet tool restore >/dev/null
for provider in Sqlite PostgreSql; do
  case "$1" in
    engine) context="${provider}EngineContext" folder=Engine ;;
    cases) context=CasesContext folder=Cases ;;
    accounts) context=AccountsContext folder=Accounts ;;
    *) echo "Expected engine, cases or accounts, but found '$1'." >&2; exit 2 ;;
  esac
  echo "== $provider: $2"
  dotnet ef migrations add "$2" --project "src/Orchestrator.Storage.$provider" --context "$context" --output-dir "Migrations/$folder"
done
