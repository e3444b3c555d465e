#!/usr/bin/env bash
# drive.sh FOLDER: makes one call; driver.py tells the form of the input and the output.
here=$(dirname "$0")
PYTHONPATH=$here/.. PYTHONDONTWRITEBYTECODE=1 exec "$1/venv/bin/python" -W ignore "$here/openstackclient_driver.py"
