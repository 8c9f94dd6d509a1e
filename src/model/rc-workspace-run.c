/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-workspace-private.h"

#include "rc-command-context.h"
#include "rc-customer-table.h"
#include <glib/gi18n-lib.h>

/* How a window changes a workspace and reads one customer: commands go to the writer's thread, the detail pane's
 * record comes from the reader's. */

/* A command on its way through the writer's thread. */
typedef struct
{
  RcCommand *command; /* (owned) */
  gint64 now;
} RcRun;

/* What it brings back. */
typedef struct
{
  RcCommandResult *result; /* (owned) (nullable) */
  RcChangeSet *changes; /* (owned) (nullable) */
} RcRunResult;

static void
rc_run_free (RcRun *run)
{
  g_object_unref (run->command);
  g_free (run);
}

static void
rc_run_result_free (RcRunResult *result)
{
  g_clear_pointer (&result->result, rc_command_result_free);
  g_clear_pointer (&result->changes, rc_change_set_unref);
  g_free (result);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcRunResult, rc_run_result_free)

static gpointer
run_command (RcDatabase *database, gpointer data, GCancellable *cancellable, GError **error)
{
  RcRun *run = data;
  g_autoptr (RcRunResult) result = g_new0 (RcRunResult, 1);

  result->result = rc_command_run (run->command, database, run->now, &result->changes, error);
  return result->result != NULL ? g_steal_pointer (&result) : NULL;
}

static void
on_run (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RcRunResult) done = rc_store_call_finish (RC_STORE (source), result, &error);

  rc_store_end_use (RC_STORE (source));
  if (done == NULL)
    {
      if (g_error_matches (error, RC_STORE_ERROR, RC_STORE_ERROR_MOVED))
        rc_workspace_check_file (g_task_get_source_object (task));
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (done->changes != NULL)
    rc_workspace_take_changes (g_task_get_source_object (task), done->changes);
  g_task_return_pointer (task, g_steal_pointer (&done->result), (GDestroyNotify) rc_command_result_free);
}

/**
 * rc_workspace_run_async:
 * @self: a workspace
 * @command: what to do
 * @cancellable: (nullable): withdraws it while it waits; what is begun is finished
 * @callback: called in the main context, after "changed" was emitted
 * @user_data: for @callback
 *
 * Validates at once, so that a fault needs no disk; then applies it in the writer's thread, in one transaction.
 */
void
rc_workspace_run_async (RcWorkspace *self, RcCommand *command, GCancellable *cancellable,
                        GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GError) error = NULL;
  RcRun *run;

  g_return_if_fail (RC_IS_WORKSPACE (self) && RC_IS_COMMAND (command));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, rc_workspace_run_async);
  g_task_set_check_cancellable (task, FALSE); /* what was written was written */
  if (self->closed)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CLOSED, "%s", _ ("The workspace was closed."));
      return;
    }
  if (!rc_command_validate (command, self->policy, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  rc_store_begin_use (self->store);
  run = g_new0 (RcRun, 1);
  run->command = g_object_ref (command);
  run->now = rc_clock_get_now (self->clock);
  rc_store_write_async (self->store, run_command, run, (GDestroyNotify) rc_run_free,
                        (GDestroyNotify) rc_run_result_free, cancellable, on_run, g_steal_pointer (&task));
}

/**
 * rc_workspace_run_finish:
 * @self: a workspace
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full): what the command made; %NULL with an error of #RcRuleError if a rule refused it, of
 *   #RcStoreError if it could not be written
 */
RcCommandResult *
rc_workspace_run_finish (RcWorkspace *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* A customer that is not there is no failure of the store, but the store's calls know no other NULL. */
typedef struct
{
  RcMembershipRecord *record; /* (owned) (nullable) */
} RcLoaded;

static void
rc_loaded_free (RcLoaded *loaded)
{
  g_clear_pointer (&loaded->record, rc_membership_record_free);
  g_free (loaded);
}

static gpointer
load_membership (RcDatabase *database, gpointer data, GCancellable *cancellable, GError **error)
{
  RcLoaded *loaded = g_new0 (RcLoaded, 1);
  GError *local_error = NULL;

  loaded->record = rc_membership_query_load (database, *(gint64 *) data, &local_error);
  if (local_error == NULL)
    return loaded;
  rc_loaded_free (loaded);
  g_propagate_error (error, local_error);
  return NULL;
}

static void
on_membership_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  RcLoaded *loaded = rc_store_call_finish (RC_STORE (source), result, &error);

  if (loaded == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    {
      g_task_return_pointer (task, g_steal_pointer (&loaded->record),
                             (GDestroyNotify) rc_membership_record_free);
      rc_loaded_free (loaded);
    }
}

/**
 * rc_workspace_load_membership_async:
 * @self: a workspace
 * @customer_id: a customer's id
 * @cancellable: (nullable): stops the read
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * Reads all that is known of one customer.
 */
void
rc_workspace_load_membership_async (RcWorkspace *self, gint64 customer_id, GCancellable *cancellable,
                                    GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (RC_IS_WORKSPACE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, rc_workspace_load_membership_async);
  rc_store_read_async (self->store, load_membership, g_memdup2 (&customer_id, sizeof customer_id), g_free,
                       (GDestroyNotify) rc_loaded_free, cancellable, on_membership_loaded,
                       g_steal_pointer (&task));
}

/**
 * rc_workspace_load_membership_finish:
 * @self: a workspace
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the record; %NULL without an error if there is no such customer, with an error of
 *   #RcStoreError if it could not be read
 */
RcMembershipRecord *
rc_workspace_load_membership_finish (RcWorkspace *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static gpointer
count_managed (RcDatabase *database, gpointer data, GCancellable *cancellable, GError **error)
{
  gint64 count;

  if (!rc_customer_table_count_managed (database, *(gint64 *) data, &count, error))
    return NULL;
  return g_memdup2 (&count, sizeof count);
}

static void
on_managed_counted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *count = rc_store_call_finish (RC_STORE (source), result, &error);

  if (count == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_int (task, (gssize) *count);
}

/**
 * rc_workspace_count_managed_async:
 * @self: a workspace
 * @member_id: a team member
 * @cancellable: (nullable): stops it
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * Counts the customers that the member manages, but for those that have moved away (TM-2).
 */
void
rc_workspace_count_managed_async (RcWorkspace *self, gint64 member_id, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (RC_IS_WORKSPACE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, rc_workspace_count_managed_async);
  rc_store_read_async (self->store, count_managed, g_memdup2 (&member_id, sizeof member_id), g_free, g_free,
                       cancellable, on_managed_counted, g_steal_pointer (&task));
}

/**
 * rc_workspace_count_managed_finish:
 * @self: a workspace
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: how many there are; -1 with an error of #RcStoreError
 */
gint64
rc_workspace_count_managed_finish (RcWorkspace *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), -1);
  return g_task_propagate_int (G_TASK (result), error);
}
