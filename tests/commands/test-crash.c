/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "command-fixture.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

/* A program that runs commands is killed at random moments, again and again on one workspace. What it had confirmed is
 * there, and nothing is there by half. RC_CRASH_RUNS sets how often. */

#define DEFAULT_RUNS 200
#define MOST_MICROSECONDS 30000

static GPid
start_helper (const char *path, int *output)
{
  g_autofree char *helper = g_test_build_filename (G_TEST_BUILT, "crash-helper", NULL);
  const char *arguments[] = { helper, path, NULL };
  g_autoptr (GError) error = NULL;
  GPid pid;

  g_spawn_async_with_pipes (NULL, (char **) arguments, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid,
                            NULL, output, NULL, &error);
  g_assert_no_error (error);
  return pid;
}

/* The keys that were confirmed before the end; a line that was cut off is not one. */
static void
split_keys (const char *text, GPtrArray *keys)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (gsize i = 0; lines[i] != NULL && lines[i + 1] != NULL; i++)
    g_ptr_array_add (keys, g_strdup (lines[i]));
}

static void
run_and_kill (const char *path, GPtrArray *keys)
{
  g_autoptr (GString) text = g_string_new (NULL);
  int output = -1;
  int status = 0;
  GPid pid = start_helper (path, &output);
  char buffer[4096];
  gssize got = 0;

  /* Some die before their first command, others later. */
  if (g_test_rand_int_range (0, 10) > 0)
    got = read (output, buffer, sizeof buffer);
  g_string_append_len (text, buffer, MAX (got, 0));
  g_usleep ((gulong) g_test_rand_int_range (0, MOST_MICROSECONDS));
  g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
  g_spawn_close_pid (pid);
  while ((got = read (output, buffer, sizeof buffer)) > 0)
    g_string_append_len (text, buffer, got);
  close (output);
  split_keys (text->str, keys);
}

static const char *const questions[] = {
  /* Each change has its command, and each command its entry. */
  "SELECT (SELECT value FROM counters WHERE name = 'change_seq') - (SELECT count (*) FROM commands)",
  "SELECT count (*) FROM commands WHERE change_seq NOT IN (SELECT change_seq FROM activity)",
  /* Each customer has all that an invitation writes. */
  "SELECT count (*) FROM customers WHERE id NOT IN (SELECT customer_id FROM contacts) "
  "OR id NOT IN (SELECT rowid FROM customer_search) OR vip_id NOT IN (SELECT vip_id FROM vip_ids) "
  "OR id NOT IN (SELECT customer_id FROM messages WHERE kind = 'invitation')",
  "SELECT count (*) FROM purchase_authorizations WHERE id NOT IN (SELECT pa_id FROM "
  "purchase_authorization_lines) "
  "OR (status = 'ordered') <> (id IN (SELECT pa_id FROM orders WHERE pa_id IS NOT NULL))",
  "SELECT count (*) FROM orders WHERE id NOT IN (SELECT order_id FROM order_lines)",
  /* What is kept is what is there. */
  "SELECT count (*) FROM customers AS c WHERE licences_total <> (SELECT coalesce (sum (ordered + pending), "
  "0) "
  "FROM licences WHERE customer_id = c.id) OR oldest_open_pa IS NOT (SELECT min (date) FROM "
  "purchase_authorizations WHERE customer_id = c.id AND status = 'open') "
  "OR had_order <> EXISTS (SELECT 1 FROM orders WHERE customer_id = c.id)",
  "SELECT count (*) FROM licences AS l WHERE pending <> (SELECT coalesce (sum (quantity), 0) FROM "
  "purchase_authorization_lines JOIN purchase_authorizations AS p ON p.id = pa_id WHERE p.customer_id = "
  "l.customer_id AND product_id = l.product_id AND status = 'open')",
  "SELECT count (*) FROM licences AS l WHERE ordered <> (SELECT coalesce (sum (quantity), 0) FROM "
  "order_lines JOIN orders AS o ON o.id = order_id WHERE o.customer_id = l.customer_id AND product_id = "
  "l.product_id)",
  "SELECT count (*) FROM pragma_foreign_key_check",
  "SELECT count (*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'",
};

static void
check (Fixture *fixture, GPtrArray *keys)
{
  for (gsize i = 0; i < G_N_ELEMENTS (questions); i++)
    if (get_int (fixture, questions[i]) != 0)
      g_error ("Not as it should be: %s", questions[i]);
  for (guint i = 0; i < keys->len; i++)
    {
      gint64 count;

      g_assert_true (rc_table_get_int (fixture->database, &count, NULL,
                                       "SELECT count (*) FROM commands WHERE key = $1", "t",
                                       (const char *) g_ptr_array_index (keys, i)));
      g_assert_cmpint (count, ==, 1);
    }
}

static void
test_killed (Fixture *fixture, gconstpointer data)
{
  const char *wanted = g_getenv ("RC_CRASH_RUNS");
  guint n_runs = wanted != NULL ? (guint) g_ascii_strtoull (wanted, NULL, 10) : DEFAULT_RUNS;
  g_autofree char *path = g_strdup (rc_database_get_path (fixture->database));
  guint n_confirmed = 0;

  for (guint i = 0; i < n_runs; i++)
    {
      g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GError) error = NULL;

      g_clear_object (&fixture->database);
      run_and_kill (path, keys);
      fixture->database = rc_database_open (path, RC_DATABASE_READ_WRITE, &error);
      g_assert_no_error (error);
      check (fixture, keys);
      n_confirmed += keys->len;
    }
  g_test_message ("%u commands were confirmed in %u runs", n_confirmed, n_runs);
  g_assert_cmpuint (n_confirmed, >, n_runs);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  add_test ("/crash/what-was-confirmed-is-there", test_killed);
  return g_test_run ();
}
