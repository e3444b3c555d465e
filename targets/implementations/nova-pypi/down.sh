#!/usr/bin/env bash
# down.sh RELEASE: stops what up.sh started.
name=nova release=${1:?usage: down.sh RELEASE, such as 34}
source "$(dirname "$(readlink -f "$0")")/../common.sh"
stop
