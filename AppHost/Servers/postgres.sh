#!/bin/sh
# postgres.sh FOLDER [NAME=VALUE...]: a private PostgreSQL server on loopback port $PGPORT with further settings.
# A new folder gets a cluster of user postgres with $POSTGRES_PASSWORD. POSTGRES_BIN names the programs' folder; else it is searched.
set -eu
folder=$1
shift
# shellcheck source=AppHost/Servers/programs.sh
. "$(dirname -- "$0")/programs.sh"
bin=$(postgres_bin "$folder")

# PostgreSQL refuses to run as root; the one capability lets its user pass through root's own folders.
user=
[ "$(id -u)" != 0 ] || user='--reuid=postgres --regid=postgres --init-groups --inh-caps=+dac_override --ambient-caps=+dac_override'

if ! [ -e "$folder/PG_VERSION" ]; then
  rm -rf "$folder.new"
  (umask 077 && mkdir -p "$folder.new")
  (umask 077 && printf %s "$POSTGRES_PASSWORD" > "$folder.password")
  [ -z "$user" ] || chown postgres: "$folder.new" "$folder.password"
  # shellcheck disable=SC2086
  setpriv $user "$bin/initdb" -D "$folder.new" -U postgres -A scram-sha-256 --pwfile="$folder.password" -E UTF8 --locale=C.UTF-8 --no-instructions
  rm "$folder.password"
  mv "$folder.new" "$folder"
fi
unset POSTGRES_PASSWORD

# The process id of a killed server may belong to another program now; PostgreSQL would then take the cluster for running.
if [ -e "$folder/postmaster.pid" ]; then
  read -r former < "$folder/postmaster.pid"
  [ "$(cat "/proc/$former/comm" 2> /dev/null)" = postgres ] || rm "$folder/postmaster.pid"
fi

set -- "$@" listen_addresses=localhost unix_socket_directories=
for setting; do
  set -- "$@" -c "$setting"
  shift
done
# To PostgreSQL, TERM means: wait until the last client has gone. INT means: stop now, in order. It also gets INT when this script dies.
trap 'kill -INT $server' TERM INT HUP
# shellcheck disable=SC2086
setpriv $user --pdeathsig INT "$bin/postgres" -D "$folder" "$@" &
server=$!
wait $server || wait $server
