#!/usr/bin/env bash
# drive.sh FOLDER: makes one call; ../driver.py tells the form of the input and the output.
# A driver lives for one call: a fast start counts.
exec java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "$1/classes:$1/lib/*" JcloudsDriver
