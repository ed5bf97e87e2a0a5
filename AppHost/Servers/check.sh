#!/bin/sh
# check.sh FOLDER: says, as one line that begins "error: ", why PostgreSQL and RabbitMQ cannot run as processes with data in FOLDER, else
# their versions.
set -eu
# shellcheck source=AppHost/Servers/programs.sh
. "$(dirname -- "$0")/programs.sh"

[ "$(id -u)" != 0 ] || id postgres > /dev/null 2>&1 ||
  missing 'PostgreSQL does not run as root and there is no user postgres to run it: run as another user, or make that one with: useradd --system postgres'
bin=$(postgres_bin "$1/postgres")
broker=$(rabbitmq_server)
# initdb (PostgreSQL) 15.4 (Debian …)
version=$("$bin/initdb" --version | sed 's/^[^)]*) *\([0-9.]*\).*/\1/')
ours=${version%%.*}
[ "$ours" -ge 15 ] || missing "PostgreSQL in $bin is $version; at least 15 is needed: install a later one, or name its folder with --postgres-bin."
if [ -e "$1/postgres/PG_VERSION" ]; then
  made=$(cat "$1/postgres/PG_VERSION")
  [ "$made" = "$ours" ] ||
    missing "The database in $1/postgres was made by PostgreSQL $made, but this machine has $ours: install postgresql-$made, or upgrade it with pg_upgrade, or start afresh with --data DIR."
fi
# …/rabbitmq_server-3.10.8 lies beside the scripts' folder or above it.
broker_version=$(ls -d "$(dirname -- "$broker")"/../lib/rabbitmq_server-* 2> /dev/null || readlink -f "$broker")
broker_version=$(printf %s "$broker_version" | sed -n 's/.*rabbitmq_server-\([0-9.]*\).*/\1/p' | tail -n 1)
echo "PostgreSQL $version, RabbitMQ ${broker_version:-of an unknown version}."
