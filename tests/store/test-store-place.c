/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-backup.h"
#include "rc-migration.h"
#include "rc-store.h"
#include "store-fixture.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

/* A file that is moved, changed elsewhere, replaced or deleted while it is open: nothing is written to the wrong place, and
 * nothing that was written is lost. */

static RcStore *
open_store (const char *path)
{
  g_autoptr (GError) error = NULL;
  RcStore *store = rc_store_open (path, TRUE, NULL, &error);

  g_assert_no_error (error);
  return store;
}

static gpointer
insert (RcDatabase *database, gpointer name, GCancellable *cancellable, GError **error)
{
  RcStatement *statement = rc_database_prepare (
      database, "INSERT INTO settings (name, value) VALUES ($1, hex (zeroblob (10000)))", error);

  rc_statement_bind_text (statement, "$1", name);
  return rc_statement_run (statement, error) ? GINT_TO_POINTER (TRUE) : NULL;
}

static gpointer
count (RcDatabase *database, gpointer data, GCancellable *cancellable, GError **error)
{
  gint64 *n = data;

  return rc_database_get_int (database, "SELECT count(*) FROM settings", n, error) ? data : NULL;
}

static gpointer
copy_to (RcDatabase *database, gpointer target, GCancellable *cancellable, GError **error)
{
  return rc_backup_make_from (database, target, RC_BACKUP_PACE_FAST, cancellable, error) ? target : NULL;
}

static gint64
count_in (RcStore *store)
{
  gint64 n = -1;

  rc_store_read (store, count, &n, NULL);
  return n;
}

static gint64
count_in_file (const char *path)
{
  g_autoptr (RcStore) store = open_store (path);
  gint64 n = count_in (store);

  rc_store_close (store);
  return n;
}

static void
assert_refused (RcStore *store, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (rc_store_write (store, insert, (gpointer) "refused", &error));
  g_assert_error (error, RC_STORE_ERROR, RC_STORE_ERROR_MOVED);
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” does not say “%s”", error->message, words);
}

static void
rename_file (const char *from, const char *to)
{
  if (g_rename (from, to) != 0)
    g_error ("%s cannot be called %s: %s", from, to, g_strerror (errno));
}

static goffset
get_size (const char *path, const char *suffix)
{
  g_autofree char *name = g_strconcat (path, suffix, NULL);
  GStatBuf facts;

  return g_stat (name, &facts) == 0 ? facts.st_size : -1;
}

/* What was written goes along, from the journal too; and when the file is back, it goes on. */
static void
test_moved (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (RcStore) store = open_store (fixture->path);
  g_autofree char *elsewhere = g_build_filename (fixture->directory, "elsewhere.db", NULL);

  g_assert_nonnull (rc_store_write (store, insert, (gpointer) "a", NULL));
  g_assert_cmpint (get_size (fixture->path, "-wal"), >, 0);
  rename_file (fixture->path, elsewhere);
  assert_refused (store, "is not where it was");
  g_assert_cmpint (get_size (fixture->path, "-wal"), ==, 0);
  g_assert_cmpint (count_in (store), ==, 1);
  rename_file (elsewhere, fixture->path);
  g_assert_nonnull (rc_store_write (store, insert, (gpointer) "b", NULL));
  g_assert_cmpint (count_in (store), ==, 2);
  rename_file (fixture->path, elsewhere);
  assert_refused (store, "is not where it was");
  g_assert_cmpint (count_in_file (elsewhere), ==, 2);
  rc_store_close (store);
  g_assert_cmpint (get_size (fixture->path, "-wal"), ==, -1);
  g_assert_cmpint (get_size (fixture->path, "-shm"), ==, -1);
}

/* While another program reads in the journal nothing can be moved out of it; when it does not any more, all is. */
static void
test_moved_while_read (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (RcStore) store = open_store (fixture->path);
  g_autofree char *elsewhere = g_build_filename (fixture->directory, "elsewhere.db", NULL);
  g_autoptr (RcDatabase) other = rc_database_open (fixture->path, RC_DATABASE_READ_ONLY, NULL);
  gint64 n = -1;

  g_assert_nonnull (rc_store_write (store, insert, (gpointer) "a", NULL));
  g_assert_true (rc_database_begin (other, NULL));
  g_assert_nonnull (count (other, &n, NULL, NULL));
  rename_file (fixture->path, elsewhere);
  assert_refused (store, "is not where it was");
  g_assert_cmpint (get_size (fixture->path, "-wal"), >, 0);
  rc_database_rollback (other);
  rc_store_close (store);
  g_assert_cmpint (get_size (fixture->path, "-wal"), <=, 0);
  g_clear_object (&other);
  g_assert_cmpint (count_in_file (elsewhere), ==, 1);
}

/* Whoever opens the file next would make another journal: two would write without knowing of each other. */
static void
test_journal_removed (StoreFixture *fixture, gconstpointer data)
{
  static const char *const suffixes[] = { "-wal", "-shm" };
  g_autoptr (RcStore) store = open_store (fixture->path);
  g_autofree char *elsewhere = g_build_filename (fixture->directory, "elsewhere.db", NULL);

  g_assert_nonnull (rc_store_write (store, insert, (gpointer) "a", NULL));
  rename_file (fixture->path, elsewhere);
  assert_refused (store, "is not where it was");
  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (fixture->path, suffixes[i], NULL);

      g_assert_cmpint (g_unlink (name), ==, 0);
    }
  rename_file (elsewhere, fixture->path);
  assert_refused (store, "opened again");
  rc_store_close (store);
  g_assert_cmpint (count_in_file (fixture->path), ==, 1);
}

/* What is known of the file's pages is not true any more. */
static void
test_changed_elsewhere (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (RcStore) store = open_store (fixture->path);
  g_autoptr (RcStore) other = NULL;
  g_autofree char *elsewhere = g_build_filename (fixture->directory, "elsewhere.db", NULL);

  rename_file (fixture->path, elsewhere);
  assert_refused (store, "is not where it was");
  other = open_store (elsewhere);
  g_assert_nonnull (rc_store_write (other, insert, (gpointer) "a", NULL));
  rc_store_close (other);
  rename_file (elsewhere, fixture->path);
  assert_refused (store, "opened again");
  rc_store_close (store);
  g_assert_cmpint (count_in_file (fixture->path), ==, 1);
}

static void
test_replaced (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (RcStore) store = NULL;
  g_autofree char *elsewhere = g_build_filename (fixture->directory, "elsewhere.db", NULL);

  g_assert_cmpint (count_in_file (elsewhere), ==, 0);
  store = open_store (fixture->path);
  g_assert_nonnull (rc_store_write (store, insert, (gpointer) "a", NULL));
  rename_file (elsewhere, fixture->path);
  assert_refused (store, "opened again");
  assert_refused (store, "opened again");
  g_assert_cmpint (get_size (fixture->path, "-wal"), ==, 0);
  rc_store_close (store);
  g_assert_cmpint (count_in_file (fixture->path), ==, 0);
}

/* What is open can still be read, and so be saved. */
static void
test_deleted (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (RcStore) store = open_store (fixture->path);
  g_autofree char *elsewhere = g_build_filename (fixture->directory, "elsewhere.db", NULL);

  g_assert_nonnull (rc_store_write (store, insert, (gpointer) "a", NULL));
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  assert_refused (store, "deleted");
  g_assert_nonnull (rc_store_read (store, copy_to, elsewhere, NULL));
  rc_store_close (store);
  g_assert_cmpint (count_in_file (elsewhere), ==, 1);
}

static gpointer
check_integrity (RcDatabase *database, gpointer data, GCancellable *cancellable, GError **error)
{
  gint64 n = 0;

  return rc_database_get_int (
             database, "SELECT count (*) FROM pragma_integrity_check WHERE integrity_check = 'ok'", &n, error)
                 && n == 1
             ? GINT_TO_POINTER (TRUE)
             : NULL;
}

static void
wait_for_room (const char *path)
{
  gint64 deadline = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

  while (get_size (path, "-wal") < 2000 * 4096)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      g_usleep (1000);
    }
}

/* One index for two journals: whoever opens the new name is told, until the old one is left. */
static void
test_two_names (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (RcStore) store = open_store (fixture->path);
  g_autoptr (RcStore) other = NULL;
  g_autofree char *elsewhere = g_build_filename (fixture->directory, "elsewhere.db", NULL);
  g_autoptr (GError) error = NULL;

  wait_for_room (fixture->path);
  rename_file (fixture->path, elsewhere);
  g_assert_null (rc_store_open (elsewhere, FALSE, NULL, &error));
  g_assert_error (error, RC_STORE_ERROR, RC_STORE_ERROR_BUSY);
  g_assert_nonnull (strstr (error->message, fixture->path));

  assert_refused (store, "is not where it was");
  other = open_store (elsewhere);
  g_assert_nonnull (rc_store_write (other, insert, (gpointer) "a", NULL));
  assert_refused (store, "is not where it was");
  rc_store_close (store);
  g_assert_nonnull (rc_store_write (other, check_integrity, NULL, NULL));
  rc_store_close (other);
  g_assert_cmpint (count_in_file (elsewhere), ==, 1);
}

/* It has one journal, however the way to it is spelled. */
static void
test_two_ways (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (RcStore) store = open_store (fixture->path);
  g_autoptr (RcStore) other = NULL;
  g_autofree char *link = g_build_filename (fixture->directory, "link.db", NULL);
  g_autofree char *name = g_path_get_basename (fixture->path);

  g_assert_cmpint (symlink (name, link), ==, 0);
  other = open_store (link);
  g_assert_nonnull (rc_store_write (other, insert, (gpointer) "a", NULL));
  g_assert_nonnull (rc_store_write (store, insert, (gpointer) "b", NULL));
  g_assert_cmpint (count_in (other), ==, 2);
  rc_store_close (other);
  rc_store_close (store);
  g_assert_cmpint (count_in_file (fixture->path), ==, 2);
}

/* Who has it under the name that it does not have any more takes nothing in its own journal for the other's pages. */
static void
test_named_back (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (RcStore) store = open_store (fixture->path);
  g_autoptr (RcStore) other = NULL;
  g_autofree char *elsewhere = g_build_filename (fixture->directory, "elsewhere.db", NULL);

  rename_file (fixture->path, elsewhere);
  assert_refused (store, "is not where it was");
  other = open_store (elsewhere);
  wait_for_room (elsewhere);
  rename_file (elsewhere, fixture->path);
  g_assert_nonnull (rc_store_write (store, insert, (gpointer) "a", NULL));
  assert_refused (other, "is not where it was");
  g_assert_cmpint (get_size (elsewhere, "-wal"), ==, 0);
  g_assert_nonnull (rc_store_write (store, insert, (gpointer) "b", NULL));
  rc_store_close (other);
  g_assert_nonnull (rc_store_write (store, check_integrity, NULL, NULL));
  rc_store_close (store);
  g_assert_cmpint (count_in_file (fixture->path), ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  STORE_TEST ("/store-place/moved", test_moved);
  STORE_TEST ("/store-place/moved-while-read", test_moved_while_read);
  STORE_TEST ("/store-place/journal-removed", test_journal_removed);
  STORE_TEST ("/store-place/changed-elsewhere", test_changed_elsewhere);
  STORE_TEST ("/store-place/two-names", test_two_names);
  STORE_TEST ("/store-place/two-ways", test_two_ways);
  STORE_TEST ("/store-place/named-back", test_named_back);
  STORE_TEST ("/store-place/replaced", test_replaced);
  STORE_TEST ("/store-place/deleted", test_deleted);
  return g_test_run ();
}
