/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-workspace.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define RC_TYPE_PREFERENCES_WINDOW (rc_preferences_window_get_type ())
G_DECLARE_FINAL_TYPE (RcPreferencesWindow, rc_preferences_window, RC, PREFERENCES_WINDOW, AdwWindow)

GtkWindow *rc_preferences_window_new (RcWorkspace *workspace);
void rc_preferences_window_show_mail (RcPreferencesWindow *self);
void rc_preferences_window_import_catalogue (RcPreferencesWindow *self, GFile *file);

G_END_DECLS
