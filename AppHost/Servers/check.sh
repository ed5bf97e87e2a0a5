#!/bin/sh
# check.sh FOLDER: says, as one line that begins "error: ", why PostgreSQL and RabbitMQ cannot run as processes with data in FOLDER.
set -eu
# shellcheck source=AppHost/Servers/programs.sh
. "$(dirname -- "$0")/programs.sh"

[ "$(id -u)" != 0 ] || id postgres > /dev/null 2>&1 ||
  missing 'PostgreSQL does not run as root and there is no user postgres to run it: run as another user, or make that one with: useradd --system postgres'
bin=$(postgres_bin "$1/postgres")
rabbitmq_server > /dev/null
if [ -e "$1/postgres/PG_VERSION" ]; then
  made=$(cat "$1/postgres/PG_VERSION")
  # initdb (PostgreSQL) 15.4 (Debian …)
  ours=$("$bin/initdb" --version | sed 's/^[^)]*) *\([0-9]*\).*/\1/')
  [ "$made" = "$ours" ] ||
    missing "The database in $1/postgres was made by PostgreSQL $made, but this machine has $ours: install postgresql-$made, or upgrade it with pg_upgrade, or start afresh with --data DIR."
fi
