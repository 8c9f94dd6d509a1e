/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-collation.h"
#include "store-fixture.h"
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

/* The order of names, made anew for another language: all of it, or as it was before, however it ends. */

#define N_CUSTOMERS 10000

static RcDatabase *
create_filled (StoreFixture *fixture)
{
  RcDatabase *database = store_fixture_create (fixture);
  g_autofree char *sql = g_strdup_printf (
      "WITH RECURSIVE n (i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < %d) "
      "INSERT INTO customers (id, change_seq, vip_id, name, name_key, name_folded, segment, offer_type, "
      "country, "
      "region, street, city, postal_code, language, managed_by, invitation_status, invited_on) "
      "SELECT i, 1, printf ('%%020X', i), printf ('Kommune %%05d', %d - i), x'00', 'kommune', 'commercial', "
      "'team', "
      "'DK', 'R', 'S', 'C', '1234', 'da', 1, 'pending', '2023-03-15' FROM n",
      N_CUSTOMERS, N_CUSTOMERS);

  store_fixture_add_member (fixture, database, 1, "Ana");
  store_fixture_execute (database, "DELETE FROM settings WHERE name = 'collation'");
  store_fixture_execute (database, sql);
  return database;
}

static void
assert_old_keys (RcDatabase *database)
{
  g_assert_cmpint (
      store_fixture_get_int (database, "SELECT count (*) FROM customers WHERE name_key <> x'00'"), ==, 0);
  g_assert_cmpint (
      store_fixture_get_int (database, "SELECT count (*) FROM settings WHERE name = 'collation'"), ==, 0);
}

static void
assert_finishes (StoreFixture *fixture, RcDatabase *database)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (rc_collation_rebuild (database, fixture->collator, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (store_fixture_get_int (database, "SELECT id FROM customers ORDER BY name_key LIMIT 1"), ==,
                   N_CUSTOMERS);
  g_assert_cmpint (store_fixture_get_int (database, "SELECT count (*) FROM sqlite_schema "
                                                    "WHERE type = 'index' AND sql LIKE '%name_key%'"),
                   >=, 6);
  g_assert_cmpint (store_fixture_get_int (database, "SELECT count (*) FROM pragma_integrity_check WHERE "
                                                    "integrity_check = 'ok'"),
                   ==, 1);
}

static void
on_batch_killing (guint64 n_done, guint64 n_total, gpointer data)
{
  if (n_done > n_total / 2)
    raise (SIGKILL);
}

static void
test_killed (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (RcDatabase) database = create_filled (fixture);
  pid_t child;
  int status;

  g_clear_object (&database);
  child = fork ();
  if (child == 0)
    {
      RcDatabase *victim = rc_database_open (fixture->path, RC_DATABASE_READ_WRITE, NULL);

      /* So that new keys are in the journal before all are made. */
      rc_database_execute (victim, "PRAGMA cache_size = 10", NULL);
      rc_collation_rebuild (victim, fixture->collator, on_batch_killing, NULL, NULL, NULL);
      _exit (1);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
  database = rc_database_open (fixture->path, RC_DATABASE_READ_WRITE, NULL);
  assert_old_keys (database);
  assert_finishes (fixture, database);
}

static void
on_batch_cancelling (guint64 n_done, guint64 n_total, gpointer data)
{
  g_assert_cmpuint (n_done, <=, n_total);
  if (n_done > n_total / 2)
    g_cancellable_cancel (data);
}

static void
test_cancelled (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (RcDatabase) database = create_filled (fixture);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (rc_collation_rebuild (database, fixture->collator, on_batch_cancelling, cancellable,
                                        cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_old_keys (database);
  assert_finishes (fixture, database);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  STORE_TEST ("/collation/killed-leaves-the-old-order", test_killed);
  STORE_TEST ("/collation/canceled-leaves-the-old-order", test_cancelled);
  return g_test_run ();
}
