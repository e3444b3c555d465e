#!/usr/bin/env bash
# drive.sh FOLDER: makes one call; ../driver.py tells the form of the input and the output.
exec "$1/driver"
