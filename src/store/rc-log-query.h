/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-database.h"
#include "rc-policy.h"
#include "rc-records.h"

G_BEGIN_DECLS

/* The two logs, newest first: ids (array of gint64) and the records of ids, as in rc-customer-query.h.
 * @search is as typed, folded here; NULL: all. @customer_id 0: every customer's. */
GArray *rc_activity_query_list_ids (RcDatabase *database, const char *search, gint64 customer_id,
                                    GCancellable *cancellable, GError **error);
GPtrArray *rc_activity_query_fetch (RcDatabase *database, const gint64 *ids, gsize n_ids,
                                    GCancellable *cancellable, GError **error);
GArray *rc_message_query_list_ids (RcDatabase *database, const char *search, gint64 customer_id,
                                   GCancellable *cancellable, GError **error);
GArray *rc_message_query_list_unsent (RcDatabase *database, const char *search, gint64 customer_id,
                                      GCancellable *cancellable, GError **error);
GPtrArray *rc_message_query_fetch (RcDatabase *database, const gint64 *ids, gsize n_ids,
                                   GCancellable *cancellable, GError **error);
gboolean rc_message_query_count_waiting (RcDatabase *database, guint64 *count, GError **error);
/* Requests to become the reseller of a membership (CH-1): those that are not completed first, then the newest first. */
GArray *rc_reseller_change_query_list_ids (RcDatabase *database, const char *search,
                                           GCancellable *cancellable, GError **error);
GPtrArray *rc_reseller_change_query_fetch (RcDatabase *database, const gint64 *ids, gsize n_ids,
                                           GCancellable *cancellable, GError **error);
gboolean rc_reseller_change_query_count (RcDatabase *database, gint64 now, guint64 *n_waiting,
                                         guint64 *n_codes_today, GError **error);

/* Small lists, whole. */
GPtrArray *rc_product_query_list (RcDatabase *database,
                                  GError **error); /* of RcProductRecord, by family and name */
GPtrArray *rc_member_query_list (RcDatabase *database,
                                 GError **error); /* of RcMemberRecord, by name; removed ones included */
/* Workspace settings and policy. */
RcPolicy *rc_policy_query_load (RcDatabase *database, GError **error);
char *rc_settings_query_get (RcDatabase *database, const char *name, GError **error); /* NULL: not set */

G_END_DECLS
