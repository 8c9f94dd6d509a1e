/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-field-row.h"

G_BEGIN_DECLS

#define RC_TYPE_QUANTITY_ROW (rc_quantity_row_get_type ())
G_DECLARE_FINAL_TYPE (RcQuantityRow, rc_quantity_row, RC, QUANTITY_ROW, RcFieldRow)

GtkWidget *rc_quantity_row_new (const char *title, const char *remark);
void rc_quantity_row_set_range (RcQuantityRow *self, int lowest, int highest, int value);
void rc_quantity_row_set_remark (RcQuantityRow *self, const char *remark);
int rc_quantity_row_get_quantity (RcQuantityRow *self);
gboolean rc_quantity_row_check (RcQuantityRow *self);

G_END_DECLS
