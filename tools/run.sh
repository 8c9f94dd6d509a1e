#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds and starts the program from the build directory; without a display, the tour of it.
set -euo pipefail

cd "$(dirname "$0")/.."
tools/setup.sh build run
tools/build.sh build

if [ -z "${WAYLAND_DISPLAY:-}${DISPLAY:-}" ]; then
  echo "There is no display here: the window is shown on a virtual one and a script takes the tour."
  exec tools/tour.sh
fi
export GSETTINGS_SCHEMA_DIR="$PWD/build/data"
export XDG_DATA_DIRS="$PWD/data:${XDG_DATA_DIRS:-/usr/local/share:/usr/share}" # the program's icon
export RC_MODULE_DIR="$PWD/build/src/mail"
exec build/src/app/reseller-console "$@"
