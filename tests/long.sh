#!/usr/bin/env bash
# Checks that take longer than a minute and so are not part of run.sh: tests/long.sh NAME [arguments]; without a name it lists them.
# A check is a file tests/long/NAME.sh whose second line says what it checks; it ends with 0 when what it checks holds.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 2

if [ $# -eq 0 ] || [ "$1" = --help ]; then
  echo "tests/long.sh NAME, where NAME is one of:"
  for file in tests/long/*.sh; do
    [ -e "$file" ] || { echo "  (none yet)"; break; }
    printf '  %-20s %s\n' "$(basename "$file" .sh)" "$(sed -n '2s/^# //p' "$file")"
  done
  exit 0
fi

name=$1
shift
[ -f "tests/long/$name.sh" ] || { echo "There is no check '$name': tests/long.sh lists them." >&2; exit 2; }
. tests/lib/need.sh
need_dotnet
need_node
install_missing
exec bash "tests/long/$name.sh" "$@"
