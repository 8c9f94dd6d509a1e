/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-backup.h"

#include "rc-database-private.h"
#include "rc-migration.h"
#include <glib/gi18n-lib.h>

/* Copies a workspace's pages from one file to another with SQLite's backup, both ways: into a new file, and back into the
 * workspace, where it is one transaction. Where the copies lie, and for how long, is not known here. */

#define PAGES_A_STEP 2048
#define PAGES_A_GENTLE_STEP 256
#define GENTLE_STEPS_BETWEEN_SYNCS 8 /* 8 MB */
#define SHORTEST_PAUSE (10 * G_TIME_SPAN_MILLISECOND)
#define LONGEST_PAUSE (250 * G_TIME_SPAN_MILLISECOND)
#define PAUSE_SHARE 4 /* a pause is as many times as long as the step before it */

/* What was copied goes to the disk now and then: a gigabyte of it at once, at the end, would hold up every commit. */
static void
sync_copy (RcDatabase *to)
{
  sqlite3_file *file = NULL;

  if (sqlite3_file_control (rc_database_get_handle (to), "main", SQLITE_FCNTL_FILE_POINTER, &file)
          == SQLITE_OK
      && file != NULL && file->pMethods != NULL)
    file->pMethods->xSync (file, SQLITE_SYNC_NORMAL); /* whether all of it is there is asked at the end */
}

static int
copy_step (RcDatabase *to, sqlite3_backup *backup, RcBackupPace pace, guint n_steps)
{
  gint64 start = g_get_monotonic_time ();
  int code = sqlite3_backup_step (backup, pace == RC_BACKUP_PACE_FAST ? PAGES_A_STEP : PAGES_A_GENTLE_STEP);

  if (pace == RC_BACKUP_PACE_FAST || code != SQLITE_OK)
    return code;
  if (n_steps % GENTLE_STEPS_BETWEEN_SYNCS == 0)
    sync_copy (to);
  g_usleep ((gulong) CLAMP ((g_get_monotonic_time () - start) * PAUSE_SHARE, SHORTEST_PAUSE, LONGEST_PAUSE));
  return code;
}

static int
copy_pages (RcDatabase *from, RcDatabase *to, sqlite3_backup *backup, RcBackupPace pace,
            GCancellable *cancellable)
{
  int code = SQLITE_OK;

  for (guint n_steps = 1; code == SQLITE_OK && !g_cancellable_is_cancelled (cancellable); n_steps++)
    {
      code = copy_step (to, backup, pace, n_steps);
      rc_database_report_copied (
          from, 1 - (double) sqlite3_backup_remaining (backup) / MAX (sqlite3_backup_pagecount (backup), 1));
    }
  return code == SQLITE_OK ? SQLITE_INTERRUPT : code;
}

/**
 * rc_backup_copy:
 * @from: a connection
 * @to: another one, that may write
 * @pace: whether somebody waits for it
 * @cancellable: (nullable): stops it; @to is as it was then
 * @error: return location, of #RcStoreError
 *
 * Puts all that is in @from in the place of what is in @to, in one transaction.
 *
 * Returns: whether that was done
 */
gboolean
rc_backup_copy (RcDatabase *from, RcDatabase *to, RcBackupPace pace, GCancellable *cancellable,
                GError **error)
{
  sqlite3_backup *backup;
  int code;

  g_return_val_if_fail (RC_IS_DATABASE (from) && RC_IS_DATABASE (to), FALSE);
  rc_database_reset_statements (to);
  backup = sqlite3_backup_init (rc_database_get_handle (to), "main", rc_database_get_handle (from), "main");
  if (backup == NULL)
    {
      rc_database_set_error (to, sqlite3_extended_errcode (rc_database_get_handle (to)), error);
      return FALSE;
    }
  code = copy_pages (from, to, backup, pace, cancellable);
  sqlite3_backup_finish (backup);
  if (code == SQLITE_DONE)
    return TRUE;
  if (!g_cancellable_set_error_if_cancelled (cancellable, error))
    rc_database_set_error (to, code, error);
  return FALSE;
}

/**
 * rc_backup_make_from:
 * @from: a connection to a workspace, not in a transaction
 * @target: where its copy is to lie: a name that is free
 * @pace: whether somebody waits for it
 * @cancellable: (nullable): stops it
 * @error: return location, of #RcStoreError
 *
 * Copies the workspace as it is now, into one file without a journal beside it. What is left of one that failed is for the
 * caller to remove.
 *
 * Returns: whether @target is there, on the disk
 */
gboolean
rc_backup_make_from (RcDatabase *from, const char *target, RcBackupPace pace, GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (RcDatabase) to = NULL;
  gboolean own = FALSE;
  gboolean done;

  g_return_val_if_fail (RC_IS_DATABASE (from) && target != NULL, FALSE);
  to = rc_database_open (target, RC_DATABASE_CREATE, error);
  /* One view of the file from the first page to the last: it begins anew for nobody's commit. */
  if (to == NULL || !rc_database_begin_view (from, &own, error))
    return FALSE;
  done = rc_backup_copy (from, to, pace, cancellable, error);
  if (own)
    rc_database_rollback (from);
  return done && rc_database_execute (to, "PRAGMA journal_mode = DELETE", error);
}

/**
 * rc_backup_make:
 * @path: a workspace's file, which others may have open
 * @target: where its copy is to lie: a name that is free
 * @pace: whether somebody waits for it
 * @cancellable: (nullable): stops it
 * @error: return location, of #RcStoreError
 *
 * rc_backup_make_from() for a file.
 *
 * Returns: whether @target is there, on the disk
 */
gboolean
rc_backup_make (const char *path, const char *target, RcBackupPace pace, GCancellable *cancellable,
                GError **error)
{
  g_autoptr (RcDatabase) from = NULL;

  g_return_val_if_fail (path != NULL && target != NULL, FALSE);
  from = rc_database_open (path, RC_DATABASE_READ_ONLY, error);
  return from != NULL && rc_backup_make_from (from, target, pace, cancellable, error);
}

/* SQLite's own look at the pages; the first fault is enough. Saying so in the brackets makes SQLite 3.46 look for a table
 * of that name. */
static gboolean
check_pages (RcDatabase *database, GError **error)
{
  gint64 is_whole = 0;

  if (!rc_database_get_int (database, "SELECT quick_check = 'ok' FROM pragma_quick_check LIMIT 1", &is_whole,
                            error))
    return FALSE;
  if (is_whole)
    return TRUE;
  g_set_error_literal (error, RC_STORE_ERROR, RC_STORE_ERROR_CORRUPT,
                       _ ("The backup is damaged. Choose another one."));
  return FALSE;
}

/**
 * rc_backup_check:
 * @path: a copy
 * @cancellable: (nullable): stops it
 * @error: %RC_STORE_ERROR_FOREIGN, %RC_STORE_ERROR_NEWER or %RC_STORE_ERROR_CORRUPT where it cannot be restored
 *
 * Returns: whether it is a whole workspace that this program knows
 */
gboolean
rc_backup_check (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (RcDatabase) database = NULL;
  gint64 application_id = 0;
  gint64 version = 0;

  g_return_val_if_fail (path != NULL, FALSE);
  database = rc_database_open (path, RC_DATABASE_READ_ONLY, error);
  if (database == NULL || !rc_database_get_int (database, "PRAGMA application_id", &application_id, error)
      || !rc_database_get_int (database, "PRAGMA user_version", &version, error)
      || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (application_id != RC_WORKSPACE_APPLICATION_ID || version < 1)
    g_set_error_literal (error, RC_STORE_ERROR, RC_STORE_ERROR_FOREIGN,
                         _ ("The file is not a backup of a workspace."));
  else if (version > rc_migration_get_latest ())
    g_set_error_literal (
        error, RC_STORE_ERROR, RC_STORE_ERROR_NEWER,
        _ ("The backup was made by a newer version of the program. Install that one first."));
  else
    return check_pages (database, error);
  return FALSE;
}

/**
 * rc_backup_restore:
 * @database: a workspace's connection that may write, not in a transaction
 * @path: a copy that passed rc_backup_check()
 * @cancellable: (nullable): stops it; the workspace is as it was then
 * @error: return location, of #RcStoreError
 *
 * Puts the copy in the place of all that is in the workspace, in one transaction: whoever has it open sees either the one or
 * the other, and so does the next program after a crash. A copy of an older format is brought to the newest one.
 *
 * Returns: whether that was done
 */
gboolean
rc_backup_restore (RcDatabase *database, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (RcDatabase) from = NULL;

  g_return_val_if_fail (RC_IS_DATABASE (database) && path != NULL, FALSE);
  from = rc_database_open (path, RC_DATABASE_READ_ONLY, error);
  return from != NULL && rc_backup_copy (from, database, RC_BACKUP_PACE_FAST, cancellable, error)
         && rc_migration_run (database, 0, NULL, error);
}
