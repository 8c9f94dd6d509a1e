/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-workspace-private.h"

#include "rc-team.h"

/* Finds out that another program wrote to the workspace's file, an import from the command line say, and has all read
 * again. It is asked of the writer's connection, to which only others' commits count as foreign; which says too that the file
 * is not in its place any more. */

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
set_obstacle (RcWorkspace *self, const char *obstacle)
{
  if (g_strcmp0 (self->obstacle, obstacle) == 0)
    return;
  g_free (self->obstacle);
  self->obstacle = g_strdup (obstacle);
  g_object_notify (G_OBJECT (self), "obstacle");
}

static void
on_version (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcWorkspace) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *version = rc_store_call_finish (RC_STORE (source), result, &error);
  gint64 before = self->file_version;

  self->watching = FALSE;
  if (!self->closed && (version != NULL || g_error_matches (error, RC_STORE_ERROR, RC_STORE_ERROR_MOVED)))
    set_obstacle (self, version == NULL ? error->message : NULL);
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
 * rc_workspace_get_obstacle:
 * @self: a workspace
 *
 * Returns: (transfer none) (nullable): why nothing can be written, translated: its file is not in its place; %NULL: it is. Valid
 *   until "obstacle" is notified
 */
const char *
rc_workspace_get_obstacle (RcWorkspace *self)
{
  g_return_val_if_fail (RC_IS_WORKSPACE (self), NULL);
  return self->obstacle;
}

/**
 * rc_workspace_get_refusal:
 * @self: a workspace
 * @least: the role that an action needs; %RC_ROLE_VIEWER: any, as it changes nothing
 *
 * Returns: (transfer none) (nullable): why I cannot do it now, translated: my role (TM-3), or what is in the way of everybody;
 *   %NULL: I can
 */
const char *
rc_workspace_get_refusal (RcWorkspace *self, RcRole least)
{
  const char *reason;

  g_return_val_if_fail (RC_IS_WORKSPACE (self), NULL);
  reason = rc_team_get_role_reason (least, rc_workspace_get_my_role (self));
  return reason != NULL || least == RC_ROLE_VIEWER ? reason : self->obstacle;
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
