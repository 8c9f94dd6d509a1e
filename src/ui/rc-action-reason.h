/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void rc_action_reason_show (GtkWidget *button, const char *reason);

G_END_DECLS
