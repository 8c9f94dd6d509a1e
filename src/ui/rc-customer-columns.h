/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-enums.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Which columns of the customers' list show: those of the filter, as far as there is room. */
#define RC_TYPE_CUSTOMER_COLUMNS (rc_customer_columns_get_type ())
G_DECLARE_FINAL_TYPE (RcCustomerColumns, rc_customer_columns, RC, CUSTOMER_COLUMNS, GObject)

RcCustomerColumns *rc_customer_columns_new (GtkColumnView *view);
void rc_customer_columns_set_filter (RcCustomerColumns *self, RcFilter filter);
void rc_customer_columns_set_width (RcCustomerColumns *self, int width);
void rc_customer_columns_guess_width (RcCustomerColumns *self);
void rc_customer_columns_set_sort (RcCustomerColumns *self, RcSort sort, gboolean descending);

G_END_DECLS
