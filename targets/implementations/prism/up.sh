#!/usr/bin/env bash
# Installs Prism from npm, and starts it as a mock of contracts/openapi.yaml. Needs Node.js.
name=prism release=
source "$(dirname "$(readlink -f "$0")")/../common.sh"
cli=$home/node_modules/@stoplight/prism-cli

if [ ! -e "$home/installed" ]; then
  say "Installing Prism into $home …"
  mkdir -p "$home"
  npm install --silent --no-audit --no-fund --prefix "$home" @stoplight/prism-cli@5.14.2
  touch "$home/installed"
fi

port=$(free_port)
start node "$cli/dist/index.js" mock --host 127.0.0.1 --port "$port" "$here/../../../contracts/openapi.yaml"
wait_for listens "$port"
# It takes any project, server and token.
write_mock_files "http://127.0.0.1:$port" "$(node -p "require('$cli/package.json').version")" "$home/node_modules"
echo "$run"
