/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-workspace.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define RC_TYPE_MESSAGE_WINDOW (rc_message_window_get_type ())
G_DECLARE_FINAL_TYPE (RcMessageWindow, rc_message_window, RC, MESSAGE_WINDOW, AdwWindow)

/* Opens @uri for @window; FALSE with @error where that is known to fail. */
typedef gboolean (*RcUriLauncher) (GtkWindow *window, const char *uri, gpointer user_data, GError **error);

GtkWindow *rc_message_window_new (RcWorkspace *workspace, gint64 message_id);
void rc_message_window_set_launcher (RcMessageWindow *self, RcUriLauncher launch, gpointer user_data);
void rc_message_window_save (RcMessageWindow *self, GFile *file);

G_END_DECLS
