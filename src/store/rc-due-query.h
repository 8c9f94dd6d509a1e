/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-database.h"
#include "rc-policy.h"
#include "rc-records.h"

G_BEGIN_DECLS

/* Which mails a date brings, and whom they are about (MS-1). */
typedef enum
{
  RC_DUE_PURCHASE_AUTHORIZATIONS, /* overdue and suspended, to the customer; subjects are purchase authorizations */
  RC_DUE_RENEWALS, /* the four of a renewal, to the customer; subjects are customers */
  RC_DUE_RENEWALS_COMING /* to the account manager; subjects are customers */
} RcDueGroup;
#define RC_N_DUE_GROUPS 3

typedef struct
{
  RcDueGroup group;
  RcMessageKind kind;
  gint64 subject_id;
  gint64 customer_id;
  char *customer_name;
  gint64 managed_by;
  char *managed_by_name;
  RcDate term_date; /* the purchase authorization's date, or the anniversary date */
  RcDate due_on; /* the first day on which it was to be written */
} RcDueRecord;

GPtrArray *rc_due_query_list (RcDatabase *database, RcDate today, const RcPolicy *policy, int limit,
                              GCancellable *cancellable, GError **error);
gboolean rc_due_query_count (RcDatabase *database, RcDate today, const RcPolicy *policy, guint64 *count,
                             GError **error);
gboolean rc_due_query_find (RcDatabase *database, RcDate today, const RcPolicy *policy, RcDueGroup group,
                            gint64 subject_id, RcDueRecord **record, GError **error);
void rc_due_record_free (RcDueRecord *record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcDueRecord, rc_due_record_free)

G_END_DECLS
