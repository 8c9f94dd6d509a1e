/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-customer-query.h"

G_BEGIN_DECLS

/* From where on one way to find the ids is preferred to another. All ways give the same ids: tests try each. */
typedef struct
{
  guint direct_rows; /* looked at before the set of all that belong to the list is made */
  gsize small_set; /* so many ids of a filter are read at once, with no look at the rows */
  guint sort_cost; /* entries of an index that can be passed while one row is looked up and sorted */
} RcCustomerQueryCosts;

GArray *rc_customer_query_list_ids_with_costs (RcDatabase *database, const RcCustomerQuery *query, int limit,
                                               const RcCustomerQueryCosts *costs, GCancellable *cancellable,
                                               GError **error);

G_END_DECLS
