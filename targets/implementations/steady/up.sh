#!/usr/bin/env bash
# Installs Steady from npm, and starts it as a mock of contracts/openapi.yaml. Needs Node.js.
name=steady release=
source "$(dirname "$(readlink -f "$0")")/../common.sh"

install_from_npm @stdy/cli 0.22.2
port=$(free_port)
start node "$home/node_modules/@stdy/cli/steady.js" --host 127.0.0.1 --port "$port" --quiet "$document"
wait_for listens "$port"
write_mock_files "http://127.0.0.1:$port" 0.22.2 "$home/node_modules"
echo "$run"
