#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs the benchmarks of bench/ in a release build: figures of a debug build say nothing.
set -euo pipefail

cd "$(dirname "$0")/.."
tools/setup.sh build run
tools/build.sh build-bench -Dbuildtype=release
exec meson test -C build-bench --no-rebuild --benchmark --verbose
