#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Usage: tools/tour.sh [--pictures DIRECTORY]
# Drives the real window through its accessibility interface on a virtual display.
set -euo pipefail

cd "$(dirname "$0")/.."
tools/setup.sh build run
tools/build.sh build
export GSETTINGS_SCHEMA_DIR="$PWD/build/data"
export XDG_DATA_DIRS="$PWD/data:${XDG_DATA_DIRS:-/usr/local/share:/usr/share}" # the program's icon
export RC_MODULE_DIR="$PWD/build/src/mail"
exec tools/headless.sh /usr/bin/python3 tests/journeys/tour.py "$PWD/build/src/app/reseller-console" "$@"
