#!/usr/bin/env bash
# Makes the tables of every service, Keystone's first user, and Nova's cell.
set -euo pipefail
source "$(dirname "$(readlink -f "$0")")/settings.sh"

keystone() { keystone-manage --config-file "$OS_KEYSTONE_CONFIG_DIR/keystone.conf" "$@"; }
placement() { placement-manage --config-file "$OS_PLACEMENT_CONFIG_DIR/placement.conf" "$@"; }

# manage SERVICE COMMAND…: nova-manage and glance-manage, whose packages are not wanted.
manage() {
  local main="import sys; from $1.cmd.manage import main; sys.exit(main())"
  /usr/bin/python3 -c "$main" --config-file "$state/etc/$1.conf" "${@:2}"
}

for name in keystone placement glance nova_api nova_cell0 nova; do sql "create database $name"; done
keystone db_sync
keystone fernet_setup --keystone-user root --keystone-group root
keystone credential_setup --keystone-user root --keystone-group root
keystone bootstrap --bootstrap-password "$(cat "$state/password")"
placement db sync
manage glance db_sync
manage nova api_db sync
manage nova cell_v2 map_cell0
manage nova cell_v2 create_cell
manage nova db sync
