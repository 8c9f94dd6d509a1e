/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RC_TYPE_SIDEBAR_ROW (rc_sidebar_row_get_type ())
G_DECLARE_FINAL_TYPE (RcSidebarRow, rc_sidebar_row, RC, SIDEBAR_ROW, GtkListBoxRow)

RcSidebarRow *rc_sidebar_row_new (const char *page, const char *label, const char *icon_name,
                                  gboolean is_warning);
const char *rc_sidebar_row_get_page (RcSidebarRow *self);
void rc_sidebar_row_set_count (RcSidebarRow *self, guint64 count);
void rc_sidebar_row_set_description (RcSidebarRow *self, const char *description);

G_END_DECLS
