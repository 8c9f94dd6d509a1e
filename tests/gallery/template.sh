#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Usage: template.sh SOURCE POT. The sentences of the program, as they stand in the sources now.
set -eu
output=$(realpath -m "$2")
cd "$1"
xgettext --from-code=UTF-8 --add-comments=Translators --files-from=po/POTFILES --output="$output" \
  --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 --keyword=g_dngettext:2,3 \
  --keyword=g_dcgettext:2 --keyword=g_dpgettext2:2c,3 \
  --flag=N_:1:pass-c-format --flag=C_:2:pass-c-format --flag=NC_:2:pass-c-format \
  --flag=g_dngettext:2:pass-c-format --flag=g_strdup_printf:1:c-format --flag=g_string_printf:2:c-format \
  --flag=g_string_append_printf:2:c-format --flag=g_error_new:3:c-format --flag=g_set_error:4:c-format \
  --flag=g_markup_printf_escaped:1:c-format --flag=g_printerr:1:c-format
