/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void rc_action_reason_show (GtkWidget *button, const char *reason);
void rc_action_reason_show_beneath (GtkLabel *label, const char *reason, const char *page);

G_END_DECLS
