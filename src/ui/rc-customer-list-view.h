/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-customer-list.h"
#include "rc-customer-selection.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RC_TYPE_CUSTOMER_LIST_VIEW (rc_customer_list_view_get_type ())
G_DECLARE_FINAL_TYPE (RcCustomerListView, rc_customer_list_view, RC, CUSTOMER_LIST_VIEW, GtkWidget)

void rc_customer_list_view_set_workspace (RcCustomerListView *self, RcWorkspace *workspace);
void rc_customer_list_view_set_filter (RcCustomerListView *self, RcFilter filter);
void rc_customer_list_view_set_sort (RcCustomerListView *self, RcSort sort, gboolean descending);
gboolean rc_customer_list_view_shows_new (RcCustomerListView *self);
void rc_customer_list_view_select_customer (RcCustomerListView *self, gint64 customer_id);
void rc_customer_list_view_select_after (RcCustomerListView *self, gint64 customer_id);
void rc_customer_list_view_grab_focus (RcCustomerListView *self);
void rc_customer_list_view_toggle_search (RcCustomerListView *self);
void rc_customer_list_view_open_context_menu (RcCustomerListView *self);
RcCustomerList *rc_customer_list_view_get_list (RcCustomerListView *self);
RcCustomerSelection *rc_customer_list_view_get_selection (RcCustomerListView *self);

G_END_DECLS
