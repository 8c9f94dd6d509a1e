#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Usage: tools/screenshots.sh [LANGUAGE…]
# Takes a picture of every window in every language, light and dark, wide, at 360 px and with large text, into
# build/screenshots, with a page to look through them; and the pictures of the help, and the one of all languages.
set -euo pipefail

cd "$(dirname "$0")/.."
tools/setup.sh build run test
tools/build.sh build

declare -A locales=([en]=en_US [da]=da_DK [fr]=fr_FR [it]=it_IT [pl]=pl_PL [pt_BR]=pt_BR)
languages=("${@:-en}")
[ $# -gt 0 ] || languages=(en da fr it pl pt_BR)
pictures="$PWD/build/screenshots"

# On a screen so wide the pointer, which waits in its middle, is beside the windows.
take () { # LANGUAGE SCHEME
  LC_ALL="${locales[$1]}.UTF-8" LANGUAGE="$1" TZ=UTC LOCPATH="$PWD/build/tests/locales" \
    ADW_DEBUG_COLOR_SCHEME="prefer-$2" RC_GALLERY_LOCALE_DIR="$PWD/build/po" \
    G_TEST_SRCDIR="$PWD/tests/ui" G_TEST_BUILDDIR="$PWD/build/tests/ui" \
    GSETTINGS_BACKEND=memory GSETTINGS_SCHEMA_DIR="$PWD/build/data" GTK_A11Y=none \
    XDG_DATA_DIRS="$PWD/data:${XDG_DATA_DIRS:-/usr/local/share:/usr/share}" \
    SCREEN=2800x900 tools/headless.sh build/tests/window-gallery --pictures "$pictures/$1/$2" >/dev/null
  echo "$1, $2: $(find "$pictures/$1/$2" -name '*.png' | wc -l) pictures"
}

# Half the colours of a picture are those of smoothed letters: a palette is a quarter of the size.
put_in_help () { # LANGUAGE
  local folder=help/${1/#en/C}/figures
  mkdir -p "$folder"
  convert "$pictures/$1/light/wide/ready-for-renewal.png" +dither -colors 96 "png8:$folder/window.png"
  for name in purchase-authorization renewal; do
    convert "$pictures/$1/light/wide/$name.png" +dither -colors 96 "png8:$folder/$name.png"
  done
  convert "$pictures/$1/light/wide/import-mapping.png" +dither -colors 96 "png8:$folder/import.png"
}

# The same window in each, beside each other.
compare () {
  local parts=()
  for language in "${languages[@]}"; do
    parts+=(-label "$language" "$pictures/$language/light/wide/ready-for-renewal.png")
  done
  montage -font DejaVu-Sans -pointsize 20 "${parts[@]}" -tile 2x -geometry '960x+12+12' -background white miff:- |
    convert - +dither -colors 128 "png8:$1"
}

for language in "${languages[@]}"; do
  take "$language" light
  take "$language" dark
  put_in_help "$language"
done
[ $# -gt 0 ] || compare docs/pictures/languages.png
/usr/bin/python3 tools/screenshots-page.py "$pictures"
echo "Look through them: $pictures/index.html"
