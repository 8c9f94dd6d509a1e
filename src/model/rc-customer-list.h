/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-virtual-list.h"
#include "rc-workspace.h"

G_BEGIN_DECLS

/* The customers of a filter, toggle, search and order, following the workspace's changes and its day.
 * Properties: workspace, filter (RcFilter), managed-by-me, search, sort (RcSort), descending. */
#define RC_TYPE_CUSTOMER_LIST (rc_customer_list_get_type ())
G_DECLARE_FINAL_TYPE (RcCustomerList, rc_customer_list, RC, CUSTOMER_LIST, RcVirtualList)

RcCustomerList *rc_customer_list_new (RcWorkspace *workspace);
void rc_customer_list_set_filter (RcCustomerList *self, RcFilter filter);
void rc_customer_list_set_managed_by_me (RcCustomerList *self, gboolean managed_by_me);
void rc_customer_list_set_search (RcCustomerList *self, const char *search);
void rc_customer_list_set_sort (RcCustomerList *self, RcSort sort, gboolean descending);
RcFilter rc_customer_list_get_filter (RcCustomerList *self);
const RcCustomerQuery *rc_customer_list_get_query (RcCustomerList *self); /* for export */

G_END_DECLS
