/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace-fixture.h"

#include "rc-policy-preview.h"
#include "rc-set-policy.h"

/* What a change of the policy is said to do to the filters is what it does (FI-2). */

static void
keep (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

/* (transfer full) */
static RcPolicyPreview *
load (RcWorkspace *workspace, const RcPolicy *policy)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  RcPolicyPreview *preview;

  rc_policy_preview_load_async (workspace, policy, NULL, keep, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  preview = rc_policy_preview_load_finish (result, &error);
  g_assert_no_error (error);
  return preview;
}

typedef struct
{
  RcWorkspace *workspace;
  const guint64 *counts;
} Wanted;

static gboolean
has_counts (gpointer data)
{
  Wanted *wanted = data;

  for (int filter = 0; filter < RC_N_FILTERS; filter++)
    if (rc_workspace_get_count (wanted->workspace, (RcFilter) filter) != wanted->counts[filter])
      return FALSE;
  return TRUE;
}

static void
test_preview_comes_true (WorkspaceFixture *fixture, gconstpointer data)
{
  g_autoptr (RcPolicy) policy = rc_policy_new (RC_PRESET_VIP_MARKETPLACE);
  g_autofree RcPolicyPreview *preview = load (fixture->workspace, policy);
  Wanted before = { fixture->workspace, preview->before };
  Wanted after = { fixture->workspace, preview->after };
  g_autoptr (GError) error = NULL;

  g_assert_true (fixture_wait (has_counts, &before));
  g_assert_cmpuint (preview->after[RC_FILTER_PAST_DUE_REQUESTS], >,
                    preview->before[RC_FILTER_PAST_DUE_REQUESTS]);
  g_assert_cmpuint (preview->after[RC_FILTER_READY_FOR_RENEWAL], <,
                    preview->before[RC_FILTER_READY_FOR_RENEWAL]);
  g_assert_cmpuint (preview->after[RC_FILTER_ALL_CUSTOMERS], ==, preview->before[RC_FILTER_ALL_CUSTOMERS]);
  rc_command_result_free (fixture_run (
      fixture->workspace, rc_set_policy_new (rc_workspace_get_me (fixture->workspace), FIXTURE_TODAY, policy),
      &error));
  g_assert_no_error (error);
  g_assert_true (fixture_wait (has_counts, &after));
}

/* A preview that nobody waits for any more is stopped, and says so. */
static void
test_preview_is_cancelled (WorkspaceFixture *fixture, gconstpointer data)
{
  g_autoptr (RcPolicy) policy = rc_policy_new (RC_PRESET_VIP_MARKETPLACE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  rc_policy_preview_load_async (fixture->workspace, policy, cancellable, keep, &result);
  g_cancellable_cancel (cancellable);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (rc_policy_preview_load_finish (result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/policy-preview/comes-true (FI-2)", WorkspaceFixture, NULL, workspace_fixture_set_up_sample,
              test_preview_comes_true, workspace_fixture_tear_down);
  g_test_add ("/policy-preview/is-cancelled", WorkspaceFixture, NULL, workspace_fixture_set_up_sample,
              test_preview_is_cancelled, workspace_fixture_tear_down);
  return g_test_run ();
}
