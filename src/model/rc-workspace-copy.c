/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-workspace-private.h"

#include "rc-backup.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* A copy of the workspace made from what is open, not from the file of its name: that may be elsewhere by now, or deleted. */

typedef struct
{
  char *target; /* (owned) */
  char *unfinished; /* (owned) beside it */
} RcCopying;

static void
rc_copying_free (RcCopying *copying)
{
  g_free (copying->target);
  g_free (copying->unfinished);
  g_free (copying);
}

/* SQLite would take what stands in a journal of that name for the copy's: of a workspace that is open, or was left. */
static gboolean
is_name_free (const char *target, GError **error)
{
  static const char *const suffixes[] = { "-wal", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *journal = g_strconcat (target, suffixes[i], NULL);
      GStatBuf facts;

      if (g_stat (journal, &facts) == 0 && facts.st_size > 0)
        return rc_workspace_set_exists_error (journal, error);
    }
  return TRUE;
}

static gboolean
give_name (const RcCopying *copying, GError **error)
{
  g_autoptr (GFile) from = g_file_new_for_path (copying->unfinished);
  g_autoptr (GFile) to = g_file_new_for_path (copying->target);

  return g_file_move (from, to, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, error);
}

/* In the reader's thread. */
static gpointer
copy (RcDatabase *database, gpointer data, GCancellable *cancellable, GError **error)
{
  RcCopying *copying = data;

  if (is_name_free (copying->target, error)
      && rc_backup_make_from (database, copying->unfinished, RC_BACKUP_PACE_FAST, cancellable, error)
      && give_name (copying, error))
    return GINT_TO_POINTER (TRUE);
  rc_workspace_remove_file (copying->unfinished);
  return NULL;
}

/**
 * rc_workspace_save_copy_async:
 * @self: a workspace
 * @target: where the copy is to lie; a file of that name is replaced by the whole copy
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * Saves all that is in the workspace now, wherever its file is. Closing the workspace stops it.
 */
void
rc_workspace_save_copy_async (RcWorkspace *self, const char *target, GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GTask *task;
  RcCopying *copying;

  g_return_if_fail (RC_IS_WORKSPACE (self) && target != NULL);
  g_cancellable_cancel (self->copying);
  g_clear_object (&self->copying);
  self->copying = g_cancellable_new ();
  task = g_task_new (self, self->copying, callback, user_data);
  g_task_set_source_tag (task, rc_workspace_save_copy_async);
  copying = g_new0 (RcCopying, 1);
  copying->target = g_strdup (target);
  copying->unfinished = g_strdup_printf ("%s.%08x.part", target, g_random_int ());
  rc_store_read_long_async (self->store, copy, copying, (GDestroyNotify) rc_copying_free, NULL, self->copying,
                            rc_store_call_pass_on, task);
}

/**
 * rc_workspace_save_copy_finish:
 * @self: a workspace
 * @result: what the callback was given
 * @error: of #RcStoreError and #GIOErrorEnum
 *
 * Returns: whether the copy is there
 */
gboolean
rc_workspace_save_copy_finish (RcWorkspace *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_pointer (G_TASK (result), error) != NULL;
}
