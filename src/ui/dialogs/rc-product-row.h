/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-policy.h"
#include "rc-product-line.h"
#include "rc-records.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* Signals: "changed"; "removed": its button was pressed. */
#define RC_TYPE_PRODUCT_ROW (rc_product_row_get_type ())
G_DECLARE_FINAL_TYPE (RcProductRow, rc_product_row, RC, PRODUCT_ROW, AdwPreferencesRow)

RcProductRow *rc_product_row_new (GListModel *choices);
const char *rc_product_row_get_code (RcProductRow *self);
int rc_product_row_get_quantity (RcProductRow *self);
void rc_product_row_set_line (RcProductRow *self, const char *code, int quantity);
GListModel *rc_product_row_get_choices (RcProductRow *self);
void rc_product_row_set_limits (RcProductRow *self, int least, int most);
void rc_product_row_set_months (RcProductRow *self, int months);
void rc_product_row_set_removable (RcProductRow *self, gboolean removable);
void rc_product_row_set_number (RcProductRow *self, guint number);
gboolean rc_product_row_check (RcProductRow *self);
void rc_product_row_focus (RcProductRow *self);

G_END_DECLS
