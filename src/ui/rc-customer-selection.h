/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-customer-list.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RC_TYPE_CUSTOMER_SELECTION (rc_customer_selection_get_type ())
G_DECLARE_FINAL_TYPE (RcCustomerSelection, rc_customer_selection, RC, CUSTOMER_SELECTION, GObject)

RcCustomerSelection *rc_customer_selection_new (RcVirtualList *list);
guint64 rc_customer_selection_get_size (RcCustomerSelection *self);
gint64 rc_customer_selection_get_only_id (RcCustomerSelection *self);
GArray *rc_customer_selection_get_ids (RcCustomerSelection *self);

G_END_DECLS
