#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Usage: tools/format.sh [--check]
# Lays out all C sources and lists those with sentences to translate in po/POTFILES; or fails and shows where one differs from .clang-format.
set -euo pipefail

cd "$(dirname "$0")/.."
formatter=$(command -v clang-format-14 || command -v clang-format)
mode=(-i)

if [ "${1:-}" = --check ]; then
  # Each release of clang-format lays out a few things in another way; the tree follows this one.
  if ! "$formatter" --version | grep -q 'version 14\.'; then
    echo "The layout is checked by clang-format 14 only; here is $("$formatter" --version)"
    exit 77
  fi
  mode=(--dry-run -Werror)
else
  /usr/bin/python3 tests/habits/potfiles.py "$PWD" --write
fi

find . -path './build*' -prune -o -name '*.[ch]' -type f -print0 | xargs -0 -r "$formatter" --style=file "${mode[@]}"
