# shellcheck shell=bash
# shellcheck disable=SC2034 # the scripts that source this use them
# Shared by up.sh and down.sh of the implementations that come from a package registry. They set `name` and `release`.
#
# They need Linux. An implementation is installed into a cache folder outside the repository, and
# listens on a free port of 127.0.0.1. up.sh prints the folder with `config.yaml` (settings of the suite), `about.json`
# (`version`, `package`: the folder of the installed source) and `log`.
set -euo pipefail
umask 077

here=$(dirname "$(readlink -f "$0")")
home=${XDG_CACHE_HOME:-${HOME:?}/.cache}/ecs-metadata-conformance/implementations/$name${release:+-$release}
run=$home/run
# Nothing on loopback needs a proxy.
export no_proxy=127.0.0.1 NO_PROXY=127.0.0.1

say() { echo "$*" >&2; }

fail() {
  say "$@"
  exit 1
}

# need PROGRAM…: ends with one sentence where a program is missing.
need() {
  local program
  for program in "$@"; do
    if ! command -v "$program" >/dev/null; then fail "$name needs the program $program: install it, and try again."; fi
  done
}
need curl python3 setsid

# install COMMAND…: a step of the installation. What it left behind is replaced by the next try. Only the folder of a run
# is written to the standard output.
install() {
  "$@" >&2 || fail "$name${release:+ $release} could not be installed: the reason is above. Is the package registry reachable?"
}

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

# A process has the id in run/pid and is ours only if its environment says so: ids are used again.
running() { [ -s "$run/pid" ] && grep -qsz "^ECS_METADATA_IMPLEMENTATION=$run$" "/proc/$(cat "$run/pid")/environ"; }

stop() {
  if running; then
    local pid
    pid=$(cat "$run/pid")
    kill "$pid" || true
    for _ in $(seq 40); do
      if ! running; then break; fi
      sleep 0.25
    done
    if running; then kill -9 "$pid" || true; fi
  fi
  rm -rf "$run"
}

# start COMMAND…: starts the implementation in the background, in an empty folder `run`.
start() {
  stop
  mkdir -p "$run"
  ECS_METADATA_IMPLEMENTATION=$run setsid "$@" >"$run/log" 2>&1 </dev/null &
  echo $! >"$run/pid"
}

# wait_for COMMAND…: until it succeeds; 300 s at most: a busy machine is slow.
wait_for() {
  for _ in $(seq 600); do
    if "$@"; then return; fi
    # `running` is not yet true of a process that is about to start.
    if ! kill -0 "$(cat "$run/pid")" 2>/dev/null; then break; fi
    sleep 0.5
  done
  tail -n 60 "$run/log" >&2
  stop
  fail "$name${release:+ $release} did not start; the end of its log is above."
}

listens() { curl -s -o /dev/null "http://127.0.0.1:$1/"; }

# install_from_npm PACKAGE VERSION: into a folder of its own, once.
install_from_npm() {
  if [ -e "$home/installed" ]; then return; fi
  say "Installing $1 $2 into $home …"
  mkdir -p "$home"
  need npm
  install npm install --loglevel error --no-audit --no-fund --prefix "$home" "$1@$2"
  touch "$home/installed"
}

# The document that a generic mock serves.
document=$here/../../../contracts/openapi.yaml

# Ids for a mock that knows no servers of its own.
mock_servers=(11111111-1111-4111-8111-111111111111 22222222-2222-4222-8222-222222222222)
other_mock_server=33333333-3333-4333-8333-333333333333

# write_mock_files URL VERSION FOLDER: the files of a mock that takes any project, server and token.
write_mock_files() {
  cat >"$run/config.yaml" <<END
target: $1
projectId: 0123456789abcdef0123456789abcdef
serverId: [$(IFS=, && echo "${mock_servers[*]}")]
token: member-of-the-project
otherProjectId: fedcba9876543210fedcba9876543210
otherToken: member-of-the-other-project
otherServerId: $other_mock_server
END
  printf '{ "version": "%s", "package": "%s" }\n' "$2" "$3" >"$run/about.json"
}
