#!/usr/bin/env bash
# install.sh FOLDER VERSION
here=$(dirname "$0")
exec bash "$here/../install-java.sh" "$1" "$here/JcloudsDriver.java" "org.apache.jclouds.api:openstack-nova:$2" \
  com.google.code.gson:gson:2.10.1 org.slf4j:slf4j-nop:1.7.36
