# shellcheck shell=bash
# shellcheck disable=SC2034 # the scripts that source this use them
# What the scripts of this folder share: where everything lies, the ports, how a daemon is started, found and stopped.

here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
state=${XDG_STATE_HOME:-${HOME:?}/.local/state}/ecs-metadata-conformance-nova

# All on 127.0.0.1. The usual ports plus 20000, save RabbitMQ's: that one is taken where another RabbitMQ runs.
keystone_port=25000
nova_port=28774
placement_port=28778
glance_port=29292
neutron_port=29696
rabbit_port=25673
rabbit_cluster_port=25674
epmd_port=24369

# Debian's programs need Debian's Python, and nothing on loopback needs a proxy.
export PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 no_proxy=127.0.0.1 NO_PROXY=127.0.0.1
unset PYTHONPATH PYTHONHOME
export OS_KEYSTONE_CONFIG_DIR=$state/etc/keystone OS_PLACEMENT_CONFIG_DIR=$state/etc/placement
export ERL_EPMD_ADDRESS=127.0.0.1 ERL_EPMD_PORT=$epmd_port

say() { echo "$*" >&2; }

fail() {
  say "$@"
  exit 1
}

sql() { mariadb --no-defaults --user=root --socket="$state/mariadb.sock" --execute="$1"; }

listens() { (: <>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# running NAME: whether the process that was started by this name still is that one, as its environment tells.
running() {
  [ -e "$state/run/$1" ] && grep -qsz "^ECS_METADATA_NOVA=$state/$1$" "/proc/$(cat "$state/run/$1")/environ"
}

# start NAME PORT COMMAND…: starts a daemon that is not running yet; PORT is 0 for one that does not listen.
start() {
  local name=$1 port=$2
  shift 2
  if running "$name"; then return; fi
  if [ "$port" != 0 ] && listens "$port"; then fail "$name needs port $port of 127.0.0.1, which is in use."; fi
  ECS_METADATA_NOVA=$state/$name setsid "$@" >>"$state/log/$name.log" 2>&1 </dev/null &
  echo $! >"$state/run/$name"
}

# await NAME COMMAND…: waits until the command succeeds; gives up when the daemon has ended, or after two minutes.
await() {
  local name=$1 tries=240
  shift
  until "$@" >/dev/null 2>&1; do
    sleep 0.5
    running "$name" || fail "$name ended; $state/log/$name.log tells why."
    ((tries--)) || fail "$name does not answer; see $state/log/$name.log"
  done
}

# stop NAME: asks the daemon to end, and ends its whole process group if it has not after 20 seconds.
stop() {
  local pid tries=40
  if running "$1"; then
    pid=$(cat "$state/run/$1")
    kill "$pid"
    while running "$1" && ((tries--)); do sleep 0.5; done
    if running "$1"; then kill -KILL -- "-$pid"; fi
  fi
  rm -f "$state/run/$1"
}
