# Sourced by run.sh and long.sh: finds the tools that the tests need and installs what is missing when it may.

# Says what is wrong in one sentence and ends.
stop() {
  printf '%s\n' "$1" >&2
  exit 2
}

need_dotnet() {
  command -v dotnet >/dev/null || stop "The .NET SDK 10 is needed, but there is no 'dotnet' on the path: install it from https://dot.net and start again."
  local version
  version=$(dotnet --version 2>/dev/null) || stop "The .NET SDK 10 is needed, but 'dotnet --version' fails here: global.json names the version that is asked for."
  [ "${version%%.*}" -ge 10 ] || stop "The .NET SDK 10 or later is needed, but this one is $version."
}

need_node() {
  command -v node >/dev/null || stop "Node.js 20 or later is needed, but there is no 'node' on the path: install it from https://nodejs.org and start again."
  command -v npm >/dev/null || stop "npm is needed beside Node.js, but there is no 'npm' on the path."
  local version
  version=$(node --version)
  version=${version#v}
  [ "${version%%.*}" -ge 20 ] || stop "Node.js 20 or later is needed, but this one is $version."
}

# The folder that holds PostgreSQL's initdb and postgres, the newest first; empty when there is none.
postgres_bin() {
  local found
  found=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -Vr | head -n 1)
  if [ -n "$found" ] && [ -x "$found/initdb" ]; then
    printf '%s' "$found"
  elif command -v initdb >/dev/null; then
    dirname "$(command -v initdb)"
  fi
}

# RabbitMQ's own start script, not the distribution's wrapper, which changes folder and user; empty when there is none.
rabbitmq_script() {
  local script
  for script in /usr/lib/rabbitmq/bin/rabbitmq-server /opt/rabbitmq/sbin/rabbitmq-server; do
    [ -x "$script" ] && { printf '%s' "$script"; return; }
  done
}

# Chromium, or what is built of it; the one without windows first: the other draws them even when nobody sees them, which costs a sixth of the time.
chromium_path() {
  command -v chromium-headless-shell || command -v chromium || command -v google-chrome
}

# Debian's own interpreter first: another python3 on the path does not see Debian's packages.
has_python_module() {
  local python=/usr/bin/python3
  [ -x "$python" ] || python=$(command -v python3) || return 1
  "$python" -c "import $1" 2>/dev/null
}

# Prints the Debian packages whose content is missing.
missing_packages() {
  [ -n "$(postgres_bin)" ] || echo postgresql
  [ -n "$(rabbitmq_script)" ] || echo rabbitmq-server
  [ -n "$(chromium_path)" ] || echo chromium-headless-shell
  has_python_module aiosmtpd || echo python3-aiosmtpd
  has_python_module icalendar || echo python3-icalendar
}

# Installs what is missing. apt starts no service meanwhile: the tests start their own servers on loopback.
install_missing() {
  local missing policy=/usr/sbin/policy-rc.d kept=""
  missing=$(missing_packages | paste -sd' ')
  [ -n "$missing" ] || return 0
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    echo "Missing here: $missing. Tests that need them are skipped and say so; install them, or run as root on Debian or Ubuntu."
    return 0
  fi
  echo "Installing: $missing"
  [ -e "$policy" ] && { kept=$(mktemp); cp -p "$policy" "$kept"; }
  printf '#!/bin/sh\nexit 101\n' >"$policy"
  chmod 755 "$policy"
  local log
  log=$(mktemp)
  # shellcheck disable=SC2086 # a list of package names
  { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $missing; } >"$log" 2>&1
  local status=$?
  if [ -n "$kept" ]; then mv "$kept" "$policy"; else rm -f "$policy"; fi
  [ "$status" -eq 0 ] || { tail -n 15 "$log"; echo "apt-get could not install $missing; tests that need them are skipped and say so."; }
  rm -f "$log"
}
