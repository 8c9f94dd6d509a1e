#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What the compiler of the daily build does not see: clang's warnings, the scripts, the habits of the tree.
set -euo pipefail

cd "$(dirname "$0")/.."
tools/setup.sh build run test
CC=clang tools/build.sh build-clang
meson test -C build-clang --no-rebuild --print-errorlogs --suite habits
