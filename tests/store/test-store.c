/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-migration.h"
#include "rc-store-gate.h"
#include "rc-store.h"
#include "store-fixture.h"
#include <glib/gstdio.h>

/* The two threads: who is served first, what is stopped, and what is finished at closing. */

#define FINALIZE_MS 5000

static const char endless_sql[] =
    "SELECT count(*) FROM (WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n)";

/* Holds a worker until it is let go, and keeps the order in which jobs ran. */
typedef struct
{
  GMutex mutex;
  GCond cond;
  gboolean held;
  gboolean open;
  GString *ran;
  guint n_done;
} Scene;

typedef struct
{
  Scene *scene;
  char name;
} Job;

static void
scene_init (Scene *scene)
{
  *scene = (Scene){ 0 };
  g_mutex_init (&scene->mutex);
  g_cond_init (&scene->cond);
  scene->ran = g_string_new (NULL);
}

static void
scene_clear (Scene *scene)
{
  g_mutex_clear (&scene->mutex);
  g_cond_clear (&scene->cond);
  g_string_free (scene->ran, TRUE);
}

static gpointer
hold (RcDatabase *database, gpointer data, GCancellable *cancellable, GError **error)
{
  Scene *scene = data;

  g_mutex_lock (&scene->mutex);
  scene->held = TRUE;
  g_cond_broadcast (&scene->cond);
  while (!scene->open)
    g_cond_wait (&scene->cond, &scene->mutex);
  g_mutex_unlock (&scene->mutex);
  return NULL;
}

static void
wait_until_held (Scene *scene)
{
  g_mutex_lock (&scene->mutex);
  while (!scene->held)
    g_cond_wait (&scene->cond, &scene->mutex);
  g_mutex_unlock (&scene->mutex);
}

static void
let_go (Scene *scene)
{
  g_mutex_lock (&scene->mutex);
  scene->open = TRUE;
  g_cond_broadcast (&scene->cond);
  g_mutex_unlock (&scene->mutex);
}

static gpointer
note (RcDatabase *database, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;

  g_string_append_c (job->scene->ran, job->name);
  return NULL;
}

static gpointer
run_endless (RcDatabase *database, gpointer data, GCancellable *cancellable, GError **error)
{
  Scene *scene = data;
  gint64 value;

  g_mutex_lock (&scene->mutex);
  scene->held = TRUE;
  g_cond_broadcast (&scene->cond);
  g_mutex_unlock (&scene->mutex);
  rc_database_get_int (database, endless_sql, &value, error);
  return NULL;
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  Scene *scene = data;
  g_autoptr (GError) error = NULL;

  rc_store_call_finish (RC_STORE (source), result, &error);
  g_assert_no_error (error);
  scene->n_done++;
}

static void
on_cancelled (GObject *source, GAsyncResult *result, gpointer data)
{
  Scene *scene = data;
  g_autoptr (GError) error = NULL;

  g_assert_null (rc_store_call_finish (RC_STORE (source), result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  scene->n_done++;
}

static void
on_closed (GObject *source, GAsyncResult *result, gpointer data)
{
  Scene *scene = data;
  g_autoptr (GError) error = NULL;

  g_assert_null (rc_store_call_finish (RC_STORE (source), result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
  scene->n_done++;
}

static void
wait_for (Scene *scene, guint n_done)
{
  gint64 deadline = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

  while (scene->n_done < n_done)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
    }
}

static RcStore *
open_store (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  RcStore *store = rc_store_open (fixture->path, TRUE, NULL, &error);

  g_assert_no_error (error);
  return store;
}

static void
run_jobs (RcStore *store, Scene *scene, gboolean write)
{
  Job jobs[] = { { scene, 'a' }, { scene, 'b' }, { scene, 'c' } };

  if (write)
    rc_store_write_async (store, hold, scene, NULL, NULL, NULL, on_done, scene);
  else
    rc_store_read_async (store, hold, scene, NULL, NULL, NULL, on_done, scene);
  wait_until_held (scene);
  for (guint i = 0; i < G_N_ELEMENTS (jobs); i++)
    {
      if (write)
        rc_store_write_async (store, note, &jobs[i], NULL, NULL, NULL, on_done, scene);
      else
        rc_store_read_async (store, note, &jobs[i], NULL, NULL, NULL, on_done, scene);
    }
  let_go (scene);
  wait_for (scene, 4);
}

/* A worker tells that a job has ended before it lets go of the job, and of the store with it. */
static void
check_finalized (RcStore *store)
{
  for (int i = 0; i < FINALIZE_MS && g_atomic_int_get (&G_OBJECT (store)->ref_count) > 1; i++)
    g_usleep (1000);
  g_assert_finalize_object (store);
}

static void
test_reads_newest_first (StoreFixture *fixture, gconstpointer data)
{
  RcStore *store = open_store (fixture);
  Scene scene;

  scene_init (&scene);
  run_jobs (store, &scene, FALSE);
  g_assert_cmpstr (scene.ran->str, ==, "cba");
  scene_clear (&scene);
  check_finalized (store);
}

static void
test_writes_in_order (StoreFixture *fixture, gconstpointer data)
{
  RcStore *store = open_store (fixture);
  Scene scene;

  scene_init (&scene);
  run_jobs (store, &scene, TRUE);
  g_assert_cmpstr (scene.ran->str, ==, "abc");
  scene_clear (&scene);
  check_finalized (store);
}

static void
test_cancelling_ends_statement (StoreFixture *fixture, gconstpointer data)
{
  RcStore *store = open_store (fixture);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Scene scene;
  Job next = { &scene, 'n' };

  scene_init (&scene);
  rc_store_read_async (store, run_endless, &scene, NULL, NULL, cancellable, on_cancelled, &scene);
  wait_until_held (&scene);
  g_cancellable_cancel (cancellable);
  wait_for (&scene, 1);

  rc_store_read_async (store, note, &next, NULL, NULL, NULL, on_done, &scene);
  wait_for (&scene, 2);
  g_assert_cmpstr (scene.ran->str, ==, "n");
  scene_clear (&scene);
  check_finalized (store);
}

static void
test_cancelled_in_queue_never_runs (StoreFixture *fixture, gconstpointer data)
{
  RcStore *store = open_store (fixture);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Scene scene;
  Job job = { &scene, 'x' };

  scene_init (&scene);
  rc_store_write_async (store, hold, &scene, NULL, NULL, NULL, on_done, &scene);
  wait_until_held (&scene);
  rc_store_write_async (store, note, &job, NULL, NULL, cancellable, on_cancelled, &scene);
  g_cancellable_cancel (cancellable);
  let_go (&scene);
  wait_for (&scene, 2);
  g_assert_cmpstr (scene.ran->str, ==, "");
  scene_clear (&scene);
  check_finalized (store);
}

static gpointer
close_store (gpointer data)
{
  rc_store_close (data);
  return NULL;
}

static void
test_close_works_off_writes_and_drops_reads (StoreFixture *fixture, gconstpointer data)
{
  RcStore *store = open_store (fixture);
  GThread *thread;
  Scene reader, writer;
  Job write = { &writer, 'w' };
  Job read = { &reader, 'r' };

  scene_init (&reader);
  scene_init (&writer);
  rc_store_read_async (store, run_endless, &reader, NULL, NULL, NULL, on_cancelled, &reader);
  rc_store_write_async (store, hold, &writer, NULL, NULL, NULL, on_done, &writer);
  wait_until_held (&reader);
  wait_until_held (&writer);
  rc_store_read_async (store, note, &read, NULL, NULL, NULL, on_closed, &reader);
  rc_store_write_async (store, note, &write, NULL, NULL, NULL, on_done, &writer);

  thread = g_thread_new ("closer", close_store, store);
  wait_for (&reader, 2);
  let_go (&writer);
  g_thread_join (thread);
  wait_for (&writer, 2);
  g_assert_cmpstr (writer.ran->str, ==, "w");
  g_assert_cmpstr (reader.ran->str, ==, "");

  rc_store_write_async (store, note, &write, NULL, NULL, NULL, on_closed, &writer);
  wait_for (&writer, 3);
  scene_clear (&reader);
  scene_clear (&writer);
  check_finalized (store);
}

static gpointer
insert_setting (RcDatabase *database, gpointer data, GCancellable *cancellable, GError **error)
{
  return rc_database_execute (database, "INSERT INTO settings (name, value) VALUES ('a', 'b')", error)
             ? GINT_TO_POINTER (TRUE)
             : NULL;
}

static gpointer
count_settings (RcDatabase *database, gpointer data, GCancellable *cancellable, GError **error)
{
  gint64 count = 0;
  RcStatement *statement;

  rc_database_get_int (database, "SELECT count(*) FROM settings", &count, error);
  /* Left in the middle of its rows: the next read must see what was written meanwhile all the same. */
  statement = rc_database_prepare (database, "SELECT name FROM counters", error);
  rc_statement_step (statement, error);
  return GINT_TO_POINTER ((int) count + 1);
}

static void
test_reader_sees_what_was_written (StoreFixture *fixture, gconstpointer data)
{
  RcStore *store = open_store (fixture);

  g_assert_cmpint (GPOINTER_TO_INT (rc_store_read (store, count_settings, NULL, NULL)), ==, 1);
  g_assert_nonnull (rc_store_write (store, insert_setting, NULL, NULL));
  g_assert_cmpint (GPOINTER_TO_INT (rc_store_read (store, count_settings, NULL, NULL)), ==, 2);
  check_finalized (store);
}

static void
test_reader_cannot_write (StoreFixture *fixture, gconstpointer data)
{
  RcStore *store = open_store (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_null (rc_store_read (store, insert_setting, NULL, &error));
  g_assert_error (error, RC_STORE_ERROR, RC_STORE_ERROR_READ_ONLY);
  check_finalized (store);
}

static void
test_missing_file_is_told (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (rc_store_open (fixture->path, FALSE, NULL, &error));
  g_assert_error (error, RC_STORE_ERROR, RC_STORE_ERROR_FAILED);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

/* SQLite would take it for a new database, and make a workspace of it that nobody asked for. */
static void
test_empty_file_is_refused (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) folder_error = NULL;
  GStatBuf facts;

  g_assert_true (g_file_set_contents (fixture->path, "", 0, NULL));
  g_assert_null (rc_store_open (fixture->path, FALSE, NULL, &error));
  g_assert_error (error, RC_STORE_ERROR, RC_STORE_ERROR_FOREIGN);
  g_assert_cmpint (g_stat (fixture->path, &facts), ==, 0);
  g_assert_cmpint (facts.st_size, ==, 0);
  g_assert_null (rc_store_open (folder, FALSE, NULL, &folder_error));
  g_assert_error (folder_error, RC_STORE_ERROR, RC_STORE_ERROR_FOREIGN);
}

static gpointer
count_up (RcDatabase *database, gpointer data, GCancellable *cancellable, GError **error)
{
  gint64 n_rows = 0;

  rc_database_get_int (database,
                       "SELECT count(*) FROM (WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM "
                       "n LIMIT 20000) SELECT i FROM n)",
                       &n_rows, error);
  g_assert_cmpint (n_rows, ==, 20000);
  return NULL;
}

/* What nobody waits for comes to its end beside a write that lasts. */
static void
test_long_reads_end_beside_a_long_write (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (RcStore) store = open_store (fixture);
  Scene scene;

  scene_init (&scene);
  rc_store_write_async (store, hold, &scene, NULL, NULL, NULL, on_done, &scene);
  wait_until_held (&scene);
  rc_store_read_long_async (store, count_up, NULL, NULL, NULL, NULL, on_done, &scene);
  wait_for (&scene, 1);
  let_go (&scene);
  wait_for (&scene, 2);
  scene_clear (&scene);
}

/* About 1300 pages of four kilobytes. */
static gpointer
write_much (RcDatabase *database, gpointer data, GCancellable *cancellable, GError **error)
{
  static const char sql[] =
      "INSERT OR REPLACE INTO settings (name, value) SELECT 'n' || i, hex (zeroblob (2000)) "
      "FROM (WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 1300) "
      "SELECT i FROM n)";

  g_assert_true (rc_database_execute (database, sql, error));
  return NULL;
}

static gint64
get_size (const char *path)
{
  GStatBuf facts;

  return g_stat (path, &facts) == 0 ? facts.st_size : 0;
}

static void
wait_for_size (const char *path, gint64 size)
{
  gint64 deadline = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

  while (get_size (path) < size)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      g_usleep (1000);
    }
}

static gpointer
write_twice_as_much (RcDatabase *database, gpointer data, GCancellable *cancellable, GError **error)
{
  write_much (database, data, cancellable, error);
  return write_much (database, data, cancellable, error);
}

/* While nobody writes, the journal gets room. A commit leaves what it holds; once nobody writes, it goes into the file, and the next commits begin it anew. */
static void
test_journal_is_moved_in_a_quiet_moment (StoreFixture *fixture, gconstpointer data)
{
  RcStore *store = open_store (fixture);
  g_autofree char *journal = g_strconcat (fixture->path, "-wal", NULL);
  gint64 size = get_size (fixture->path);

  wait_for_size (journal, 2000 * 4096);
  rc_store_write (store, write_twice_as_much, NULL, NULL);
  g_assert_cmpint (get_size (journal), >, 2000 * 4096);
  wait_for_size (fixture->path, size + 1000 * 4096);
  size = get_size (journal);
  rc_store_write (store, insert_setting, NULL, NULL);
  rc_store_write (store, write_much, NULL, NULL);
  g_assert_cmpint (get_size (journal), ==, size);
  check_finalized (store);
}

static gpointer
give_way (gpointer data)
{
  rc_store_gate_give_way (data);
  return NULL;
}

/* Nobody waits where nobody is inside; where somebody stays, a wait ends, and the next is none for a while. */
static void
test_giving_way (void)
{
  const gint64 longest = 50 * G_TIME_SPAN_MILLISECOND;
  g_autoptr (RcStoreGate) gate = rc_store_gate_new ();
  GThread *thread;
  gint64 start;

  rc_store_gate_give_way (gate);
  rc_store_gate_enter (gate);
  rc_store_gate_enter (gate);
  rc_store_gate_leave (gate);
  start = g_get_monotonic_time ();
  rc_store_gate_give_way (gate);
  g_assert_cmpint (g_get_monotonic_time () - start, >=, longest);
  for (guint i = 0; i < 100; i++)
    rc_store_gate_give_way (gate);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 50 * longest);
  thread = g_thread_new ("long-reader", give_way, gate);
  rc_store_gate_leave (gate);
  g_thread_join (thread);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  STORE_TEST ("/store/reads-newest-first", test_reads_newest_first);
  STORE_TEST ("/store/writes-in-order", test_writes_in_order);
  STORE_TEST ("/store/cancelling-ends-statement", test_cancelling_ends_statement);
  STORE_TEST ("/store/cancelled-in-queue-never-runs", test_cancelled_in_queue_never_runs);
  STORE_TEST ("/store/close-works-off-writes-and-drops-reads", test_close_works_off_writes_and_drops_reads);
  STORE_TEST ("/store/long-reads-end-beside-a-long-write", test_long_reads_end_beside_a_long_write);
  STORE_TEST ("/store/journal-is-moved-in-a-quiet-moment", test_journal_is_moved_in_a_quiet_moment);
  g_test_add_func ("/store/giving-way", test_giving_way);
  STORE_TEST ("/store/reader-sees-what-was-written", test_reader_sees_what_was_written);
  STORE_TEST ("/store/reader-cannot-write", test_reader_cannot_write);
  STORE_TEST ("/store/missing-file-is-told", test_missing_file_is_told);
  STORE_TEST ("/store/empty-file-is-refused", test_empty_file_is_refused);
  return g_test_run ();
}
