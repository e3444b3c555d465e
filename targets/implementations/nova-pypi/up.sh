#!/usr/bin/env bash
# up.sh RELEASE: installs the newest stable OpenStack Nova of a major release (27 to 34) from PyPI, and starts it.
# Needs Python 3.11.
name=nova release=${1:?usage: up.sh RELEASE, such as 34}
source "$(dirname "$(readlink -f "$0")")/../common.sh"

# Three weeks after the first package of the release. What Nova depends on is installed as it was on this day: a newer
# library often breaks an older Nova.
pins=()
case $release in
# Nova 27 imports sqlalchemy-migrate, which needs SQLAlchemy 1.
27) day=2023-04-15 pins=('sqlalchemy<2') ;;
28) day=2023-10-25 ;;
29) day=2024-04-25 ;;
30) day=2024-10-25 ;;
31) day=2025-04-25 ;;
32) day=2025-10-25 ;;
# cursive uses curves that later releases of cryptography removed.
33) day=2026-04-25 pins=('cryptography<46') ;;
34) day=2026-10-20 ;;
*) fail "Nova $release is not known here: 27 to 34 are." ;;
esac
# The functional fixtures of Nova need these, beside what Nova itself depends on.
fixtures=(fixtures oslotest testtools testresources testscenarios wsgi-intercept openstack-placement)
venv=$home/venv

if [ ! -e "$home/installed" ]; then
  say "Installing Nova $release into $home …"
  mkdir -p "$home"
  need python3.11
  install python3 -m venv --clear "$home/uv"
  install "$home/uv/bin/pip" install --quiet uv
  # uv does not read the settings of pip.
  index=${PIP_INDEX_URL:-$("$home/uv/bin/pip" config get global.index-url 2>/dev/null || true)}
  if [ -n "$index" ]; then export UV_DEFAULT_INDEX=$index; fi
  # The Python of the distribution first: others are often built without optimizations.
  PATH=/usr/bin:$PATH install "$home/uv/bin/uv" venv --quiet --clear --python 3.11 "$venv"
  install "$home/uv/bin/uv" pip install --quiet --python "$venv/bin/python" --exclude-newer "${day}T00:00:00Z" \
    --exclude-newer-package "nova=$(date -u +%FT%TZ)" "nova==$release.*" "${fixtures[@]}" "${pins[@]}"
  # The fixtures expect Nova's settings beside its source, as in a source repository.
  ln -s "$venv/etc" "$venv"/lib/python3.11/site-packages/etc
  touch "$home/installed"
fi

mkdir -p "$home/tmp"
TMPDIR=$home/tmp start "$venv/bin/python" -W ignore "$here/serve.py" "$(free_port)" "$run"
wait_for test -s "$run/config.yaml"
echo "$run"
