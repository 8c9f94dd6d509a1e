/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-renewal-draft.h"
#include "rc-workspace.h"

G_BEGIN_DECLS

/* The renewal orders of many customers, a GListModel of RcRenewalDraft. Property: fraction (double, 0 to 1) of what is
 * being read or run. Signal: "changed": what is ticked, typed or done is another. */
#define RC_TYPE_RENEWAL_BATCH (rc_renewal_batch_get_type ())
G_DECLARE_FINAL_TYPE (RcRenewalBatch, rc_renewal_batch, RC, RENEWAL_BATCH, GObject)

RcRenewalBatch *rc_renewal_batch_new (RcWorkspace *workspace, GArray *customer_ids);
void rc_renewal_batch_load_async (RcRenewalBatch *self, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer user_data);
gboolean rc_renewal_batch_load_finish (RcRenewalBatch *self, GAsyncResult *result, GError **error);
void rc_renewal_batch_set_date (RcRenewalBatch *self, RcDate date);
void rc_renewal_batch_propose_numbers (RcRenewalBatch *self, const char *prefix, const char *first);
guint rc_renewal_batch_count_ticked (RcRenewalBatch *self);
guint rc_renewal_batch_count (RcRenewalBatch *self, RcRenewalDraftState state);
gboolean rc_renewal_batch_check (RcRenewalBatch *self, guint *position);
void rc_renewal_batch_run_async (RcRenewalBatch *self, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data);
gboolean rc_renewal_batch_run_finish (RcRenewalBatch *self, GAsyncResult *result, GError **error);

G_END_DECLS
