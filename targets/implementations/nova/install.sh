#!/usr/bin/env bash
# Installs Debian's packages. Services that they bring for the whole machine are neither started nor enabled by it: they
# would listen on every interface.
set -euo pipefail
source "$(dirname "$(readlink -f "$0")")/settings.sh"

log=$state/log/install.log
packages=(python3-nova python3-keystone python3-placement python3-glance mariadb-server-core mariadb-client-core
  rabbitmq-server)

installed() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

missing=()
for package in "${packages[@]}"; do
  if ! installed "$package"; then missing+=("$package"); fi
done
units=()
if ! installed erlang-base; then units+=(epmd.socket epmd.service); fi
if ! installed rabbitmq-server; then units+=(rabbitmq-server.service); fi

apt-get update -q >>"$log" 2>&1
if ((${#missing[@]})); then
  say "Installing ${missing[*]} …"
  if [ ! -e /usr/sbin/policy-rc.d ]; then
    trap 'rm /usr/sbin/policy-rc.d' EXIT
    printf '#!/bin/sh\nexit 101\n' >/usr/sbin/policy-rc.d
    chmod +x /usr/sbin/policy-rc.d
  fi
  DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends "${missing[@]}" >>"$log" 2>&1
  if ((${#units[@]})) && command -v systemctl >/dev/null; then systemctl disable --quiet "${units[@]}"; fi
fi

# Two files are wanted of packages that are not.
cd "$state/etc"
apt-get download -q nova-common glance-common >>"$log" 2>&1
dpkg-deb --fsys-tarfile nova-common_*.deb | tar -xO ./usr/share/nova-common/api-paste.ini >nova-paste.ini
dpkg-deb --fsys-tarfile glance-common_*.deb | tar -xO ./usr/share/glance-common/glance-api-paste.ini >glance-paste.ini
rm ./*.deb
