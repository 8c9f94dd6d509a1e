/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-workspace-private.h"

/* Finds out that another program wrote to the workspace's file, an import from the command line say, and has all read
 * again. It is asked of the writer's connection, to which only others' commits count as foreign. */

static gpointer
read_version (RcDatabase *database, gpointer data, GCancellable *cancellable, GError **error)
{
  gint64 version = 0;

  if (!rc_database_get_int (database, "PRAGMA data_version", &version, error))
    return NULL;
  return g_memdup2 (&version, sizeof version);
}

static void
tell_all_changed (RcWorkspace *self)
{
  g_autoptr (RcChangeSet) changes = rc_change_set_new ();

  changes->kinds = RC_CHANGE_CUSTOMERS | RC_CHANGE_MEMBERS | RC_CHANGE_PRODUCTS | RC_CHANGE_MESSAGES
                   | RC_CHANGE_ACTIVITY | RC_CHANGE_POLICY | RC_CHANGE_RESELLER_CHANGES | RC_CHANGE_SETTINGS;
  changes->membership = TRUE;
  changes->all = TRUE;
  rc_workspace_take_changes (self, changes);
}

static void
on_version (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcWorkspace) self = user_data;
  g_autofree gint64 *version = rc_store_call_finish (RC_STORE (source), result, NULL);
  gint64 before = self->file_version;

  self->watching = FALSE;
  /* What fails here fails for the next read too, which says so. */
  if (version == NULL || self->closed)
    return;
  self->file_version = *version;
  if (before != 0 && before != *version)
    tell_all_changed (self);
}

/**
 * rc_workspace_check_file:
 * @self: a workspace
 *
 * Asks whether another program has written to the file since the last time; if so, "changed" is emitted soon, with
 * everything in it. Costs a look at a number; called every few seconds, and to be called when a window comes to the
 * front.
 */
void
rc_workspace_check_file (RcWorkspace *self)
{
  g_return_if_fail (RC_IS_WORKSPACE (self));
  if (self->closed || self->watching)
    return;
  self->watching = TRUE;
  rc_store_write_async (self->store, read_version, NULL, NULL, g_free, NULL, on_version, g_object_ref (self));
}

static gboolean
on_watch (gpointer user_data)
{
  rc_workspace_check_file (user_data);
  return G_SOURCE_CONTINUE;
}

/**
 * rc_workspace_watch_file:
 * @self: a workspace
 *
 * Begins to look every few seconds.
 */
void
rc_workspace_watch_file (RcWorkspace *self)
{
  self->watch = g_timeout_add_seconds (RC_SECONDS_BETWEEN_LOOKS, on_watch, self);
  rc_workspace_check_file (self);
}

/**
 * rc_workspace_tell_replaced:
 * @self: a workspace
 *
 * Emits "replaced": all that is in the file is another workspace's, and nothing that anybody knows of it holds any more. Whoever
 * shows it opens the file anew.
 */
void
rc_workspace_tell_replaced (RcWorkspace *self)
{
  if (!self->closed)
    g_signal_emit_by_name (self, "replaced");
}
