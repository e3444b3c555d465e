#!/usr/bin/env bash
# drive.sh FOLDER: makes one call; ../driver.py tells the form of the input and the output.
exec java -cp "$1/classes:$1/lib/*" Openstack4jDriver
