/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-database.h"
#include "rc-policy.h"
#include "rc-records.h"

G_BEGIN_DECLS

/* Which customers, in which order, as of which day: immutable. */
typedef struct
{
  RcFilter filter;
  gint64 managed_by; /* a member's id; 0: anyone's */
  char *search; /* (nullable) as typed; folded by the query (FI-4) */
  RcSort sort;
  gboolean descending;
  RcDate today;
  RcPolicy *policy; /* (owned) */
} RcCustomerQuery;

#define RC_TYPE_CUSTOMER_QUERY (rc_customer_query_get_type ())
GType rc_customer_query_get_type (void);
RcCustomerQuery *rc_customer_query_new (RcFilter filter, RcDate today, const RcPolicy *policy);
RcCustomerQuery *rc_customer_query_copy (const RcCustomerQuery *query);
void rc_customer_query_free (RcCustomerQuery *query);
gboolean rc_customer_query_equal (const RcCustomerQuery *a, const RcCustomerQuery *b);

/* The ids in order, at most @limit (0: all), as an array of gint64. Same order and prefix whatever the limit. */
GArray *rc_customer_query_list_ids (RcDatabase *database, const RcCustomerQuery *query, int limit,
                                    GCancellable *cancellable, GError **error);
/* FI-2: counts by RcFilter, of all customers or of one member's. */
gboolean rc_customer_query_count (RcDatabase *database, RcDate today, const RcPolicy *policy,
                                  gint64 managed_by, guint64 counts[RC_N_FILTERS], GCancellable *cancellable,
                                  GError **error);
/* The records of ids, in their order; NULL in the array where a customer is gone. */
GPtrArray *rc_customer_query_fetch (RcDatabase *database, const gint64 *ids, gsize n_ids,
                                    GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcCustomerQuery, rc_customer_query_free)

G_END_DECLS
