# shellcheck shell=sh
# Sourced: where this machine has the programs of PostgreSQL and RabbitMQ.

missing() {
  printf 'error: %s\n' "$*" >&2
  exit 1
}

# postgres_bin FOLDER: the programs of the major version that made the cluster in FOLDER, else the newest.
postgres_bin() {
  if [ "${POSTGRES_BIN:-}" ]; then found=$POSTGRES_BIN/initdb; else
    found=$(ls "/usr/lib/postgresql/$(cat "$1/PG_VERSION" 2> /dev/null || echo none)/bin/initdb" 2> /dev/null ||
      ls -v /usr/lib/postgresql/*/bin/initdb 2> /dev/null | tail -n 1)
    [ "$found" ] || found=$(command -v initdb) || found=
  fi
  [ -x "$found" ] || missing "PostgreSQL is missing (no initdb in ${POSTGRES_BIN:-/usr/lib/postgresql/*/bin or on the PATH}): install it, on Debian with: apt-get install postgresql"
  dirname "$found"
}

# The server's own start script: the one on the PATH insists on the user that the package made.
rabbitmq_server() {
  found=${RABBITMQ_BIN:-/usr/lib/rabbitmq/bin}/rabbitmq-server
  [ -x "$found" ] || [ "${RABBITMQ_BIN:-}" ] || found=$(command -v rabbitmq-server) || found=
  { [ -x "$found" ] && command -v epmd > /dev/null; } ||
    missing "RabbitMQ is missing (no rabbitmq-server in ${RABBITMQ_BIN:-/usr/lib/rabbitmq/bin or on the PATH}, or no epmd): install it, on Debian with: apt-get install rabbitmq-server"
  echo "$found"
}
