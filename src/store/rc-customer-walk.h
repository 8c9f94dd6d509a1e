/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-customer-filter.h"
#include "rc-customer-query-private.h"
#include "rc-customer-search.h"

G_BEGIN_DECLS

/* One listing under way: the ids found so far, in the query's order. For the store's own files only. */
typedef struct
{
  RcDatabase *database; /* (borrowed) */
  const RcCustomerQuery *query; /* (borrowed) */
  const RcCustomerQueryCosts *costs; /* (borrowed) */
  const RcCustomerFilter *filter; /* (borrowed) */
  RcCustomerSearch *search; /* (borrowed) (nullable) */
  GCancellable *cancellable; /* (borrowed) (nullable) */
  guint limit; /* G_MAXUINT: none */
  GArray *ids; /* (borrowed) of gint64 */
} RcCustomerWalk;

gboolean rc_customer_walk_needs_no_check (const RcCustomerWalk *self);
gboolean rc_customer_walk_rows (RcCustomerWalk *self, guint n_rows, gboolean *complete, GError **error);
gboolean rc_customer_walk_set (RcCustomerWalk *self, const RcIdSet *set, gboolean exact, GError **error);
gboolean rc_customer_walk_sort (RcCustomerWalk *self, const RcIdSet *set, gboolean exact, GError **error);

G_END_DECLS
