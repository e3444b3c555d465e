#!/usr/bin/env bash
# install.sh FOLDER VERSION
exec bash "$(dirname "$0")/../install-python.sh" "$1" "apache-libcloud==$2"
