/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-database.h"

G_BEGIN_DECLS

/* What the report has of a customer, in the order of the statement's columns (IO-1). */
typedef enum
{
  RC_REPORT_NAME,
  RC_REPORT_ENGLISH_NAME,
  RC_REPORT_VIP_ID,
  RC_REPORT_SEGMENT, /* nick */
  RC_REPORT_OFFER_TYPE, /* nick */
  RC_REPORT_COUNTRY,
  RC_REPORT_REGION,
  RC_REPORT_STREET,
  RC_REPORT_CITY,
  RC_REPORT_POSTAL_CODE,
  RC_REPORT_GIVEN_NAME,
  RC_REPORT_FAMILY_NAME,
  RC_REPORT_EMAIL,
  RC_REPORT_LANGUAGE,
  RC_REPORT_MANAGED_BY,
  RC_REPORT_MANAGED_BY_EMAIL,
  RC_REPORT_INVITATION_STATUS, /* nick */
  RC_REPORT_INVITED_ON,
  RC_REPORT_REMINDED_ON,
  RC_REPORT_ACCEPTED_ON,
  RC_REPORT_ANNIVERSARY_DATE,
  RC_REPORT_CUSTOM_ANNIVERSARY_DATE,
  RC_REPORT_OLDEST_REQUEST, /* the date of the oldest open PA */
  RC_REPORT_REQUEST_STATE, /* empty here: it follows from the date (PA-2) */
  RC_REPORT_LICENCES_TOTAL,
  RC_REPORT_MOVED_ON
} RcReportColumn;
#define RC_N_REPORT_COLUMNS 26

/* @values: UTF-8, never NULL, borrowed for the call; @position: of its id among the ids. Returns FALSE with @error set to
 * stop. */
typedef gboolean (*RcReportRowFunc) (const char **values, gsize position, gpointer data, GError **error);

gboolean rc_report_query_each (RcDatabase *database, const gint64 *ids, gsize n_ids, RcReportRowFunc func,
                               gpointer data, GCancellable *cancellable, GError **error);

G_END_DECLS
