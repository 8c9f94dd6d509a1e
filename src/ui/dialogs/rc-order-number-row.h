/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-field-row.h"

G_BEGIN_DECLS

#define RC_TYPE_ORDER_NUMBER_ROW (rc_order_number_row_get_type ())
G_DECLARE_FINAL_TYPE (RcOrderNumberRow, rc_order_number_row, RC, ORDER_NUMBER_ROW, RcFieldRow)

char *rc_order_number_row_get_number (RcOrderNumberRow *self);
gboolean rc_order_number_row_check (RcOrderNumberRow *self);

G_END_DECLS
