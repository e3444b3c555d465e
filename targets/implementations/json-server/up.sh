#!/usr/bin/env bash
# Installs json-server from npm, and starts it with one resource for each server. Needs Node.js.
name=json-server release=
source "$(dirname "$(readlink -f "$0")")/../common.sh"

install_from_npm json-server 0.17.4
port=$(free_port)
write_files() {
  # A resource that is not a list: PUT replaces it by the body, and GET shows it.
  local resources=()
  for id in "${mock_servers[@]}"; do resources+=("\"$id\": { \"metadata\": {} }"); done
  (
    IFS=,
    echo "{ ${resources[*]} }" >"$run/db.json"
  )
  echo '{ "/:version/:project/servers/:server/metadata": "/:server" }' >"$run/routes.json"
}
start bash -c "…"
