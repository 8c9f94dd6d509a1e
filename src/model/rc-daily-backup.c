/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-daily-backup.h"

#include "rc-backups.h"

/* Sees to it that there is a copy of each day on which the workspace is open: soon after the opening, and after midnight, in
 * the first moment in which nobody looks for anything. Who looks puts it off for a minute at most; a command, an import or the
 * restoring of a copy for as long as it takes. The sample is not copied. */

#define DELAY_SECONDS 5 /* what somebody who has just opened it waits for comes first */
#define SECONDS_BETWEEN_LOOKS 1
#define MOST_LOOKS 60
#define QUIET_TIME (2 * G_TIME_SPAN_SECOND)

struct _RcDailyBackup
{
  GObject parent_instance;

  RcWorkspace *workspace; /* (borrowed) (nullable) its owner closes it */
  GSettings *settings; /* (owned) */
  GCancellable *cancellable; /* (owned) */
  guint timer; /* source id */
  guint n_looks; /* for a quiet moment */
  gboolean running;
};

static guint made_signal;
static guint failed_signal;

G_DEFINE_FINAL_TYPE (RcDailyBackup, rc_daily_backup, G_TYPE_OBJECT)

static void
on_made (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcDailyBackup) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = rc_backups_make_finish (result, &error);

  self->running = FALSE;
  if (path != NULL)
    g_signal_emit (self, made_signal, 0);
  else if (!g_cancellable_is_cancelled (self->cancellable))
    g_signal_emit (self, failed_signal, 0, error->message);
}

static void
on_listed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcDailyBackup) self = user_data;
  g_autoptr (GPtrArray) backups = rc_backups_list_finish (result, NULL);
  const RcBackup *newest = backups != NULL && backups->len > 0 ? g_ptr_array_index (backups, 0) : NULL;

  if (backups == NULL || self->workspace == NULL
      || (newest != NULL && newest->date == rc_workspace_get_today (self->workspace)))
    {
      self->running = FALSE;
      return;
    }
  rc_backups_make_async (self->workspace, self->settings, RC_BACKUP_PACE_GENTLE, self->cancellable, on_made,
                         g_object_ref (self));
}

static gboolean
is_busy (RcDailyBackup *self)
{
  return rc_store_get_quiet_time (rc_workspace_get_store (self->workspace)) < QUIET_TIME;
}

static gboolean
is_written (RcDailyBackup *self)
{
  return rc_store_is_in_use (rc_workspace_get_store (self->workspace));
}

/* The window says so for as long as that is; the copy is made when the file is back. */
static gboolean
is_away (RcDailyBackup *self)
{
  return rc_workspace_get_obstacle (self->workspace) != NULL;
}

static gboolean
on_due (gpointer user_data)
{
  RcDailyBackup *self = user_data;

  self->timer = 0;
  if (self->workspace == NULL || self->running || rc_workspace_is_sample (self->workspace)
      || !g_settings_get_boolean (self->settings, "backup-daily"))
    return G_SOURCE_REMOVE;
  if (is_away (self) || is_written (self) || (is_busy (self) && self->n_looks++ < MOST_LOOKS))
    {
      self->timer = g_timeout_add_seconds (SECONDS_BETWEEN_LOOKS, on_due, self);
      return G_SOURCE_REMOVE;
    }
  self->running = TRUE;
  rc_backups_list_async (self->workspace, self->settings, self->cancellable, on_listed, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
schedule (RcDailyBackup *self)
{
  if (self->timer != 0)
    return;
  self->n_looks = 0;
  self->timer = g_timeout_add_seconds (DELAY_SECONDS, on_due, self);
}

static void
rc_daily_backup_dispose (GObject *object)
{
  RcDailyBackup *self = RC_DAILY_BACKUP (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_weak_pointer (&self->workspace);
  G_OBJECT_CLASS (rc_daily_backup_parent_class)->dispose (object);
}

static void
rc_daily_backup_finalize (GObject *object)
{
  RcDailyBackup *self = RC_DAILY_BACKUP (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (rc_daily_backup_parent_class)->finalize (object);
}

static void
rc_daily_backup_class_init (RcDailyBackupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rc_daily_backup_dispose;
  G_OBJECT_CLASS (klass)->finalize = rc_daily_backup_finalize;
  made_signal =
      g_signal_new ("made", RC_TYPE_DAILY_BACKUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  failed_signal = g_signal_new ("failed", RC_TYPE_DAILY_BACKUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
rc_daily_backup_init (RcDailyBackup *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * rc_daily_backup_new:
 * @workspace: a workspace
 * @settings: this desk's settings
 *
 * Returns: (transfer full): copies the workspace each day as long as it lives; its last reference is dropped before the
 *   workspace is closed
 */
RcDailyBackup *
rc_daily_backup_new (RcWorkspace *workspace, GSettings *settings)
{
  RcDailyBackup *self;

  g_return_val_if_fail (RC_IS_WORKSPACE (workspace) && G_IS_SETTINGS (settings), NULL);
  self = g_object_new (RC_TYPE_DAILY_BACKUP, NULL);
  g_set_weak_pointer (&self->workspace, workspace);
  self->settings = g_object_ref (settings);
  g_signal_connect_object (workspace, "day-changed", G_CALLBACK (schedule), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::backup-daily", G_CALLBACK (schedule), self, G_CONNECT_SWAPPED);
  schedule (self);
  return self;
}
