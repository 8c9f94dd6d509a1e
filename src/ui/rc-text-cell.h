/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RC_TYPE_TEXT_CELL (rc_text_cell_get_type ())
G_DECLARE_FINAL_TYPE (RcTextCell, rc_text_cell, RC, TEXT_CELL, GtkWidget)

GtkWidget *rc_text_cell_new (const char *css_class, gboolean numeric);
void rc_text_cell_set_text (RcTextCell *self, const char *text);
const char *rc_text_cell_get_shortened (RcTextCell *self);

G_END_DECLS
