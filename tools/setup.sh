#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Usage: tools/setup.sh SECTION…
# Installs what is missing of the sections of debian-packages.txt. Asks nothing, and does nothing where
# all is there. On another system it checks the libraries and says what to install.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)

packages_of () {
  awk -v wanted="[$1]" '/^\[/ { inside = ($0 == wanted); next } inside && NF && !/^#/' "$here/debian-packages.txt"
}

is_installed () {
  [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

as_root () {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    echo "Missing packages, and neither root nor sudo to install them: ${missing[*]}" >&2
    exit 1
  fi
}

install_on_debian () {
  missing=()
  for section in "$@"; do
    for package in $(packages_of "$section"); do
      is_installed "$package" || missing+=("$package")
    done
  done
  [ ${#missing[@]} -eq 0 ] && return
  echo "Installing: ${missing[*]}"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -q update
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends install "${missing[@]}"
}

check_elsewhere () {
  local modules=('glib-2.0 >= 2.74' 'gmodule-no-export-2.0 >= 2.74' 'gtk4 >= 4.8' 'libadwaita-1 >= 1.2' 'sqlite3 >= 3.40' 'json-glib-1.0 >= 1.6'
    'icu-i18n >= 72' 'icu-uc >= 72' 'gmime-3.0 >= 3.2' 'libcurl >= 7.88' 'libsecret-1 >= 0.20')
  local absent=()
  for tool in cc meson ninja msgfmt pkg-config; do
    command -v "$tool" >/dev/null || absent+=("$tool")
  done
  for module in "${modules[@]}"; do
    pkg-config --exists "$module" 2>/dev/null || absent+=("$module")
  done
  [ ${#absent[@]} -eq 0 ] && return
  echo "This is not Debian, so please install these with their development files:" >&2
  printf '  %s\n' "${absent[@]}" >&2
  echo "tools/debian-packages.txt has Debian's names for all that is used." >&2
  exit 1
}

if command -v dpkg-query >/dev/null && [ -e /etc/debian_version ]; then
  install_on_debian "$@"
else
  check_elsewhere
fi
