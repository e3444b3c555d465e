#!/usr/bin/env bash
# install.sh FOLDER VERSION
here=$(dirname "$0")
exec bash "$here/../install-java.sh" "$1" "$here/Openstack4jDriver.java" \
  "com.github.openstack4j.core:openstack4j-core:$2" \
  "com.github.openstack4j.core.connectors:openstack4j-okhttp:$2" \
  org.slf4j:slf4j-nop:1.7.36
