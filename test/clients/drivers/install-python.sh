# shellcheck shell=bash
# python.sh FOLDER PACKAGE==VERSION: installs a client from PyPI into a virtual environment. Needs Python 3.
set -euo pipefail
python3 -m venv "$1/venv"
"$1/venv/bin/pip" install --quiet --disable-pip-version-check "$2"
