#!/usr/bin/env bash
# Installs json-server from npm, and starts it with a resource for each server. Needs Node.js.
name=json-server release=
source "$(dirname "$(readlink -f "$0")")/../common.sh"

install_from_npm json-server 0.17.4
# A resource that is not a list: GET shows it, and PUT replaces it with the body.
resources=$(printf '"%s": { "metadata": {} },' "${mock_servers[@]}" "$other_mock_server")
echo "{ ${resources%,} }" >"$home/db.json"
echo '{ "/:version/:project/servers/:server/metadata": "/:server" }' >"$home/routes.json"
port=$(free_port)
start node "$home/node_modules/json-server/lib/cli/bin.js" --host 127.0.0.1 --port "$port" --quiet \
  --routes "$home/routes.json" "$home/db.json"
wait_for listens "$port"
write_mock_files "http://127.0.0.1:$port" 0.17.4 "$home/node_modules"
echo "$run"
