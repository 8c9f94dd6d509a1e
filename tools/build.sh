#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Usage: tools/build.sh DIRECTORY [MESON-OPTION…]
# Configures the build directory once, with ccache where there is one, and builds.
set -euo pipefail

cd "$(dirname "$0")/.."
directory=$1
shift

if [ -z "${CC:-}" ] && command -v ccache >/dev/null; then
  export CC='ccache gcc'
fi
[ -e "$directory/build.ninja" ] || meson setup "$directory" "$@"
ninja -C "$directory"
