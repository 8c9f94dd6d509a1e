/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Whether what a frame shows is what is waited for. */
typedef gboolean (*RcFrameCheck) (gpointer data);
typedef void (*RcFrameDone) (gint64 now, gpointer data);

void rc_frame_wait (GtkWidget *widget, RcFrameCheck check, RcFrameDone done, gpointer data);
void rc_frame_report_start (gint64 now);

G_END_DECLS
