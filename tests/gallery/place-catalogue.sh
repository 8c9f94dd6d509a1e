#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Usage: place-catalogue.sh PO FOLDER STAMP. Compiles a catalogue into the folder of its language.
set -eu
mkdir -p "$2"
msgfmt --output-file="$2/reseller-console.mo" "$1"
: >"$3"
