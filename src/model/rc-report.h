/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-customer-query.h"
#include "rc-progress.h"

G_BEGIN_DECLS

/* The report: a CSV file of customers (IO-1). */

/* Who reads it. */
typedef enum
{
  RC_REPORT_AUDIENCE_PROGRAMS, /* English headings, nicks and codes, ISO 8601, commas: the same everywhere */
  RC_REPORT_AUDIENCE_PEOPLE /* the user's headings, words and dates, the locale's separator */
} RcReportAudience;

/* Writes the customers of @ids or, where it is NULL, of @query; both borrowed. Returns how many, or -1 with @error set. */
gint64 rc_report_write (RcDatabase *database, const RcCustomerQuery *query, GArray *ids,
                        RcReportAudience audience, GFile *target, RcProgress *progress,
                        GCancellable *cancellable, GError **error);
void rc_report_write_async (const char *workspace_path, const RcCustomerQuery *query, GArray *ids,
                            RcReportAudience audience, GFile *target, RcProgress *progress,
                            GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gint64 rc_report_write_finish (GAsyncResult *result, GError **error);

G_END_DECLS
