/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-customer-query.h"
#include "rc-id-set.h"

G_BEGIN_DECLS

/* The filters as SQL over customers "c". $1 and $2 are the first and the last day, $3 the member. For the store's own
 * files only. */
typedef struct
{
  const char *conditions[2]; /* no customer is in both; the second is NULL where one is enough */
  RcDate from;
  RcDate to;
} RcCustomerFilter;

void rc_customer_filter_init (RcCustomerFilter *self, RcFilter filter, RcDate today, const RcPolicy *policy);
void rc_customer_filter_bind (const RcCustomerFilter *self, RcStatement *statement, gint64 managed_by);
char *rc_customer_filter_dup_check (const RcCustomerFilter *self, gint64 managed_by);
gboolean rc_customer_filter_count (const RcCustomerFilter *self, RcDatabase *database, gint64 managed_by,
                                   guint64 *count, GError **error);
gboolean rc_customer_filter_collect (const RcCustomerFilter *self, RcDatabase *database, gint64 managed_by,
                                     RcIdSet *set, gsize max_ids, GCancellable *cancellable, GError **error);

G_END_DECLS
