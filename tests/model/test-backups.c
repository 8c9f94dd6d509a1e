/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace-fixture.h"

#include "rc-backup.h"
#include "rc-backups.h"
#include "rc-daily-backup.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

/* Copies of a workspace: made while it is used, listed, thrown away when they are old, and put back whole or not at all. */

static void
keep (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static void
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* (transfer full): settings with the fixture's folder for copies */
static GSettings *
create_settings (WorkspaceFixture *fixture)
{
  GSettings *settings = g_settings_new ("org.resellerconsole.ResellerConsole");
  g_autofree char *folder = g_build_filename (fixture->folder, "copies", NULL);

  g_settings_set_string (settings, "backup-folder", folder);
  g_settings_reset (settings, "backup-days");
  g_settings_reset (settings, "backup-daily");
  return settings;
}

static char *
make (WorkspaceFixture *fixture, GSettings *settings, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  rc_backups_make_async (fixture->workspace, settings, RC_BACKUP_PACE_FAST, NULL, keep, &result);
  wait_for (&result);
  return rc_backups_make_finish (result, error);
}

static GPtrArray *
list (WorkspaceFixture *fixture, GSettings *settings)
{
  g_autoptr (GAsyncResult) result = NULL;

  rc_backups_list_async (fixture->workspace, settings, NULL, keep, &result);
  wait_for (&result);
  return rc_backups_list_finish (result, NULL);
}

static char *
restore (WorkspaceFixture *fixture, GSettings *settings, const char *path, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  rc_backups_restore_async (fixture->workspace, settings, path, NULL, keep, &result);
  wait_for (&result);
  return rc_backups_restore_finish (result, error);
}

static gint64
count_customers (const char *path)
{
  g_autoptr (RcDatabase) database = rc_database_open (path, RC_DATABASE_READ_ONLY, NULL);
  gint64 count = -1;

  g_assert_true (rc_database_get_int (database, "SELECT count(*) FROM customers", &count, NULL));
  return count;
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  guint n_files = 0;

  while (g_dir_read_name (directory) != NULL)
    n_files++;
  return n_files;
}

/* One file without a journal, listed with its size; nothing else is left in the folder. */
static void
test_made_and_listed (WorkspaceFixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = create_settings (fixture);
  g_autofree char *folder = rc_backups_get_folder (settings);
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  GStatBuf facts;

  fixture_invite (fixture->workspace, "Aarhus Kommune");
  first = make (fixture, settings, &error);
  g_assert_no_error (error);
  fixture_invite (fixture->workspace, "Odense Kommune");
  second = make (fixture, settings, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count_customers (first), ==, 1);
  g_assert_cmpint (count_customers (second), ==, 2);
  g_assert_cmpuint (count_files (folder), ==, 2);
  g_assert_cmpint (g_stat (folder, &facts), ==, 0);
  g_assert_cmpint (facts.st_mode & 077, ==, 0);

  backups = list (fixture, settings);
  g_assert_cmpuint (backups->len, ==, 2);
  for (guint i = 0; i < backups->len; i++)
    {
      const RcBackup *backup = g_ptr_array_index (backups, i);

      g_assert_cmpstr (backup->path, ==, i == 0 ? second : first);
      g_assert_cmpuint (backup->date, ==, FIXTURE_TODAY);
      g_assert_cmpint (g_stat (backup->path, &facts), ==, 0);
      g_assert_cmpuint (backup->size, ==, (guint64) facts.st_size);
    }
}

/* Copies older than the days set go when a new one is made. Others' files stay. */
static void
test_old_ones_go (WorkspaceFixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = create_settings (fixture);
  g_autofree char *folder = rc_backups_get_folder (settings);
  g_autofree char *other = g_build_filename (folder, "Other-01234567-2000-01-01-946684800000.db", NULL);

  g_settings_set_uint (settings, "backup-days", 3);
  for (int day = 0; day < 6; day++)
    {
      RcDate today = rc_date_add_days (FIXTURE_TODAY, day);
      g_autoptr (GError) error = NULL;
      g_autofree char *path = NULL;
      g_autoptr (GPtrArray) backups = NULL;

      rc_clock_set (fixture->clock, today, fixture_noon (today));
      rc_workspace_check_day (fixture->workspace);
      path = make (fixture, settings, &error);
      g_assert_no_error (error);
      if (day == 0)
        g_assert_true (g_file_set_contents (other, "pages", -1, NULL));
      backups = list (fixture, settings);
      g_assert_cmpuint (backups->len, ==, MIN (day + 1, 3));
      g_assert_cmpstr (((RcBackup *) g_ptr_array_index (backups, 0))->path, ==, path);
    }
  g_assert_true (g_file_test (other, G_FILE_TEST_EXISTS));
}

/* What is restored is all of the copy and nothing else; what was there is a copy itself. */
static void
test_restored (WorkspaceFixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = create_settings (fixture);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *kept = NULL;
  RcWorkspace *again;

  fixture_invite (fixture->workspace, "Aarhus Kommune");
  path = make (fixture, settings, &error);
  fixture_invite (fixture->workspace, "Odense Kommune");
  fixture_invite (fixture->workspace, "Skive Kommune");
  kept = restore (fixture, settings, path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count_customers (fixture->path), ==, 1);
  g_assert_cmpint (count_customers (kept), ==, 3);

  again = fixture_open (fixture->path, fixture->clock, &error);
  g_assert_no_error (error);
  fixture_invite (again, "Odense Kommune");
  rc_workspace_close (again);
  g_object_unref (again);
  g_free (restore (fixture, settings, kept, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count_customers (fixture->path), ==, 3);
}

static char *
get_text (const char *path, const char *sql)
{
  g_autoptr (RcDatabase) database = rc_database_open (path, RC_DATABASE_READ_ONLY, NULL);
  RcStatement *statement = rc_database_prepare (database, sql, NULL);
  char *text = rc_statement_step (statement, NULL) ? rc_statement_dup_text (statement, 0) : NULL;

  rc_statement_reset (statement);
  return text;
}

static void
execute (const char *path, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RcDatabase) database = rc_database_open (path, RC_DATABASE_READ_WRITE, &error);

  g_assert_true (rc_database_execute (database, sql, &error));
  g_assert_no_error (error);
}

/* MS-2: what waits in the copy and was sent since then is not sent again; where nobody knows, a person decides. */
static void
test_sent_stays_sent (WorkspaceFixture *fixture, gconstpointer data)
{
  static const char *const changes[][2] = {
    { "UPDATE messages SET status = 'sent', sent_at = 7 WHERE id = 1", "sent" },
    { "UPDATE messages SET status = 'sending' WHERE id = 2", "unclear" },
    { "UPDATE messages SET status = 'unclear' WHERE id = 3", "unclear" },
    { "UPDATE messages SET status = 'failed' WHERE id = 4", "waiting" },
    { "DELETE FROM messages WHERE id = 5", "unclear" },
    { "UPDATE messages SET attempts = 2 WHERE id = 6", "waiting" },
  };
  g_autoptr (GSettings) settings = create_settings (fixture);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *sent_at = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *name = g_strdup_printf ("Kommune %u", i);

      fixture_invite (fixture->workspace, name);
    }
  path = make (fixture, settings, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    execute (fixture->path, changes[i][0]);
  kept = restore (fixture, settings, path, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT status FROM messages WHERE id = %u", i + 1);
      g_autofree char *status = get_text (fixture->path, sql);

      g_assert_cmpstr (status, ==, changes[i][1]);
    }
  sent_at = get_text (fixture->path, "SELECT sent_at FROM messages WHERE id = 1");
  g_assert_cmpstr (sent_at, ==, "7");
}

/* MS-1: the mails that a date brought since then are not written again, as long as they are about the same. */
static void
test_dated_stay_written (WorkspaceFixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = create_settings (fixture);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *noted = NULL;
  gint64 customer = fixture_invite (fixture->workspace, "Aarhus Kommune"), old, late;

  fixture_create_pa (fixture->workspace, customer, FIXTURE_TODAY, &old);
  g_assert_cmpint (old, ==, 1);
  path = make (fixture, settings, &error);
  fixture_create_pa (fixture->workspace, customer, FIXTURE_TODAY, &late);
  g_assert_cmpint (late, ==, 2);
  execute (fixture->path,
           "INSERT INTO dated_messages (kind, subject_id, term_date, written_on, message_id) VALUES "
           "('pa-overdue', 1, '2026-01-01', '2026-02-01', 1), "
           "('pa-overdue', 2, '2026-01-01', '2026-02-01', 1), "
           "('renewal-notice', 1, '2026-12-01', '2026-11-01', 1), "
           "('renewal-notice', 2, '2026-12-01', '2026-11-01', 1)");
  kept = restore (fixture, settings, path, &error);
  g_assert_no_error (error);
  noted = get_text (fixture->path, "SELECT group_concat (kind || ' ' || subject_id || ' ' || "
                                   "coalesce (message_id, 0), ', ') FROM dated_messages");
  g_assert_cmpstr (noted, ==, "pa-overdue 1 0, renewal-notice 1 0");
}

/* What is no backup, is damaged, or is made by a newer version, is refused before anything is touched. */
static void
test_refused (WorkspaceFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *sql;
    RcStoreError code;
  } cases[] = { { "PRAGMA application_id = 7", RC_STORE_ERROR_FOREIGN },
                { "PRAGMA user_version = 99", RC_STORE_ERROR_NEWER } };
  g_autoptr (GSettings) settings = create_settings (fixture);
  g_autoptr (GError) error = NULL;
  g_autofree char *damaged = NULL;
  g_autofree char *bytes = NULL;
  gsize length;

  fixture_invite (fixture->workspace, "Aarhus Kommune");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = make (fixture, settings, NULL);
      g_autoptr (RcDatabase) database = rc_database_open (path, RC_DATABASE_READ_WRITE, NULL);

      g_assert_true (rc_database_execute (database, cases[i].sql, NULL));
      g_clear_object (&database);
      g_assert_null (restore (fixture, settings, path, &error));
      g_assert_error (error, RC_STORE_ERROR, (int) cases[i].code);
      g_clear_error (&error);
    }
  damaged = make (fixture, settings, NULL);
  g_assert_true (g_file_get_contents (damaged, &bytes, &length, NULL));
  memset (bytes + length / 4, 0x5a, length / 2);
  g_assert_true (g_file_set_contents (damaged, bytes, (gssize) length, NULL));
  g_assert_null (restore (fixture, settings, damaged, &error));
  g_assert_error (error, RC_STORE_ERROR, RC_STORE_ERROR_CORRUPT);
  g_assert_cmpint (count_customers (fixture->path), ==, 1);
}

/* In another process, which is killed after some microseconds: the workspace has all of one state or of the other. */
static void
test_killed_while_restoring (WorkspaceFixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = create_settings (fixture);
  g_autofree char *path = make (fixture, settings, NULL);
  gint64 n_before;
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 3; i++)
    {
      g_autofree char *name = g_strdup_printf ("Kommune %d", i);

      fixture_invite (fixture->workspace, name);
    }
  n_before = count_customers (fixture->path);
  rc_workspace_close (fixture->workspace);
  /* Ever later, until it was done before: how long it takes is the machine's matter. */
  for (gulong delay = 0; delay < 10 * G_USEC_PER_SEC; delay += 700 + delay / 8)
    {
      g_autoptr (RcDatabase) database = NULL;
      gint64 is_whole = 0;
      gint64 count;
      pid_t child = fork ();

      if (child == 0)
        {
          RcDatabase *own = rc_database_open (fixture->path, RC_DATABASE_READ_WRITE, NULL);

          _exit (own != NULL && rc_backup_restore (own, path, NULL, NULL) ? 0 : 1);
        }
      g_usleep (delay);
      kill (child, SIGKILL);
      g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
      count = count_customers (fixture->path);
      g_assert_true (count == 0 || count == n_before);
      database = rc_database_open (fixture->path, RC_DATABASE_READ_WRITE, &error);
      g_assert_no_error (error);
      g_assert_true (rc_database_get_int (
          database, "SELECT quick_check = 'ok' FROM pragma_quick_check LIMIT 1", &is_whole, NULL));
      g_assert_true (is_whole);
      if (count == 0)
        break;
    }
  g_assert_cmpint (count_customers (fixture->path), ==, 0);
}

static gboolean
is_set (gpointer data)
{
  return *(guint *) data > 0;
}

/* Some twenty megabytes that are copied in many steps, while somebody writes. */
static void
test_gentle (WorkspaceFixture *fixture, gconstpointer data)
{
  static const char sql[] =
      "INSERT INTO settings (name, value) SELECT 'n' || i, hex (zeroblob (2000)) FROM (WITH RECURSIVE n (i) "
      "AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 5000) SELECT i FROM n)";
  g_autoptr (GSettings) settings = create_settings (fixture);
  g_autoptr (RcDatabase) database = rc_database_open (fixture->path, RC_DATABASE_READ_WRITE, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  GStatBuf facts;

  g_assert_true (rc_database_execute (database, sql, &error));
  rc_backups_make_async (fixture->workspace, settings, RC_BACKUP_PACE_GENTLE, NULL, keep, &result);
  fixture_invite (fixture->workspace, "Aarhus Kommune");
  wait_for (&result);
  path = rc_backups_make_finish (result, &error);
  g_assert_no_error (error);
  g_assert_true (rc_backup_check (path, NULL, &error));
  g_assert_cmpint (g_stat (path, &facts), ==, 0);
  g_assert_cmpint (facts.st_size, >, 20 * 1000 * 1000);
  g_assert_cmpint (count_customers (path), <=, 1);
}

static void
count_up (guint *count)
{
  ++*count;
}

/* Once a day: at the opening, and again after midnight; a fault is told. */
static void
test_daily (WorkspaceFixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = create_settings (fixture);
  g_autoptr (RcDailyBackup) daily = rc_daily_backup_new (fixture->workspace, settings);
  g_autofree char *folder = rc_backups_get_folder (settings);
  guint n_made = 0;
  guint n_failed = 0;
  RcDate tomorrow = rc_date_add_days (FIXTURE_TODAY, 1);

  g_signal_connect_swapped (daily, "made", G_CALLBACK (count_up), &n_made);
  g_signal_connect_swapped (daily, "failed", G_CALLBACK (count_up), &n_failed);
  g_assert_true (fixture_wait (is_set, &n_made));
  g_assert_cmpuint (count_files (folder), ==, 1);
  n_made = 0;
  rc_clock_set (fixture->clock, tomorrow, fixture_noon (tomorrow));
  rc_workspace_check_day (fixture->workspace);
  g_assert_true (fixture_wait (is_set, &n_made));
  g_assert_cmpuint (count_files (folder), ==, 2);
  g_assert_cmpuint (n_failed, ==, 0);
  g_settings_set_string (settings, "backup-folder", fixture->path);
  rc_clock_set (fixture->clock, tomorrow + 1, fixture_noon (tomorrow + 1));
  rc_workspace_check_day (fixture->workspace);
  g_assert_true (fixture_wait (is_set, &n_failed));
}

static gboolean
is_away (gpointer data)
{
  return rc_workspace_get_obstacle (data) != NULL;
}

static gboolean
is_over (gpointer data)
{
  return g_get_monotonic_time () > *(gint64 *) data;
}

/* While the file is not in its place there is nothing to copy, and the window says why; once it is back, the day has its copy. */
static void
test_daily_away (WorkspaceFixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = create_settings (fixture);
  g_autoptr (RcDailyBackup) daily = rc_daily_backup_new (fixture->workspace, settings);
  g_autofree char *elsewhere = g_strconcat (fixture->path, ".moved", NULL);
  gint64 end = g_get_monotonic_time () + 8 * G_USEC_PER_SEC; /* after the copy was due */
  guint n_made = 0;
  guint n_failed = 0;

  g_signal_connect_swapped (daily, "made", G_CALLBACK (count_up), &n_made);
  g_signal_connect_swapped (daily, "failed", G_CALLBACK (count_up), &n_failed);
  g_assert_cmpint (g_rename (fixture->path, elsewhere), ==, 0);
  rc_workspace_check_file (fixture->workspace);
  g_assert_true (fixture_wait (is_away, fixture->workspace));
  g_assert_true (fixture_wait (is_over, &end));
  g_assert_cmpuint (n_made + n_failed, ==, 0);
  g_assert_cmpint (g_rename (elsewhere, fixture->path), ==, 0);
  g_assert_true (fixture_wait (is_set, &n_made));
  g_assert_cmpuint (n_failed, ==, 0);
}

static void
add (const char *path, void (*test) (WorkspaceFixture *fixture, gconstpointer data))
{
  g_test_add (path, WorkspaceFixture, NULL, workspace_fixture_set_up, test, workspace_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/backups/made-and-listed", test_made_and_listed);
  add ("/backups/old-ones-go", test_old_ones_go);
  add ("/backups/restored", test_restored);
  add ("/backups/sent-stays-sent (MS-2)", test_sent_stays_sent);
  add ("/backups/dated-mails-stay-written (MS-1)", test_dated_stay_written);
  add ("/backups/refused", test_refused);
  add ("/backups/killed-while-restoring", test_killed_while_restoring);
  add ("/backups/gentle", test_gentle);
  add ("/backups/daily", test_daily);
  add ("/backups/daily-while-the-file-is-away", test_daily_away);
  return g_test_run ();
}
