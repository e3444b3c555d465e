#!/usr/bin/env bash
# Stops what up.sh started.
name=mockoon release=
source "$(dirname "$(readlink -f "$0")")/../common.sh"
stop
