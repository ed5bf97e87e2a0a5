#!/bin/sh
# rabbitmq.sh FOLDER [PLUGIN...]: a private RabbitMQ node on loopback port $AMQP_PORT, with an epmd of its own on $ERL_EPMD_PORT and its
# distribution on $RABBITMQ_DIST_PORT. A new node gets the user $RABBITMQ_DEFAULT_USER. RABBITMQ_BIN names the programs' folder; else it is
# searched. Users and permissions of the file $BROKER_DEFINITIONS, where it is set, are loaded at each start. With the plugin
# rabbitmq_management, $MANAGEMENT_PORT is its port. $BROKER_ARGUMENTS goes to Erlang.
set -eu
folder=$1
shift
# shellcheck source=AppHost/Servers/programs.sh
. "$(dirname -- "$0")/programs.sh"
server=$(rabbitmq_server)

# A node that was killed before its first start was over may lack its user; it holds no data yet, so it starts afresh.
[ -e "$folder/complete" ] || rm -rf "$folder/mnesia"
(umask 077 && mkdir -p "$folder")
(umask 077 && cat > "$folder/rabbitmq.conf") << CONF
listeners.tcp.1 = 127.0.0.1:$AMQP_PORT
default_user = $RABBITMQ_DEFAULT_USER
default_pass = $RABBITMQ_DEFAULT_PASS
vm_memory_high_watermark.absolute = 1GB
disk_free_limit.absolute = 50MB
max_message_size = 16777216
log.console = true
log.console.use_colors = off
${BROKER_DEFINITIONS:+load_definitions = $BROKER_DEFINITIONS}
${MANAGEMENT_PORT:+management.tcp.ip = 127.0.0.1
management.tcp.port = $MANAGEMENT_PORT}
CONF
plugins=$*
printf '[%s].\n' "$(printf %s "$plugins" | tr ' ' ,)" > "$folder/enabled_plugins"
: > "$folder/env.conf"
dist=$RABBITMQ_DIST_PORT
for name in $(env | sed -n 's/^\(RABBITMQ_[A-Z_]*\)=.*/\1/p'); do unset "$name"; done
# Busy waiting is off: the schedulers' processors have other work.
export HOME="$folder" RABBITMQ_NODENAME=newseducator@localhost RABBITMQ_CONF_ENV_FILE="$folder/env.conf" RABBITMQ_DIST_PORT="$dist" \
  RABBITMQ_CONFIG_FILE="$folder/rabbitmq.conf" RABBITMQ_ENABLED_PLUGINS_FILE="$folder/enabled_plugins" \
  RABBITMQ_MNESIA_BASE="$folder/mnesia" RABBITMQ_FEATURE_FLAGS_FILE="$folder/mnesia/feature_flags" \
  RABBITMQ_LOG_BASE="$folder/log" RABBITMQ_LOG=warning RABBITMQ_PID_FILE="$folder/pid" RUNNING_UNDER_SYSTEMD=true ERL_EPMD_ADDRESS=127.0.0.1 \
  RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS='+sbwt none +sbwtdcpu none +sbwtdio none -kernel inet_dist_use_interface {127,0,0,1}'" ${BROKER_ARGUMENTS:-}"

trap 'kill -TERM $node' TERM INT HUP
setpriv --pdeathsig KILL epmd -port "$ERL_EPMD_PORT" -address 127.0.0.1 &
epmd=$!
setpriv --pdeathsig TERM "$server" &
node=$!
# The default user is made by the first start, before the node takes connections.
listens=$(printf '0100007F:%04X 00000000:0000 0A' "$AMQP_PORT")
(while kill -0 $node && ! grep -q "$listens" /proc/net/tcp; do sleep 0.5; done; kill -0 $node && : > "$folder/complete") 2> /dev/null &
wait $node || wait $node || failed=$?
# The node takes leave of its port mapper, so that goes last.
kill $epmd
exit "${failed:-0}"
