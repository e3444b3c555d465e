#!/usr/bin/env bash
# Installs Mockoon from npm, and starts it as a mock of contracts/openapi.yaml. Needs Node.js.
name=mockoon release=
source "$(dirname "$(readlink -f "$0")")/../common.sh"

install_from_npm @mockoon/cli 9.9.0
port=$(free_port)
start node "$home/node_modules/@mockoon/cli/bin/run.js" start --data "$document" --hostname 127.0.0.1 --port "$port" \
  --disable-log-to-file --disable-admin-api
wait_for listens "$port"
write_mock_files "http://127.0.0.1:$port" 9.9.0 "$home/node_modules"
echo "$run"
