/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-customer.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RC_TYPE_CUSTOMER_CELL (rc_customer_cell_get_type ())
G_DECLARE_FINAL_TYPE (RcCustomerCell, rc_customer_cell, RC, CUSTOMER_CELL, GtkWidget)

GtkWidget *rc_customer_cell_new (GtkListItem *list_item);
void rc_customer_cell_show (RcCustomerCell *self, RcCustomer *customer);
RcCustomer *rc_customer_cell_get_customer (RcCustomerCell *self);
guint rc_customer_cell_find_position (GtkWidget *from);

#define RC_TYPE_REQUEST_CELL (rc_request_cell_get_type ())
G_DECLARE_FINAL_TYPE (RcRequestCell, rc_request_cell, RC, REQUEST_CELL, GtkWidget)

GtkWidget *rc_request_cell_new (void);
void rc_request_cell_show (RcRequestCell *self, RcCustomer *customer);

G_END_DECLS
