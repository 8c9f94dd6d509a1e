#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds and runs every test. The last line is "N passed, N failed"; the exit status tells the same.
# SANITIZE=1 watches memory and undefined behaviour, VALGRIND=1 runs the displayless suites in Valgrind.
set -euo pipefail

cd "$(dirname "$0")/.."
directory=build
options=()
arguments=()

# A build that fails is a failure that the last line must tell too.
counted=
trap '[ -n "$counted" ] || echo "0 passed, 1 failed"' EXIT

if [ -n "${SANITIZE:-}" ]; then
  directory=build-sanitize
  options=('-Db_sanitize=address,undefined' -Db_lundef=false)
  export ASAN_OPTIONS="detect_leaks=1:abort_on_error=0${ASAN_OPTIONS:+:$ASAN_OPTIONS}"
  export LSAN_OPTIONS="suppressions=$PWD/tests/leaks.supp:print_suppressions=0"
  export UBSAN_OPTIONS="print_stacktrace=1:halt_on_error=1"
  export RC_TEST_UNHURRIED=1 # no limits of time but those against hanging
  arguments=(--timeout-multiplier 3)
fi
[ -n "${VALGRIND:-}" ] && arguments=(--setup valgrind)

tools/setup.sh build run test
tools/build.sh "$directory" "${options[@]}"

status=0
meson test -C "$directory" --no-rebuild --print-errorlogs "${arguments[@]}" || status=$?

logs="$directory/meson-logs/testlog${VALGRIND:+-valgrind}"
counted=yes
/usr/bin/python3 tools/count-tests.py "$logs.json" "$status"
