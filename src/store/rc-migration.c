/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-migration.h"

#include "rc-backup.h"
#include "rc-database-private.h"
#include "rc-migration-private.h"
#include "rc-store-resources.h"
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* Brings a file to the version of the schema that the program works with. The steps are the numbered SQL files of
 * data/sql; they are only ever added to. What fills a new workspace (policy, catalogue, members) is not done here. */

#define SQL_FOLDER "/org/resellerconsole/ResellerConsole/sql"

typedef struct
{
  gint64 application_id;
  gint64 version;
  gint64 n_tables;
} FileFacts;

static char **
load_steps (void)
{
  GResource *resource = rc_store_resources_get_resource ();
  GPtrArray *steps = g_ptr_array_new ();

  for (int number = 1;; number++)
    {
      g_autofree char *path = g_strdup_printf (SQL_FOLDER "/%04d.sql", number);
      g_autoptr (GBytes) sql = g_resource_lookup_data (resource, path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

      if (sql == NULL)
        break;
      g_ptr_array_add (steps, g_strndup (g_bytes_get_data (sql, NULL), g_bytes_get_size (sql)));
    }
  g_ptr_array_add (steps, NULL);
  return (char **) g_ptr_array_free (steps, FALSE);
}

/**
 * rc_migration_get_latest:
 *
 * Returns: the schema version that the program works with: how many steps it has
 */
int
rc_migration_get_latest (void)
{
  g_auto (GStrv) steps = load_steps ();

  return (int) g_strv_length (steps);
}

/**
 * rc_migration_get_backup_path:
 * @path: a workspace's file
 * @version: the schema version before a migration
 *
 * Returns: (transfer full): where the copy that is made before that migration lies
 */
char *
rc_migration_get_backup_path (const char *path, int version)
{
  return g_strdup_printf ("%s.%d.backup", path, version);
}

static gboolean
read_facts (RcDatabase *database, FileFacts *facts, GError **error)
{
  return rc_database_get_int (database, "PRAGMA application_id", &facts->application_id, error)
         && rc_database_get_int (database, "PRAGMA user_version", &facts->version, error)
         && rc_database_get_int (database, "SELECT count(*) FROM sqlite_schema", &facts->n_tables, error);
}

static gboolean
check_facts (const FileFacts *facts, int latest, GError **error)
{
  gboolean is_new = facts->application_id == 0 && facts->n_tables == 0 && facts->version == 0;

  if (!is_new && (facts->application_id != RC_WORKSPACE_APPLICATION_ID || facts->version < 1))
    {
      g_set_error_literal (error, RC_STORE_ERROR, RC_STORE_ERROR_FOREIGN,
                           _ ("The file is a database, but not a workspace of this program."));
      return FALSE;
    }
  if (facts->version > latest)
    {
      g_set_error (
          error, RC_STORE_ERROR, RC_STORE_ERROR_NEWER,
          /* Translators: the two are numbers of the file's format */
          _ ("The workspace was made by a newer version of the program: its format is %d, and this version "
             "knows formats up to %d. Install the newer version to open it."),
          (int) facts->version, latest);
      return FALSE;
    }
  return TRUE;
}

static gboolean
make_backup (RcDatabase *database, int version, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = rc_migration_get_backup_path (rc_database_get_path (database), version);
  g_autoptr (RcDatabase) copy = NULL;

  /* A copy that an interrupted migration of the same version left behind. */
  g_unlink (path);
  copy = rc_database_open (path, RC_DATABASE_CREATE, error);
  if (copy == NULL)
    return FALSE;
  if (rc_backup_copy (database, copy, RC_BACKUP_PACE_FAST, cancellable, error))
    return TRUE;
  g_clear_object (&copy);
  g_unlink (path);
  return FALSE;
}

static gboolean
run_step (RcDatabase *database, const char *sql, int version, GError **error)
{
  g_autofree char *marks = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d;",
                                            RC_WORKSPACE_APPLICATION_ID, version);

  gint64 current = 0;

  if (!rc_database_begin (database, error))
    return FALSE;
  /* Another process may have been here between the first look and this transaction. */
  if (rc_database_get_int (database, "PRAGMA user_version", &current, error) && current >= version)
    {
      rc_database_rollback (database);
      return TRUE;
    }
  if (rc_database_execute (database, sql, error) && rc_database_execute (database, marks, error)
      && rc_database_commit (database, error))
    return TRUE;
  rc_database_rollback (database);
  return FALSE;
}

static gboolean
is_cancelled (gpointer cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

static gboolean
run_steps_from (RcDatabase *database, const char *const *steps, int from, int to, GCancellable *cancellable,
                GError **error)
{
  gboolean done = TRUE;

  rc_database_set_stop_func (database, cancellable != NULL ? is_cancelled : NULL, cancellable);
  for (int version = from; version < to && done; version++)
    {
      done = run_step (database, steps[version], version + 1, error);
      if (!done)
        g_prefix_error (error, _ ("The workspace could not be brought to format %d: "), version + 1);
    }
  rc_database_set_stop_func (database, NULL, NULL);
  return done;
}

/**
 * rc_migration_run_steps:
 * @database: a connection that may write
 * @steps: (array zero-terminated=1): SQL texts; step i leads from version i to i + 1
 * @target: the version wanted, or 0 for the last one
 * @cancellable: (nullable): ends it, with all or nothing of each step done
 * @error: return location
 *
 * What rc_migration_run() does, with given steps.
 *
 * Returns: whether the file is at @target now, or was beyond it already
 */
gboolean
rc_migration_run_steps (RcDatabase *database, const char *const *steps, int target, GCancellable *cancellable,
                        GError **error)
{
  int latest = (int) g_strv_length ((char **) steps);
  FileFacts facts = { 0 };

  g_return_val_if_fail (RC_IS_DATABASE (database), FALSE);
  g_return_val_if_fail (target >= 0 && target <= latest, FALSE);

  if (!read_facts (database, &facts, error) || !check_facts (&facts, latest, error))
    return FALSE;
  /* The journal's mode is written into the file, so not before it is known to be ours. */
  if (!rc_database_execute (database, "PRAGMA journal_mode = WAL", error))
    return FALSE;
  if (target == 0)
    target = latest;
  if (facts.version >= target)
    return TRUE;
  if (facts.version > 0 && !make_backup (database, (int) facts.version, cancellable, error))
    {
      g_prefix_error (error, "%s", _ ("The workspace could not be copied before the change of its format: "));
      return FALSE;
    }
  return run_steps_from (database, steps, (int) facts.version, target, cancellable, error);
}

/**
 * rc_migration_run:
 * @database: a connection that may write
 * @target: the version wanted, or 0 for the latest
 * @cancellable: (nullable): ends it, with all or nothing of each step done
 * @error: return location
 *
 * Makes a workspace's schema of an empty file, or brings an older one to @target, one transaction a step; version and
 * application id are set in the step's transaction. A file that holds anything is copied first, next to itself: see
 * rc_migration_get_backup_path().
 *
 * Returns: whether the file is at @target now. %RC_STORE_ERROR_FOREIGN and %RC_STORE_ERROR_NEWER where the file is
 * something else: it is untouched then
 */
gboolean
rc_migration_run (RcDatabase *database, int target, GCancellable *cancellable, GError **error)
{
  g_auto (GStrv) steps = load_steps ();

  return rc_migration_run_steps (database, (const char *const *) steps, target, cancellable, error);
}
