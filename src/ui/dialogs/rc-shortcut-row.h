/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-shortcuts.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* Property: accelerator (text, as for gtk_accelerator_parse()). The title is AdwPreferencesRow's. */
#define RC_TYPE_SHORTCUT_ROW (rc_shortcut_row_get_type ())
G_DECLARE_FINAL_TYPE (RcShortcutRow, rc_shortcut_row, RC, SHORTCUT_ROW, AdwPreferencesRow)

GtkWidget *rc_shortcut_row_new (const RcShortcut *shortcut);
const RcShortcut *rc_shortcut_row_get_shortcut (RcShortcutRow *self);
gboolean rc_shortcut_row_matches (RcShortcutRow *self, const char *folded);

G_END_DECLS
