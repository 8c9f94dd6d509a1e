/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RC_TYPE_ACTION_BUTTON (rc_action_button_get_type ())
G_DECLARE_FINAL_TYPE (RcActionButton, rc_action_button, RC, ACTION_BUTTON, GtkButton)

GtkWidget *rc_action_button_new (void);

G_END_DECLS
