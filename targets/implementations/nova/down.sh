#!/usr/bin/env bash
# Stops what up.sh started, and nothing else; with --remove, what it stored goes too. Debian's packages stay.
set -euo pipefail
source "$(dirname "$(readlink -f "$0")")/settings.sh"

# In the other order than they were started.
for name in compute api scheduler conductor glance placement keystone neutron rabbit epmd mariadb; do
  stop "$name"
done
if [ "${1:-}" = --remove ]; then rm -rf "$state"; fi
