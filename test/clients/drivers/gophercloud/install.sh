#!/usr/bin/env bash
# install.sh FOLDER VERSION: builds the driver with gophercloud from the Go module proxy. Needs Go 1.25.
set -euo pipefail
cp "$(dirname "$0")/main.go" "$1/main.go"
cd "$1"
printf 'module driver\n\ngo 1.25.0\n' >go.mod
go get "github.com/gophercloud/gophercloud/v2@v$2"
go build -o driver .
