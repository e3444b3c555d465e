#!/usr/bin/env bash
# Writes the settings of every service. What is not named here stays as OpenStack has it.
set -euo pipefail
source "$(dirname "$(readlink -f "$0")")/settings.sh"

password=$(cat "$state/password")
cd "$state/etc"
mkdir -p keystone placement

database() { echo "connection = mysql+pymysql://root@localhost/$1?unix_socket=$state/mariadb.sock&charset=utf8"; }

# What the services know each other by: Keystone's first user.
credentials() {
  cat <<END
auth_type = password
auth_url = http://127.0.0.1:$keystone_port/v3
username = admin
password = $password
project_name = admin
user_domain_id = default
project_domain_id = default
END
}

# catalog TYPE PORT[/PATH]: where clients, and the other services, find a service.
catalog() {
  local interface
  echo "catalog.RegionOne.$1.name = $1"
  for interface in public internal; do echo "catalog.RegionOne.$1.${interface}URL = http://127.0.0.1:$2"; done
}

echo '[].' >rabbit-plugins
cat >rabbit.conf <<END
listeners.tcp.local = 127.0.0.1:$rabbit_port
default_user = nova
default_pass = $password
END

{
  catalog identity "$keystone_port/v3"
  catalog compute "$nova_port/v2.1"
  catalog placement "$placement_port"
  catalog image "$glance_port"
  catalog network "$neutron_port"
} >keystone/catalog
cat >keystone/keystone.conf <<END
[database]
$(database keystone)
[token]
expiration = 86400
[fernet_tokens]
key_repository = $state/etc/keystone/fernet
[fernet_receipts]
key_repository = $state/etc/keystone/fernet
[credential]
key_repository = $state/etc/keystone/credential
[catalog]
driver = templated
template_file = $state/etc/keystone/catalog
END

cat >placement/placement.conf <<END
[placement_database]
$(database placement)
[keystone_authtoken]
$(credentials)
END

cat >glance.conf <<END
[DEFAULT]
bind_host = 127.0.0.1
bind_port = $glance_port
workers = 0
[database]
$(database glance)
[glance_store]
filesystem_store_datadir = $state/images
[paste_deploy]
flavor = keystone
config_file = $state/etc/glance-paste.ini
[keystone_authtoken]
$(credentials)
END

# A member of a project may do what leads into the vm_states error and shelved_offloaded, so that the suite gets there.
cat >nova-policy.yaml <<END
"os_compute_api:os-admin-actions:reset_state": "rule:project_member_or_admin"
"os_compute_api:os-shelve:shelve_offload": "rule:project_member_or_admin"
END
cat >nova.conf <<END
[DEFAULT]
host = fake
my_ip = 127.0.0.1
state_path = $state/nova
transport_url = rabbit://nova:$password@127.0.0.1:$rabbit_port/
compute_driver = fake.FakeDriver
enabled_apis = osapi_compute
osapi_compute_listen = 127.0.0.1
osapi_compute_listen_port = $nova_port
osapi_compute_workers = 2
shelved_offload_time = -1
sync_power_state_interval = -1
[wsgi]
api_paste_config = $state/etc/nova-paste.ini
[oslo_policy]
policy_file = $state/etc/nova-policy.yaml
[oslo_concurrency]
lock_path = $state/nova
[api_database]
$(database nova_api)
[database]
$(database nova)
[conductor]
workers = 1
[scheduler]
workers = 1
discover_hosts_in_cells_interval = 5
[placement]
$(credentials)
[neutron]
$(credentials)
[keystone_authtoken]
$(credentials)
END
