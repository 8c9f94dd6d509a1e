/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-policy-preview.h"

#include "rc-customer-query.h"

/* What a change of the policy would do to today's filters, before anybody decides on it. It is asked of the store with
 * the same queries that count the filters; nothing is written. */

typedef struct
{
  RcPolicy *before; /* (owned) */
  RcPolicy *after; /* (owned) */
  RcDate today;
} Request;

static void
free_request (Request *request)
{
  rc_policy_free (request->before);
  rc_policy_free (request->after);
  g_free (request);
}

/* In the reader's thread. */
static gpointer
count (RcDatabase *database, gpointer data, GCancellable *cancellable, GError **error)
{
  Request *request = data;
  g_autofree RcPolicyPreview *preview = g_new0 (RcPolicyPreview, 1);

  if (!rc_customer_query_count (database, request->today, request->before, 0, preview->before, cancellable,
                                error)
      || !rc_customer_query_count (database, request->today, request->after, 0, preview->after, cancellable,
                                   error))
    return NULL;
  return g_steal_pointer (&preview);
}

/**
 * rc_policy_preview_load_async:
 * @workspace: a workspace
 * @policy: what its policy could become
 * @cancellable: (nullable): stops it
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * Counts the customers of all filters (FI-2) as of today, whoever manages them, with the policy that holds and with
 * @policy. It reads in a thread, and holds up no other read.
 */
void
rc_policy_preview_load_async (RcWorkspace *workspace, const RcPolicy *policy, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Request *request;

  g_return_if_fail (RC_IS_WORKSPACE (workspace) && policy != NULL);
  task = g_task_new (workspace, cancellable, callback, user_data);
  g_task_set_source_tag (task, rc_policy_preview_load_async);
  request = g_new0 (Request, 1);
  request->before = rc_policy_copy (rc_workspace_get_policy (workspace));
  request->after = rc_policy_copy (policy);
  request->today = rc_workspace_get_today (workspace);
  rc_store_read_long_async (rc_workspace_get_store (workspace), count, request, (GDestroyNotify) free_request,
                            g_free, cancellable, rc_store_call_pass_on, g_steal_pointer (&task));
}

/**
 * rc_policy_preview_load_finish:
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full): the counts, for g_free(); %NULL with an error of #RcStoreError, or cancelled
 */
RcPolicyPreview *
rc_policy_preview_load_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, rc_policy_preview_load_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
