/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-enum-types.h"
#include "store-fixture.h"
#include <glib/gstdio.h>

/* The connection and its statements: what is bound is what is read, and each failure has its code. */

static RcDatabase *
open_empty (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  RcDatabase *database = rc_database_open (fixture->path, RC_DATABASE_CREATE, &error);

  g_assert_no_error (error);
  return database;
}

static void
test_values_come_back (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (RcDatabase) database = open_empty (fixture);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("a\0b", 3);
  g_autoptr (GBytes) read = NULL;
  RcStatement *statement =
      rc_database_prepare (database, "SELECT $1, $2, $3, $4, $5, $6, CAST ($7 AS TEXT)", NULL);

  rc_statement_bind_int (statement, "$1", G_MAXINT64);
  rc_statement_bind_text (statement, "$2", "Łódź’s");
  rc_statement_bind_date (statement, "$3", rc_date_new (2024, 2, 29));
  rc_statement_bind_enum (statement, "$4", RC_TYPE_SEGMENT, RC_SEGMENT_EDUCATION);
  rc_statement_bind_blob (statement, "$5", bytes);
  rc_statement_bind_date (statement, "$6", RC_DATE_NONE);
  rc_statement_bind_text (statement, "$7", NULL);

  g_assert_true (rc_statement_step (statement, NULL));
  g_assert_cmpint (rc_statement_get_int (statement, 0), ==, G_MAXINT64);
  g_assert_cmpstr (rc_statement_get_text (statement, 1), ==, "Łódź’s");
  g_assert_cmpuint (rc_statement_get_date (statement, 2), ==, rc_date_new (2024, 2, 29));
  g_assert_cmpint (rc_statement_get_enum (statement, 3, RC_TYPE_SEGMENT), ==, RC_SEGMENT_EDUCATION);
  read = rc_statement_get_blob (statement, 4);
  g_assert_true (g_bytes_equal (read, bytes));
  g_assert_true (rc_statement_is_null (statement, 5));
  g_assert_cmpuint (rc_statement_get_date (statement, 5), ==, RC_DATE_NONE);
  g_assert_null (rc_statement_get_text (statement, 6));
  g_assert_false (rc_statement_step (statement, NULL));
}

static void
test_prepared_anew_is_unbound (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (RcDatabase) database = open_empty (fixture);
  RcStatement *first = rc_database_prepare (database, "SELECT $1", NULL);
  RcStatement *second;

  rc_statement_bind_int (first, "$1", 7);
  g_assert_true (rc_statement_step (first, NULL));
  second = rc_database_prepare (database, "SELECT $1", NULL);
  g_assert_true (second == first);
  g_assert_true (rc_statement_step (second, NULL));
  g_assert_true (rc_statement_is_null (second, 0));
}

static void
test_wrong_word_is_told (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (RcDatabase) database = open_empty (fixture);
  g_autoptr (GError) error = NULL;
  RcStatement *statement = rc_database_prepare (database, "SELECT 'nonsense'", NULL);

  g_assert_true (rc_statement_step (statement, NULL));
  rc_statement_get_enum (statement, 0, RC_TYPE_SEGMENT);
  g_assert_false (rc_statement_step (statement, &error));
  g_assert_error (error, RC_STORE_ERROR, RC_STORE_ERROR_CORRUPT);
}

static void
test_errors_have_codes (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (RcDatabase) database = open_empty (fixture);
  g_autoptr (RcDatabase) reader = NULL;
  g_autoptr (GError) error = NULL;

  store_fixture_execute (database,
                         "CREATE TABLE t (a INTEGER NOT NULL UNIQUE) STRICT; INSERT INTO t VALUES (1)");
  g_assert_false (rc_database_execute (database, "INSERT INTO t VALUES (1)", &error));
  g_assert_error (error, RC_STORE_ERROR, RC_STORE_ERROR_CONSTRAINT);
  g_assert_nonnull (strstr (error->message, "UNIQUE constraint failed: t.a"));
  g_clear_error (&error);

  reader = rc_database_open (fixture->path, RC_DATABASE_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_false (rc_database_execute (reader, "INSERT INTO t VALUES (2)", &error));
  g_assert_error (error, RC_STORE_ERROR, RC_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);

  store_fixture_execute (database, "PRAGMA max_page_count = 3");
  g_assert_false (rc_database_execute (database,
                                       "WITH RECURSIVE n (i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n "
                                       "WHERE i < 20000) INSERT INTO t SELECT i FROM n",
                                       &error));
  g_assert_error (error, RC_STORE_ERROR, RC_STORE_ERROR_FULL);
}

static void
test_second_writer_is_busy (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (RcDatabase) first = open_empty (fixture);
  g_autoptr (RcDatabase) second = open_empty (fixture);
  g_autoptr (GError) error = NULL;

  store_fixture_execute (second, "PRAGMA busy_timeout = 10");
  g_assert_true (rc_database_begin (first, NULL));
  g_assert_false (rc_database_begin (second, &error));
  g_assert_error (error, RC_STORE_ERROR, RC_STORE_ERROR_BUSY);
  rc_database_rollback (first);
  g_assert_true (rc_database_begin (second, NULL));
}

static void
test_rollback_leaves_nothing (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (RcDatabase) database = open_empty (fixture);

  store_fixture_execute (database, "CREATE TABLE t (a INTEGER) STRICT");
  g_assert_true (rc_database_begin (database, NULL));
  store_fixture_execute (database, "INSERT INTO t VALUES (1)");
  rc_database_rollback (database);
  g_assert_cmpint (store_fixture_get_int (database, "SELECT count(*) FROM t"), ==, 0);
  rc_database_rollback (database);
}

static void
test_settings_hold (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (RcDatabase) database = store_fixture_create (fixture);

  g_assert_cmpint (store_fixture_get_int (database, "PRAGMA foreign_keys"), ==, 1);
  g_assert_cmpint (store_fixture_get_int (database, "PRAGMA synchronous"), ==, 2);
  g_assert_cmpint (
      store_fixture_get_int (database, "SELECT count(*) FROM pragma_journal_mode WHERE journal_mode = 'wal'"),
      ==, 1);
}

static gint64
get_size (const char *path)
{
  GStatBuf facts = { 0 };

  return g_stat (path, &facts) == 0 ? (gint64) facts.st_size : 0;
}

/* A file that is moved without its journal loses what is still in it: who cannot move the journal is told. */
static void
test_journal_goes_into_the_file (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (RcDatabase) database = store_fixture_create (fixture);
  g_autoptr (RcDatabase) reader = rc_database_open (fixture->path, RC_DATABASE_READ_ONLY, NULL);
  g_autofree char *journal = g_strconcat (fixture->path, "-wal", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (rc_database_execute (database, "PRAGMA busy_timeout = 10", NULL));
  g_assert_true (rc_database_begin (reader, NULL));
  store_fixture_get_int (reader, "SELECT count(*) FROM members");
  store_fixture_add_member (fixture, database, 1, "Viewer");
  g_assert_cmpint (get_size (journal), >, 0);
  g_assert_false (rc_database_move_journal (database, &error));
  g_assert_error (error, RC_STORE_ERROR, RC_STORE_ERROR_BUSY);
  rc_database_rollback (reader);
  g_assert_true (rc_database_move_journal (database, NULL));
  g_assert_cmpint (get_size (journal), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  STORE_TEST ("/database/values-come-back", test_values_come_back);
  STORE_TEST ("/database/prepared-anew-is-unbound", test_prepared_anew_is_unbound);
  STORE_TEST ("/database/wrong-word-is-told", test_wrong_word_is_told);
  STORE_TEST ("/database/errors-have-codes", test_errors_have_codes);
  STORE_TEST ("/database/second-writer-is-busy", test_second_writer_is_busy);
  STORE_TEST ("/database/rollback-leaves-nothing", test_rollback_leaves_nothing);
  STORE_TEST ("/database/settings-hold", test_settings_hold);
  STORE_TEST ("/database/journal-goes-into-the-file", test_journal_goes_into_the_file);
  return g_test_run ();
}
