#!/usr/bin/env bash
# install.sh FOLDER VERSION: installs pkgcloud from npm.
set -euo pipefail
cp "$(dirname "$0")/pkgcloud-driver.cjs" "$1/driver.cjs"
npm install --silent --no-audit --no-fund --prefix "$1" "pkgcloud@$2"
