#!/usr/bin/env bash
# Installs mimic, a mock of Rackspace's OpenStack API, from PyPI, and starts it. Needs Python 3.
name=mimic release=
source "$(dirname "$(readlink -f "$0")")/../common.sh"
venv=$home/venv

if [ ! -e "$home/installed" ]; then
  say "Installing mimic into $home …"
  mkdir -p "$home"
  install python3 -m venv --clear "$venv"
  # attrs and testtools: later releases removed what mimic uses.
  install "$venv/bin/pip" install --quiet mimic==2.2.0 'attrs<23' 'testtools<2' setuptools
  touch "$home/installed"
fi

port=$(free_port)
start "$venv/bin/twistd" -n --pidfile= mimic --realtime --listen "tcp:$port:interface=127.0.0.1"
wait_for listens "$port"
"$venv/bin/python" "$here/write_config.py" "$port" "$run"
echo "$run"
