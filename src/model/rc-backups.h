/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-backup.h"
#include "rc-workspace.h"

G_BEGIN_DECLS

/* A copy of a workspace. */
typedef struct
{
  char *path; /* (owned) */
  RcDate date; /* the workspace's day on which it was made */
  gint64 time; /* ms since the epoch, UTC */
  guint64 size; /* bytes */
} RcBackup;

void rc_backup_free (RcBackup *backup);

char *rc_backups_get_folder (GSettings *settings);
/* As a GPtrArray of RcBackup, the newest first. */
void rc_backups_list_async (RcWorkspace *workspace, GSettings *settings, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *rc_backups_list_finish (GAsyncResult *result, GError **error);
void rc_backups_make_async (RcWorkspace *workspace, GSettings *settings, RcBackupPace pace,
                            GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
char *rc_backups_make_finish (GAsyncResult *result, GError **error); /* its path */
void rc_backups_restore_async (RcWorkspace *workspace, GSettings *settings, const char *path,
                               GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
char *rc_backups_restore_finish (GAsyncResult *result, GError **error); /* where what was there lies now */

G_END_DECLS
