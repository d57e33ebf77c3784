# Sourced by run.sh and long.sh: throwaway servers on loopback, stopped by their process ids.
# start_postgres exports ORCHESTRATOR_TEST_POSTGRES (an Npgsql connection string without a database),
# start_rabbitmq exports ORCHESTRATOR_TEST_RABBITMQ (an amqp address). Where one cannot start, its variable
# stays unset and the tests that need it are skipped and say so.

SERVERS_FOLDER=""
SERVERS_PIDS=()

servers_folder() {
  [ -n "$SERVERS_FOLDER" ] && return
  SERVERS_FOLDER=$(mktemp -d)
  chmod 755 "$SERVERS_FOLDER"
}

free_port() {
  node -e 'const s=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})'
}

# Runs a command as another user when we are root; both servers refuse to run as root.
run_as() {
  local user=$1
  shift
  if [ "$(id -u)" -eq 0 ]; then
    setpriv --reuid "$user" --regid "$user" --clear-groups -- "$@"
  else
    "$@"
  fi
}

own_folder() {
  mkdir -p "$2"
  [ "$(id -u)" -ne 0 ] || chown -R "$1:$1" "$2"
}

# Waits until a command succeeds, at most so many tenths of a second.
wait_until() {
  local left=$1
  shift
  until "$@" >/dev/null 2>&1; do
    left=$((left - 1))
    [ "$left" -gt 0 ] || return 1
    sleep 0.1
  done
}

start_postgres() {
  [ -z "${ORCHESTRATOR_TEST_POSTGRES:-}" ] || return 0
  local bin port folder
  bin=$(postgres_bin)
  [ -n "$bin" ] || return 0
  servers_folder
  folder=$SERVERS_FOLDER/postgres
  port=$(free_port)
  own_folder postgres "$folder"
  run_as postgres "$bin/initdb" -D "$folder/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync >"$folder.log" 2>&1 ||
    { tail -n 5 "$folder.log"; echo "PostgreSQL could not be set up; its tests are skipped."; return 0; }
  # The tests check logic, not the disk: no fsync. Benchmarks start their own server with it.
  ( cd "$folder" && run_as postgres "$bin/postgres" -D "$folder/data" -p "$port" -h 127.0.0.1 -k "$folder" \
      -c fsync=off -c max_connections=200 >>"$folder.log" 2>&1 ) &
  SERVERS_PIDS+=("$!")
  wait_until 200 "$bin/pg_isready" -q -h 127.0.0.1 -p "$port" ||
    { tail -n 5 "$folder.log"; echo "PostgreSQL did not start; its tests are skipped."; return 0; }
  export ORCHESTRATOR_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=postgres"
  echo "PostgreSQL on port $port"
}

start_rabbitmq() {
  [ -z "${ORCHESTRATOR_TEST_RABBITMQ:-}" ] || return 0
  local script port epmd dist folder
  script=$(rabbitmq_script)
  [ -n "$script" ] || return 0
  servers_folder
  folder=$SERVERS_FOLDER/rabbitmq
  port=$(free_port); dist=$(free_port); epmd=$(free_port)
  mkdir -p "$folder"
  printf 'listeners.tcp.1 = 127.0.0.1:%s\nloopback_users.guest = true\nlog.file.level = warning\n' "$port" >"$folder/rabbitmq.conf"
  echo '[].' >"$folder/enabled_plugins"
  own_folder rabbitmq "$folder"
  # An epmd of our own, in the foreground: the one that RabbitMQ would start by itself outlives it.
  ( run_as rabbitmq env HOME="$folder" epmd -address 127.0.0.1 -port "$epmd" >>"$folder.log" 2>&1 ) &
  SERVERS_PIDS+=("$!")
  ( cd "$folder" && run_as rabbitmq env HOME="$folder" RABBITMQ_NODENAME="orchestrator-tests-$port@localhost" \
      RABBITMQ_MNESIA_BASE="$folder/mnesia" RABBITMQ_LOG_BASE="$folder/log" RABBITMQ_CONFIG_FILE="$folder/rabbitmq.conf" \
      RABBITMQ_ENABLED_PLUGINS_FILE="$folder/enabled_plugins" RABBITMQ_PID_FILE="$folder/pid" RABBITMQ_CONF_ENV_FILE=/dev/null \
      RABBITMQ_DIST_PORT="$dist" ERL_EPMD_ADDRESS=127.0.0.1 ERL_EPMD_PORT="$epmd" \
      RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS='-kernel inet_dist_use_interface {127,0,0,1}' "$script" >>"$folder.log" 2>&1 ) &
  SERVERS_PIDS+=("$!")
  wait_until 600 bash -c "exec 3<>/dev/tcp/127.0.0.1/$port" ||
    { tail -n 5 "$folder.log"; echo "RabbitMQ did not start; its tests are skipped."; return 0; }
  export ORCHESTRATOR_TEST_RABBITMQ="amqp://guest:guest@127.0.0.1:$port"
  echo "RabbitMQ on port $port"
}

# Every process below one, itself last.
descendants() {
  local child
  for child in $(ps -o pid= --ppid "$1" 2>/dev/null); do descendants "$child"; done
  echo "$1"
}

stop_servers() {
  local pid every=()
  for pid in "${SERVERS_PIDS[@]}"; do
    # shellcheck disable=SC2207 # process ids hold no blanks
    every+=($(descendants "$pid"))
  done
  SERVERS_PIDS=()
  [ "${#every[@]}" -eq 0 ] || kill -TERM "${every[@]}" 2>/dev/null
  for pid in "${every[@]}"; do
    local left=50
    while kill -0 "$pid" 2>/dev/null && [ "$left" -gt 0 ]; do sleep 0.1; left=$((left - 1)); done
    kill -KILL "$pid" 2>/dev/null
  done
  [ -z "$SERVERS_FOLDER" ] || rm -rf "$SERVERS_FOLDER"
  SERVERS_FOLDER=""
}
