/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-workspace.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define RC_TYPE_MESSAGE_WINDOW (rc_message_window_get_type ())
G_DECLARE_FINAL_TYPE (RcMessageWindow, rc_message_window, RC, MESSAGE_WINDOW, AdwWindow)

GtkWindow *rc_message_window_new (RcWorkspace *workspace, gint64 message_id);

G_END_DECLS
