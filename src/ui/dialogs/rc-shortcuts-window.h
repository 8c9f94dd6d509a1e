/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RC_TYPE_SHORTCUTS_WINDOW (rc_shortcuts_window_get_type ())
G_DECLARE_FINAL_TYPE (RcShortcutsWindow, rc_shortcuts_window, RC, SHORTCUTS_WINDOW, AdwWindow)

GtkWindow *rc_shortcuts_window_new (void);

G_END_DECLS
