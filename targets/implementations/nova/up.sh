#!/usr/bin/env bash
# Starts a real OpenStack Nova of Debian's packages on loopback, and prints how to examine it: docs/clouds.md.
set -euo pipefail
source "$(dirname "$(readlink -f "$0")")/settings.sh"

if [ "$(id -u)" != 0 ] || ! grep -qsx VERSION_CODENAME=bookworm /etc/os-release; then
  fail 'This needs root on Debian 12 (bookworm), whose packages it installs.'
fi
if [[ ! $state =~ ^/[A-Za-z0-9/._-]{1,80}$ ]]; then
  fail "It keeps its state in $state, whose path has to be short and of letters, digits, dots and dashes."
fi

prepare() {
  "$here/down.sh" --remove
  mkdir -p "$state"
  chmod 700 "$state"
  mkdir "$state"/{etc,images,log,nova,rabbit,run}
  tr -d - </proc/sys/kernel/random/uuid >"$state/password"
  "$here/install.sh" || fail "The packages could not be installed; see $state/log/install.log"
  "$here/configure.sh"
  mariadb-install-db --no-defaults --user=root --datadir="$state/mariadb" --auth-root-authentication-method=normal \
    --skip-test-db >"$state/log/databases.log" 2>&1
}

start_mariadb() {
  start mariadb 0 mariadbd --no-defaults --user=root --datadir="$state/mariadb" --socket="$state/mariadb.sock" \
    --pid-file="$state/mariadb.pid" --skip-networking --character-set-server=utf8 --innodb-flush-log-at-trx-commit=2
  await mariadb sql 'select 1'
}

start_rabbit() {
  start epmd "$epmd_port" epmd
  await epmd listens "$epmd_port"
  start rabbit "$rabbit_port" env HOME="$state/rabbit" RABBITMQ_NODENAME=ecs-metadata-conformance@localhost \
    RABBITMQ_CONF_ENV_FILE="$state/etc/none" RABBITMQ_CONFIG_FILE="$state/etc/rabbit.conf" \
    RABBITMQ_ADVANCED_CONFIG_FILE="$state/etc/none" RABBITMQ_ENABLED_PLUGINS_FILE="$state/etc/rabbit-plugins" \
    RABBITMQ_MNESIA_BASE="$state/rabbit" RABBITMQ_LOG_BASE="$state/log" RABBITMQ_PID_FILE="$state/rabbit/pid" \
    RABBITMQ_DIST_PORT="$rabbit_cluster_port" \
    RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS='-kernel inet_dist_use_interface {127,0,0,1}' \
    /usr/lib/rabbitmq/bin/rabbitmq-server
  await rabbit listens "$rabbit_port"
}

# serve NAME PORT MODULE SETTINGS: starts a daemon of OpenStack by the function that its command would call.
serve() { start "$1" "$2" /usr/bin/python3 -c "from $3 import main; main()" --config-file "$state/etc/$4.conf"; }

start_openstack() {
  start neutron "$neutron_port" /usr/bin/python3 "$here/neutron.py" "$neutron_port"
  start keystone "$keystone_port" keystone-wsgi-public --host 127.0.0.1 --port "$keystone_port"
  start placement "$placement_port" placement-api --host 127.0.0.1 --port "$placement_port"
  await keystone listens "$keystone_port"
  await placement listens "$placement_port"
  serve glance "$glance_port" glance.cmd.api glance
  serve conductor 0 nova.cmd.conductor nova
  serve scheduler 0 nova.cmd.scheduler nova
  serve api "$nova_port" nova.cmd.api_os_compute nova
  await glance listens "$glance_port"
  await api listens "$nova_port"
  serve compute 0 nova.cmd.compute nova
}

# A first start that was cut short begins anew.
if [ ! -e "$state/made" ]; then prepare; fi
start_mariadb
start_rabbit
if [ ! -e "$state/made" ]; then
  say 'Making the databases …'
  "$here/databases.sh" >>"$state/log/databases.log" 2>&1 ||
    fail "The databases could not be made; see $state/log/databases.log"
  touch "$state/made"
fi
say 'Starting OpenStack …'
start_openstack
OS_CLIENT_CONFIG_FILE=$state/clouds.yaml /usr/bin/python3 "$here/furnish.py" "$state" "$keystone_port" "$nova_port"
