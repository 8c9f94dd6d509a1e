/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-backups.h"

#include "rc-backup-mail.h"
#include "rc-backup.h"
#include "rc-claim.h"
#include "rc-migration.h"
#include "rc-workspace-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* The copies of a workspace: where they lie, how they are called, when they go, and how one comes back. A copy gets its name
 * once it is whole; until then it is a leftover for whoever comes next (rc-claim.c). When copies are made by themselves is
 * decided in rc-daily-backup.c. */

/* What a thread needs to know, so that it asks neither the workspace nor the settings. */
typedef struct
{
  char *workspace_path; /* (owned) */
  char *folder; /* (owned) */
  char *prefix; /* (owned) what the names of this workspace's copies begin with */
  char *restore_path; /* (owned) (nullable) */
  RcBackupPace pace;
  RcDate today;
  gint64 now; /* ms */
  int keep_days;
} Request;

static void
free_request (Request *request)
{
  g_free (request->workspace_path);
  g_free (request->folder);
  g_free (request->prefix);
  g_free (request->restore_path);
  g_free (request);
}

/**
 * rc_backup_free:
 * @backup: (transfer full): a copy's facts
 */
void
rc_backup_free (RcBackup *backup)
{
  g_free (backup->path);
  g_free (backup);
}

/**
 * rc_backups_get_folder:
 * @settings: this desk's settings
 *
 * Returns: (transfer full): where the copies lie; it need not be there yet
 */
char *
rc_backups_get_folder (GSettings *settings)
{
  char *chosen = g_settings_get_string (settings, "backup-folder");

  if (*chosen != '\0')
    return chosen;
  g_free (chosen);
  return g_build_filename (g_get_user_data_dir (), "reseller-console", "backups", NULL);
}

/* Two workspaces of one name in different folders have copies of their own. */
static char *
make_prefix (const char *path)
{
  g_autofree char *full = g_canonicalize_filename (path, NULL);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, full, -1);
  g_autofree char *stem = g_path_get_basename (path);

  if (g_str_has_suffix (stem, ".db"))
    stem[strlen (stem) - strlen (".db")] = '\0';
  return g_strdup_printf ("%s-%.8s-", stem, digest);
}

static Request *
create_request (RcWorkspace *workspace, GSettings *settings)
{
  Request *request = g_new0 (Request, 1);

  request->workspace_path = g_strdup (rc_workspace_get_path (workspace));
  request->folder = rc_backups_get_folder (settings);
  request->prefix = make_prefix (request->workspace_path);
  request->today = rc_workspace_get_today (workspace);
  request->now = rc_workspace_get_now (workspace) / 1000;
  request->keep_days = (int) g_settings_get_uint (settings, "backup-days");
  return request;
}

static char *
make_path (const Request *request, gint64 time)
{
  g_autofree char *date = rc_date_to_iso (request->today);
  g_autofree char *name = g_strdup_printf ("%s%s-%" G_GINT64_FORMAT ".db", request->prefix, date, time);

  return g_build_filename (request->folder, name, NULL);
}

/* (transfer full) (nullable): NULL where @name is none of this workspace's copies */
static RcBackup *
read_name (const Request *request, const char *name)
{
  g_autofree char *date = NULL;
  const char *rest;
  char *end;
  gint64 time;
  RcBackup *backup;
  GStatBuf facts;

  if (!g_str_has_prefix (name, request->prefix)
      || strlen (name) < strlen (request->prefix) + strlen ("2000-01-01-1.db"))
    return NULL;
  rest = name + strlen (request->prefix);
  date = g_strndup (rest, strlen ("2000-01-01"));
  time = g_ascii_strtoll (rest + strlen ("2000-01-01-"), &end, 10);
  if (!g_str_equal (end, ".db") || time <= 0 || rc_date_from_iso (date) == RC_DATE_NONE)
    return NULL;
  backup = g_new0 (RcBackup, 1);
  backup->path = g_build_filename (request->folder, name, NULL);
  backup->date = rc_date_from_iso (date);
  backup->time = time;
  if (g_stat (backup->path, &facts) == 0)
    backup->size = (guint64) facts.st_size;
  return backup;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const RcBackup *first = *(RcBackup *const *) a;
  const RcBackup *second = *(RcBackup *const *) b;

  return first->time < second->time ? 1 : first->time > second->time ? -1 : 0;
}

/* (transfer full): none where there is no folder yet */
static GPtrArray *
list (const Request *request)
{
  GPtrArray *backups = g_ptr_array_new_with_free_func ((GDestroyNotify) rc_backup_free);
  g_autoptr (GDir) directory = g_dir_open (request->folder, 0, NULL);
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    {
      RcBackup *backup = read_name (request, name);

      if (backup != NULL)
        g_ptr_array_add (backups, backup);
    }
  g_ptr_array_sort (backups, compare);
  return backups;
}

/* The newest stays in any case. */
static void
remove_old (const Request *request)
{
  g_autoptr (GPtrArray) backups = list (request);

  for (guint i = 1; i < backups->len; i++)
    {
      const RcBackup *backup = g_ptr_array_index (backups, i);

      if (rc_date_days_until (backup->date, request->today) >= request->keep_days)
        g_unlink (backup->path);
    }
}

static gboolean
make_folder (const Request *request, GError **error)
{
  g_autofree char *name = g_filename_display_name (request->folder);
  int code;

  if (g_mkdir_with_parents (request->folder, 0700) == 0)
    return TRUE;
  code = errno;
  g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (code),
               _ ("The folder “%s” cannot be made: %s. Choose another folder for the backups."), name,
               g_strerror (code));
  return FALSE;
}

static char *
find_free_path (const Request *request)
{
  char *path = make_path (request, request->now);

  for (gint64 time = request->now + 1; g_file_test (path, G_FILE_TEST_EXISTS); time++)
    {
      g_free (path);
      path = make_path (request, time);
    }
  return path;
}

/* (transfer full): a name that the next program knows for a leftover */
static char *
make_unfinished_path (const Request *request)
{
  g_autofree char *name = g_strdup_printf (".new-%08x%08x.workspace", g_random_int (), g_random_int ());

  return g_build_filename (request->folder, name, NULL);
}

/* Blocks. (transfer full): the new copy's path */
static char *
make (const Request *request, GCancellable *cancellable, GError **error)
{
  g_autofree char *unfinished = make_unfinished_path (request);
  g_autofree char *path = NULL;
  g_autoptr (RcClaim) claim = NULL;

  if (!make_folder (request, error))
    return NULL;
  rc_claim_remove_leftovers (request->folder, rc_workspace_remove_file);
  claim = rc_claim_new (unfinished);
  if (rc_backup_make (request->workspace_path, unfinished, request->pace, cancellable, error))
    {
      path = find_free_path (request);
      if (g_rename (unfinished, path) == 0)
        return g_steal_pointer (&path);
      g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (errno),
                   _ ("The backup could not be given its name: %s"), g_strerror (errno));
    }
  rc_workspace_remove_file (unfinished);
  return NULL;
}

static void
list_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, list (data), (GDestroyNotify) g_ptr_array_unref);
}

static void
make_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  char *path = make (data, cancellable, &error);

  if (path == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  remove_old (data);
  g_task_return_pointer (task, path, g_free);
}

/* Takes @request. @tag: the function that a caller called */
static void
run_in_thread (Request *request, gpointer tag, GTaskThreadFunc function, GCancellable *cancellable,
               GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, request, (GDestroyNotify) free_request);
  g_task_run_in_thread (task, function);
}

/**
 * rc_backups_list_async:
 * @workspace: a workspace
 * @settings: this desk's settings
 * @cancellable: (nullable): nobody wants to know any more
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * Looks, in a thread, which copies of the workspace there are.
 */
void
rc_backups_list_async (RcWorkspace *workspace, GSettings *settings, GCancellable *cancellable,
                       GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (RC_IS_WORKSPACE (workspace) && G_IS_SETTINGS (settings));
  run_in_thread (create_request (workspace, settings), rc_backups_list_async, list_in_thread, cancellable,
                 callback, user_data);
}

/**
 * rc_backups_list_finish:
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable): an array of #RcBackup, the newest first; %NULL only where it was cancelled
 */
GPtrArray *
rc_backups_list_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, rc_backups_list_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * rc_backups_make_async:
 * @workspace: a workspace
 * @settings: this desk's settings: the folder, and for how many days copies are kept
 * @pace: whether somebody waits for it
 * @cancellable: (nullable): stops it
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * Copies the workspace in a thread, while it is used, and removes the copies that are too old.
 */
void
rc_backups_make_async (RcWorkspace *workspace, GSettings *settings, RcBackupPace pace,
                       GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  Request *request;

  g_return_if_fail (RC_IS_WORKSPACE (workspace) && G_IS_SETTINGS (settings));
  request = create_request (workspace, settings);
  request->pace = pace;
  run_in_thread (request, rc_backups_make_async, make_in_thread, cancellable, callback, user_data);
}

/**
 * rc_backups_make_finish:
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full): the copy's path; %NULL with an error of #RcStoreError or #GIOErrorEnum
 */
char *
rc_backups_make_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, rc_backups_make_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Brings the copy at @path to the newest format, and what became of its mails since then into it. */
static gboolean
prepare (const char *path, const char *present, GError **error)
{
  g_autoptr (RcDatabase) copy = rc_database_open (path, RC_DATABASE_READ_WRITE, error);

  return copy != NULL && rc_migration_run (copy, 0, NULL, error)
         && rc_backup_keep_sent (
             copy, present,
             _ ("A backup was restored in which the message still waits. It may have been sent "
                "since the backup was made."),
             error);
}

/* What takes the workspace's place is made ready beside, so that no program ever finds it otherwise. */
static gboolean
restore_prepared (RcDatabase *database, const Request *request, const char *present,
                  GCancellable *cancellable, GError **error)
{
  g_autofree char *prepared = make_unfinished_path (request);
  RcClaim *claim = rc_claim_new (prepared);
  gboolean done = rc_backup_make (request->restore_path, prepared, RC_BACKUP_PACE_FAST, cancellable, error)
                  && prepare (prepared, present, error)
                  && rc_backup_restore (database, prepared, cancellable, error);

  rc_workspace_remove_file (prepared);
  rc_claim_free (claim);
  return done;
}

/* In the writer's thread, so that nothing is written between the copy of what is there and what takes its place. */
static gpointer
restore (RcDatabase *database, gpointer data, GCancellable *cancellable, GError **error)
{
  const Request *request = data;
  g_autofree char *kept = NULL;

  if (!rc_backup_check (request->restore_path, cancellable, error))
    return NULL;
  kept = make (request, cancellable, error);
  if (kept == NULL || !restore_prepared (database, request, kept, cancellable, error))
    return NULL;
  return g_steal_pointer (&kept);
}

static void
on_restored (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  char *kept = rc_store_call_finish (RC_STORE (source), result, &error);

  rc_store_end_use (RC_STORE (source));
  if (kept == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  rc_workspace_tell_replaced (g_task_get_source_object (G_TASK (task)));
  g_task_return_pointer (task, kept, g_free);
}

/**
 * rc_backups_restore_async:
 * @workspace: a workspace
 * @settings: this desk's settings
 * @path: a copy
 * @cancellable: (nullable): stops it, with the workspace as it was
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * Copies what is in the workspace as another backup, then puts @path in its place: whole, or not at all. A mail that was sent
 * since @path was made stays sent (MS-2). Then the workspace
 * emits "replaced": it is to be opened anew.
 */
void
rc_backups_restore_async (RcWorkspace *workspace, GSettings *settings, const char *path,
                          GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Request *request;

  g_return_if_fail (RC_IS_WORKSPACE (workspace) && G_IS_SETTINGS (settings) && path != NULL);
  task = g_task_new (workspace, cancellable, callback, user_data);
  g_task_set_source_tag (task, rc_backups_restore_async);
  g_task_set_check_cancellable (task, FALSE); /* what was restored was restored */
  request = create_request (workspace, settings);
  request->restore_path = g_strdup (path);
  rc_store_begin_use (rc_workspace_get_store (workspace));
  rc_store_write_async (rc_workspace_get_store (workspace), restore, request, (GDestroyNotify) free_request,
                        g_free, cancellable, on_restored, g_steal_pointer (&task));
}

/**
 * rc_backups_restore_finish:
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full): the copy of what was there before; %NULL with an error of #RcStoreError or #GIOErrorEnum, and the
 *   workspace is as it was
 */
char *
rc_backups_restore_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, rc_backups_restore_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
