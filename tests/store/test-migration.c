/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-database-private.h"
#include "rc-migration-private.h"
#include "store-fixture.h"
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

/* What is ours is brought to the latest version, with a copy first; what is not is left as it is. */

static const char *const two_steps[] = {
  "CREATE TABLE first (a INTEGER) STRICT; INSERT INTO first VALUES (42)",
  "CREATE TABLE second (a INTEGER) STRICT", NULL
};

static RcDatabase *
open_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  RcDatabase *database = rc_database_open (path, RC_DATABASE_CREATE, &error);

  g_assert_no_error (error);
  return database;
}

static void
migrate (RcDatabase *database, const char *const *steps, int target)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (rc_migration_run_steps (database, steps, target, NULL, &error));
  g_assert_no_error (error);
}

static void
test_empty_becomes_workspace (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (RcDatabase) database = store_fixture_create (fixture);
  g_autofree char *backup = rc_migration_get_backup_path (fixture->path, 0);

  g_assert_cmpint (rc_migration_get_latest (), >=, 1);
  g_assert_cmpint (store_fixture_get_int (database, "PRAGMA user_version"), ==, rc_migration_get_latest ());
  g_assert_cmpint (store_fixture_get_int (database, "PRAGMA application_id"), ==,
                   RC_WORKSPACE_APPLICATION_ID);
  g_assert_cmpint (store_fixture_get_int (database, "SELECT count(*) FROM customers"), ==, 0);
  g_assert_false (g_file_test (backup, G_FILE_TEST_EXISTS));
}

static void
test_latest_is_left_alone (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (RcDatabase) database = store_fixture_create (fixture);
  g_autofree char *backup = rc_migration_get_backup_path (fixture->path, rc_migration_get_latest ());
  gint64 schema = store_fixture_get_int (database, "PRAGMA schema_version");

  g_assert_true (rc_migration_run (database, 0, NULL, NULL));
  g_assert_cmpint (store_fixture_get_int (database, "PRAGMA schema_version"), ==, schema);
  g_assert_false (g_file_test (backup, G_FILE_TEST_EXISTS));
}

static void
assert_refused (StoreFixture *fixture, const char *sql, int code)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length_before, length_after;
  g_autoptr (RcDatabase) database = open_file (fixture->path);
  g_autoptr (GError) error = NULL;

  store_fixture_execute (database, sql);
  g_assert_true (g_file_get_contents (fixture->path, &before, &length_before, NULL));
  g_assert_false (rc_migration_run (database, 0, NULL, &error));
  g_assert_error (error, RC_STORE_ERROR, code);
  g_clear_object (&database);
  g_assert_true (g_file_get_contents (fixture->path, &after, &length_after, NULL));
  g_assert_cmpmem (before, length_before, after, length_after);
}

static void
test_newer_is_refused (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *sql =
      g_strdup_printf ("CREATE TABLE t (a INTEGER); PRAGMA application_id = %d; PRAGMA user_version = %d",
                       RC_WORKSPACE_APPLICATION_ID, rc_migration_get_latest () + 1);

  assert_refused (fixture, sql, RC_STORE_ERROR_NEWER);
}

static void
test_other_programs_file_is_refused (StoreFixture *fixture, gconstpointer data)
{
  assert_refused (fixture, "PRAGMA application_id = 7; CREATE TABLE t (a INTEGER)", RC_STORE_ERROR_FOREIGN);
}

static void
test_unmarked_file_is_refused (StoreFixture *fixture, gconstpointer data)
{
  assert_refused (fixture, "CREATE TABLE t (a INTEGER)", RC_STORE_ERROR_FOREIGN);
}

static void
test_marked_without_version_is_refused (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *sql =
      g_strdup_printf ("PRAGMA application_id = %d; CREATE TABLE t (a INTEGER)", RC_WORKSPACE_APPLICATION_ID);

  assert_refused (fixture, sql, RC_STORE_ERROR_FOREIGN);
}

static void
test_no_database_is_refused (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *text = g_strnfill (4096, 'x');
  g_autofree char *after = NULL;
  g_autoptr (RcDatabase) database = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (fixture->path, text, -1, NULL));
  database = rc_database_open (fixture->path, RC_DATABASE_READ_WRITE, &error);
  if (database != NULL)
    g_assert_false (rc_migration_run (database, 0, NULL, &error));
  g_assert_error (error, RC_STORE_ERROR, RC_STORE_ERROR_FOREIGN);
  g_clear_object (&database);
  g_assert_true (g_file_get_contents (fixture->path, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, text);
}

static void
test_backup_is_made (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *path = rc_migration_get_backup_path (fixture->path, 1);
  g_autoptr (RcDatabase) database = open_file (fixture->path);
  g_autoptr (RcDatabase) backup = NULL;

  migrate (database, two_steps, 1);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  migrate (database, two_steps, 0);
  g_assert_cmpint (store_fixture_get_int (database, "PRAGMA user_version"), ==, 2);
  g_assert_cmpint (store_fixture_get_int (database, "SELECT count(*) FROM second"), ==, 0);

  backup = open_file (path);
  g_assert_cmpint (store_fixture_get_int (backup, "PRAGMA user_version"), ==, 1);
  g_assert_cmpint (store_fixture_get_int (backup, "SELECT a FROM first"), ==, 42);
  g_assert_cmpint (store_fixture_get_int (backup, "SELECT count(*) FROM sqlite_schema"), ==, 1);
}

static void
test_failing_step_leaves_old_version (StoreFixture *fixture, gconstpointer data)
{
  static const char *const steps[] = {
    "CREATE TABLE first (a INTEGER) STRICT",
    "CREATE TABLE second (a INTEGER) STRICT; INSERT INTO nowhere VALUES (1)", NULL
  };
  g_autoptr (RcDatabase) database = open_file (fixture->path);
  g_autoptr (GError) error = NULL;

  g_assert_false (rc_migration_run_steps (database, steps, 0, NULL, &error));
  g_assert_error (error, RC_STORE_ERROR, RC_STORE_ERROR_FAILED);
  g_assert_cmpint (store_fixture_get_int (database, "PRAGMA user_version"), ==, 1);
  g_assert_cmpint (store_fixture_get_int (database, "SELECT count(*) FROM sqlite_schema"), ==, 1);
}

/* The second step never ends: what is killed in it has written, but not committed. */
static const char *const endless_steps[] = {
  "CREATE TABLE first (a INTEGER) STRICT",
  "CREATE TABLE second (a INTEGER) STRICT;"
  "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) INSERT INTO second SELECT i FROM n",
  NULL
};

static void
test_killed_leaves_old_version (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);
  g_autoptr (RcDatabase) database = NULL;
  pid_t child = fork ();
  int status;

  if (child == 0)
    {
      RcDatabase *victim = rc_database_open (fixture->path, RC_DATABASE_CREATE, NULL);

      rc_database_execute (victim, "PRAGMA cache_size = 10", NULL);
      rc_migration_run_steps (victim, endless_steps, 0, NULL, NULL);
      _exit (1);
    }
  /* Until the step has spilled into the journal. */
  for (int i = 0; i < 500; i++)
    {
      GStatBuf info;

      if (g_stat (wal, &info) == 0 && info.st_size > 1000000)
        break;
      g_usleep (10000);
    }
  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));

  database = open_file (fixture->path);
  g_assert_cmpint (store_fixture_get_int (database, "PRAGMA user_version"), ==, 1);
  g_assert_cmpint (store_fixture_get_int (database, "SELECT count(*) FROM sqlite_schema"), ==, 1);
  migrate (database, two_steps, 0);
  g_assert_cmpint (store_fixture_get_int (database, "PRAGMA user_version"), ==, 2);
}

static void
test_cancelled_leaves_old_version (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (RcDatabase) database = open_file (fixture->path);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  migrate (database, endless_steps, 1);
  g_cancellable_cancel (cancellable);
  g_assert_false (rc_migration_run_steps (database, endless_steps, 0, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (store_fixture_get_int (database, "PRAGMA user_version"), ==, 1);
}

/* Workspaces of older versions, as SQL of their time: <version>.sql. Each must come to the latest version whole. */
static void
test_old_versions_are_brought_up (StoreFixture *fixture, gconstpointer data)
{
  for (int version = 1; version <= rc_migration_get_latest (); version++)
    {
      g_autofree char *name = g_strdup_printf ("%04d.sql", version);
      g_autofree char *file = g_test_build_filename (G_TEST_DIST, "data", "workspaces", name, NULL);
      g_autofree char *path = g_strdup_printf ("%s.%d", fixture->path, version);
      g_autofree char *sql = NULL;
      g_autoptr (RcDatabase) database = open_file (path);
      g_autoptr (GError) error = NULL;

      g_assert_true (rc_migration_run (database, version, NULL, &error));
      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (file, &sql, NULL, &error));
      g_assert_no_error (error);
      store_fixture_execute (database, sql);
      g_assert_true (rc_migration_run (database, 0, NULL, &error));
      g_assert_no_error (error);
      g_assert_cmpint (store_fixture_get_int (database, "SELECT count(*) FROM customers"), ==, 2);
      g_assert_cmpint (store_fixture_get_int (database, "SELECT count(*) FROM pragma_foreign_key_check"), ==,
                       0);
      g_assert_cmpint (
          store_fixture_get_int (database,
                                 "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'"),
          ==, 1);
    }
}

static void
on_copied (double fraction, gpointer data)
{
  g_array_append_val ((GArray *) data, fraction);
}

/* A workspace of version 1 and some size: how far its copy has come is told all along, and the copy is whole. */
static void
test_copy_is_told_of (StoreFixture *fixture, gconstpointer data)
{
  static const char *const later[] = { "SELECT 1", "CREATE TABLE later (a INTEGER) STRICT", NULL };
  g_autofree char *file = g_test_build_filename (G_TEST_DIST, "data", "workspaces", "0001.sql", NULL);
  g_autofree char *copy = rc_migration_get_backup_path (fixture->path, 1);
  g_autoptr (RcDatabase) database = open_file (fixture->path);
  g_autoptr (RcDatabase) copied = NULL;
  g_autoptr (GArray) fractions = g_array_new (FALSE, FALSE, sizeof (double));
  g_autofree char *sql = NULL;

  g_assert_true (rc_migration_run (database, 1, NULL, NULL));
  g_assert_true (g_file_get_contents (file, &sql, NULL, NULL));
  store_fixture_execute (database, sql);
  store_fixture_execute (
      database, "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40) "
                "INSERT INTO settings (name, value) SELECT 'much-' || i, hex (zeroblob (500000)) FROM n");
  rc_database_set_copy_progress (database, on_copied, fractions);
  migrate (database, later, 0);
  rc_database_set_copy_progress (database, NULL, NULL);
  g_assert_cmpuint (fractions->len, >=, 4);
  for (guint i = 1; i < fractions->len; i++)
    g_assert_cmpfloat (g_array_index (fractions, double, i), >, g_array_index (fractions, double, i - 1));
  g_assert_cmpfloat (g_array_index (fractions, double, 0), <, 0.5);
  g_assert_cmpfloat (g_array_index (fractions, double, fractions->len - 1), ==, 1.0);
  g_assert_cmpint (store_fixture_get_int (database, "PRAGMA user_version"), ==, 2);
  copied = open_file (copy);
  g_assert_cmpint (store_fixture_get_int (copied, "PRAGMA user_version"), ==, 1);
  g_assert_cmpint (store_fixture_get_int (copied, "SELECT count(*) FROM settings WHERE name LIKE 'much-%'"),
                   ==, 40);
  g_assert_cmpint (store_fixture_get_int (copied, "SELECT count(*) FROM customers"), ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  STORE_TEST ("/migration/empty-becomes-workspace", test_empty_becomes_workspace);
  STORE_TEST ("/migration/latest-is-left-alone", test_latest_is_left_alone);
  STORE_TEST ("/migration/newer-is-refused", test_newer_is_refused);
  STORE_TEST ("/migration/other-programs-file-is-refused", test_other_programs_file_is_refused);
  STORE_TEST ("/migration/unmarked-file-is-refused", test_unmarked_file_is_refused);
  STORE_TEST ("/migration/marked-without-version-is-refused", test_marked_without_version_is_refused);
  STORE_TEST ("/migration/no-database-is-refused", test_no_database_is_refused);
  STORE_TEST ("/migration/backup-is-made", test_backup_is_made);
  STORE_TEST ("/migration/failing-step-leaves-old-version", test_failing_step_leaves_old_version);
  STORE_TEST ("/migration/killed-leaves-old-version", test_killed_leaves_old_version);
  STORE_TEST ("/migration/cancelled-leaves-old-version", test_cancelled_leaves_old_version);
  STORE_TEST ("/migration/old-versions-are-brought-up", test_old_versions_are_brought_up);
  STORE_TEST ("/migration/copy-is-told-of", test_copy_is_told_of);
  return g_test_run ();
}
