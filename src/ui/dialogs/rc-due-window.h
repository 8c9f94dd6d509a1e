/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-due-messages.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define RC_TYPE_DUE_WINDOW (rc_due_window_get_type ())
G_DECLARE_FINAL_TYPE (RcDueWindow, rc_due_window, RC, DUE_WINDOW, AdwWindow)

GtkWindow *rc_due_window_new (RcDueMessages *due);

G_END_DECLS
