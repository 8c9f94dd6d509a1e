/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Property: value (text). The title is AdwPreferencesRow's. */
#define RC_TYPE_VALUE_ROW (rc_value_row_get_type ())
G_DECLARE_FINAL_TYPE (RcValueRow, rc_value_row, RC, VALUE_ROW, AdwPreferencesRow)

GtkWidget *rc_value_row_new (const char *title, const char *value);
void rc_value_row_set_value (RcValueRow *self, const char *value);

G_END_DECLS
