/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-journal.h"
#include "store-fixture.h"
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>

/* The room that the journal's file gets: commits use it, nothing that is in it counts, and it is taken from nobody. */

#define ROOM (2000 * 4096)

typedef struct
{
  StoreFixture store;
  RcDatabase *database; /* (owned) */
  char *path; /* (owned) the journal's */
  RcJournal journal;
} JournalFixture;

static void
set_up (JournalFixture *fixture, gconstpointer data)
{
  store_fixture_set_up (&fixture->store, data);
  fixture->database = store_fixture_create (&fixture->store);
  fixture->path = g_strconcat (fixture->store.path, "-wal", NULL);
  rc_journal_begin_care (&fixture->journal, fixture->database);
}

static void
tear_down (JournalFixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->database);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  g_free (fixture->path);
  store_fixture_tear_down (&fixture->store, data);
}

static gint64
get_size (const char *path)
{
  GStatBuf facts;

  return g_stat (path, &facts) == 0 ? facts.st_size : -1;
}

static void
add_setting (RcDatabase *database, const char *name)
{
  g_autofree char *sql =
      g_strdup_printf ("INSERT INTO settings (name, value) VALUES ('%s', hex (zeroblob (50000)))", name);

  store_fixture_execute (database, sql);
}

static gint64
count_settings (RcDatabase *database)
{
  return store_fixture_get_int (database, "SELECT count (*) FROM settings WHERE length (value) = 100000");
}

static RcDatabase *
open_again (const char *path)
{
  g_autoptr (GError) error = NULL;
  RcDatabase *database = rc_database_open (path, RC_DATABASE_READ_WRITE, &error);

  g_assert_no_error (error);
  return database;
}

static void
test_commits_use_the_room (JournalFixture *fixture, gconstpointer data)
{
  g_assert_true (rc_journal_wants_care (&fixture->journal));
  rc_journal_care (&fixture->journal, fixture->database, NULL, NULL);
  g_assert_false (rc_journal_wants_care (&fixture->journal));
  g_assert_cmpint (get_size (fixture->path), ==, ROOM);

  add_setting (fixture->database, "a");
  add_setting (fixture->database, "b");
  g_assert_cmpint (get_size (fixture->path), ==, ROOM);
  g_assert_true (rc_journal_wants_care (&fixture->journal));
  rc_journal_care (&fixture->journal, fixture->database, NULL, NULL);
  g_assert_cmpint (get_size (fixture->path), ==, ROOM);
  g_assert_cmpint (count_settings (fixture->database), ==, 2);
}

static void
copy_file (const char *from, const char *to)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  gsize length;

  g_file_get_contents (from, &contents, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (to, contents, (gssize) length, &error);
  g_assert_no_error (error);
}

/* As both files are found after a crash: what was committed is there, whether the room was made before or after it; in the
 * beginning nothing was since the file was opened. */
static void
test_room_is_nothing_after_a_crash (JournalFixture *fixture, gconstpointer data)
{
  g_autofree char *copy = g_build_filename (fixture->store.directory, "copy.rc", NULL);
  g_autofree char *copy_journal = g_strconcat (copy, "-wal", NULL);
  g_autofree char *copy_index = g_strconcat (copy, "-shm", NULL);

  g_clear_object (&fixture->database);
  fixture->database = open_again (fixture->store.path);
  rc_journal_care (&fixture->journal, fixture->database, NULL, NULL);
  g_assert_cmpint (get_size (fixture->path), ==, ROOM);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u", i);
      g_autoptr (RcDatabase) found = NULL;

      copy_file (fixture->store.path, copy);
      copy_file (fixture->path, copy_journal);
      g_unlink (copy_index);
      found = open_again (copy);
      g_assert_cmpint (count_settings (found), ==, i);
      g_assert_cmpint (
          store_fixture_get_int (found,
                                 "SELECT count (*) FROM pragma_integrity_check WHERE integrity_check = 'ok'"),
          ==, 1);

      add_setting (fixture->database, name);
      rc_journal_care (&fixture->journal, fixture->database, NULL, NULL);
    }
}

static gboolean
stop_after_two (gpointer data)
{
  return (*(guint *) data)++ == 2;
}

/* A command that comes waits for a part of the room only; the rest is made later. */
static void
test_room_gives_way_to_commands (JournalFixture *fixture, gconstpointer data)
{
  guint n_asked = 0;

  g_clear_object (&fixture->database);
  fixture->database = open_again (fixture->store.path);
  rc_journal_care (&fixture->journal, fixture->database, stop_after_two, &n_asked);
  g_assert_cmpint (get_size (fixture->path), ==, ROOM / 4);
  g_assert_true (rc_journal_wants_care (&fixture->journal));
  rc_journal_care (&fixture->journal, fixture->database, stop_after_two, &n_asked);
  g_assert_cmpint (get_size (fixture->path), ==, ROOM);
  g_assert_false (rc_journal_wants_care (&fixture->journal));
}

/* Where the disk has too little for a part of it, that is given back to what is to be written, and not asked for again. */
static void
test_room_is_not_taken_from_a_full_disk (JournalFixture *fixture, gconstpointer data)
{
  struct rlimit limit;
  gint64 size;

  add_setting (fixture->database, "a");
  size = get_size (fixture->path);
  g_assert_cmpint (size, >, 0);
  g_assert_cmpint (size, <, ROOM / 9);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &(struct rlimit){ ROOM / 9, limit.rlim_max }), ==, 0);
  rc_journal_care (&fixture->journal, fixture->database, NULL, NULL);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_cmpint (get_size (fixture->path), ==, size);
  add_setting (fixture->database, "b");
  size = get_size (fixture->path);
  rc_journal_care (&fixture->journal, fixture->database, NULL, NULL);
  g_assert_cmpint (get_size (fixture->path), ==, size);
  g_assert_cmpint (count_settings (fixture->database), ==, 2);
}

/* Another program that writes is not waited for, and what it writes is not touched. */
static void
test_room_waits_for_nobody (JournalFixture *fixture, gconstpointer data)
{
  g_autoptr (RcDatabase) other = NULL;
  g_autoptr (GError) error = NULL;
  gint64 start, size;

  other = rc_database_open (fixture->store.path, RC_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
  add_setting (fixture->database, "a");
  size = get_size (fixture->path);
  g_assert_true (rc_database_begin (other, &error));
  start = g_get_monotonic_time ();
  rc_journal_care (&fixture->journal, fixture->database, NULL, NULL);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 4 * G_TIME_SPAN_SECOND); /* a writer waits for five */
  g_assert_cmpint (get_size (fixture->path), ==, size);
  add_setting (other, "b");
  g_assert_true (rc_database_commit (other, &error));

  add_setting (fixture->database, "c");
  g_assert_true (rc_journal_wants_care (&fixture->journal));
  rc_journal_care (&fixture->journal, fixture->database, NULL, NULL);
  g_assert_cmpint (get_size (fixture->path), ==, ROOM);
  g_assert_cmpint (count_settings (other), ==, 3);
}

/* A journal of the other kind is there only while something is written, and says by what it holds what to undo. */
static void
test_other_journals_are_left_alone (JournalFixture *fixture, gconstpointer data)
{
  g_autofree char *journal = g_strconcat (fixture->store.path, "-journal", NULL);

  store_fixture_execute (fixture->database, "PRAGMA journal_mode = PERSIST; PRAGMA locking_mode = EXCLUSIVE");
  add_setting (fixture->database, "a");
  g_assert_cmpint (get_size (journal), <, ROOM);
  rc_journal_care (&fixture->journal, fixture->database, NULL, NULL);
  g_assert_cmpint (get_size (journal), <, ROOM);
  g_assert_cmpint (count_settings (fixture->database), ==, 1);
}

int
main (int argc, char **argv)
{
#define JOURNAL_TEST(path, func) g_test_add (path, JournalFixture, NULL, set_up, func, tear_down)
  g_test_init (&argc, &argv, NULL);
  JOURNAL_TEST ("/journal/commits-use-the-room", test_commits_use_the_room);
  JOURNAL_TEST ("/journal/room-is-nothing-after-a-crash", test_room_is_nothing_after_a_crash);
  JOURNAL_TEST ("/journal/room-gives-way-to-commands", test_room_gives_way_to_commands);
  JOURNAL_TEST ("/journal/room-is-not-taken-from-a-full-disk", test_room_is_not_taken_from_a_full_disk);
  JOURNAL_TEST ("/journal/room-waits-for-nobody", test_room_waits_for_nobody);
  JOURNAL_TEST ("/journal/other-journals-are-left-alone", test_other_journals_are_left_alone);
  return g_test_run ();
}
