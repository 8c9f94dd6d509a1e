/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-enums.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

void rc_column_sort_install (GtkColumnViewColumn *column, RcSort sort);
gboolean rc_column_sort_read (GtkSorter *view_sorter, RcSort *sort, gboolean *descending);

G_END_DECLS
