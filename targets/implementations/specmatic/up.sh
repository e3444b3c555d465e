#!/usr/bin/env bash
# Installs Specmatic from npm, and starts it as a mock of contracts/openapi.yaml. Needs Node.js, and Java 17 or newer.
name=specmatic release=
source "$(dirname "$(readlink -f "$0")")/../common.sh"

need java
install_from_npm specmatic 2.55.1
port=$(free_port)
start java -jar "$home/node_modules/specmatic/specmatic.jar" mock --host 127.0.0.1 --port "$port" "$document"
wait_for listens "$port"
write_mock_files "http://127.0.0.1:$port" 2.55.1 "$home/node_modules"
echo "$run"
