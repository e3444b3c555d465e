#!/usr/bin/env bash
# Installs Prism from npm, and starts it as a mock of contracts/openapi.yaml. Needs Node.js.
name=prism release=
source "$(dirname "$(readlink -f "$0")")/../common.sh"

install_from_npm @stoplight/prism-cli 5.14.2
port=$(free_port)
start node "$home/node_modules/@stoplight/prism-cli/dist/index.js" mock --host 127.0.0.1 --port "$port" "$document"
wait_for listens "$port"
write_mock_files "http://127.0.0.1:$port" 5.14.2 "$home/node_modules"
echo "$run"
