/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void rc_line_list_fill (GtkListBox *list, GPtrArray *lines);

G_END_DECLS
