/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-customer-query.h"
#include "rc-progress.h"

G_BEGIN_DECLS

/* The report: a CSV file of customers (IO-1). */

/* Writes the customers of @ids or, where it is NULL, of @query; both borrowed. Returns how many, or -1 with @error set. */
gint64 rc_report_write (RcDatabase *database, const RcCustomerQuery *query, GArray *ids, GFile *target,
                        RcProgress *progress, GCancellable *cancellable, GError **error);
void rc_report_write_async (const char *workspace_path, const RcCustomerQuery *query, GArray *ids,
                            GFile *target, RcProgress *progress, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data);
gint64 rc_report_write_finish (GAsyncResult *result, GError **error);

G_END_DECLS
