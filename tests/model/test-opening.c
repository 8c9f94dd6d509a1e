/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace-fixture.h"

#include "rc-backup.h"
#include "rc-claim.h"

/* What opening a workspace tells who waits, and what it tidies up. */

static void
make_files (WorkspaceFixture *fixture, const char *const *names, gsize n_names)
{
  for (gsize i = 0; i < n_names; i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);

      g_assert_true (g_file_set_contents (path, "pages", -1, NULL));
    }
}

static guint
count_there (WorkspaceFixture *fixture, const char *const *names, gsize n_names)
{
  guint n_there = 0;

  for (gsize i = 0; i < n_names; i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);

      n_there += g_file_test (path, G_FILE_TEST_EXISTS);
    }
  return n_there;
}

/* What a killed program left is removed at the next opening; what another one works at stays. */
static void
test_leftovers_are_removed (WorkspaceFixture *fixture, gconstpointer data)
{
  static const char *const left[] = { ".new-0123456789abcdef.workspace",
                                      ".new-0123456789abcdef.workspace-wal",
                                      "sample-01234567-89ab-cdef-0123-456789abcdef.workspace",
                                      "sample-fedcba98-89ab-cdef-0123-456789abcdef.workspace.lock" };
  static const char *const others[] = { ".new-abc.workspace", "sample-of-mine.workspace", "South.db",
                                        "South.db.lock" };
  g_autofree char *used = g_build_filename (fixture->folder, ".new-fedcba9876543210.workspace", NULL);
  g_autoptr (RcClaim) claim = rc_claim_new (used);
  g_autoptr (GError) error = NULL;
  RcWorkspace *second;

  g_assert_nonnull (claim);
  g_assert_true (g_file_set_contents (used, "pages", -1, NULL));
  make_files (fixture, left, G_N_ELEMENTS (left));
  make_files (fixture, others, G_N_ELEMENTS (others));
  second = fixture_open (fixture->path, fixture->clock, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_there (fixture, left, G_N_ELEMENTS (left)), ==, 0);
  g_assert_cmpuint (count_there (fixture, others, G_N_ELEMENTS (others)), ==, G_N_ELEMENTS (others));
  g_assert_true (g_file_test (used, G_FILE_TEST_EXISTS));
  rc_workspace_close (second);
  g_object_unref (second);

  g_clear_pointer (&claim, rc_claim_free);
  second = fixture_open (fixture->path, fixture->clock, &error);
  g_assert_no_error (error);
  g_assert_false (g_file_test (used, G_FILE_TEST_EXISTS));
  rc_workspace_close (second);
  g_object_unref (second);
}

static void
on_opened_slowly (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static void
on_text (RcProgress *progress, GParamSpec *pspec, gpointer data)
{
  g_assert_nonnull (rc_progress_get_text (progress));
  ++*(guint *) data;
}

/* Another language's order is told of while it is made, and can be stopped: then the next opening makes it. */
static void
test_opening_says_what_takes_long (WorkspaceFixture *fixture, gconstpointer data)
{
  for (guint cancelled = 0; cancelled < 2; cancelled++)
    {
      g_autoptr (RcProgress) progress = rc_progress_new ();
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (RcDatabase) database = rc_database_open (fixture->path, RC_DATABASE_READ_WRITE, NULL);
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (RcWorkspace) second = NULL;
      guint n_texts = 0;

      g_assert_true (rc_database_execute (
          database, "UPDATE settings SET value = 'xx@icu1' WHERE name = 'collation'", NULL));
      g_signal_connect (progress, "notify::text", G_CALLBACK (on_text), &n_texts);
      rc_workspace_open_with_progress_async (fixture->path, fixture->clock, progress, cancellable,
                                             on_opened_slowly, &result);
      if (cancelled)
        g_cancellable_cancel (cancellable);
      while (result == NULL)
        g_main_context_iteration (NULL, TRUE);
      second = rc_workspace_open_finish (result, &error);
      if (cancelled)
        {
          g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
          continue;
        }
      g_assert_no_error (error);
      g_assert_cmpuint (n_texts, ==, 1);
      g_assert_cmpfloat (rc_progress_get_fraction (progress), ==, 1.0);
      rc_workspace_close (second);
    }
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  guint n_files = 0;

  g_assert_nonnull (directory);
  while (g_dir_read_name (directory) != NULL)
    n_files++;
  return n_files;
}

/* Nothing is left of a sample that was closed, even where a read is under way whose end is never seen. */
static void
test_sample_leaves_nothing (WorkspaceFixture *fixture, gconstpointer data)
{
  RcWorkspace *sample = fixture->workspace;
  g_autofree char *folder = g_path_get_dirname (rc_workspace_get_path (sample));

  g_assert_cmpuint (count_files (folder), >=, 2);
  rc_workspace_check_file (sample);
  rc_workspace_close (sample);
  g_assert_cmpuint (count_files (folder), ==, 0);
}

/* Who copied a sample's file and opens the copy keeps it. */
static void
test_copy_of_a_sample_stays (WorkspaceFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "Copy.workspace", NULL);
  g_autoptr (GError) error = NULL;
  RcWorkspace *second;

  g_assert_true (
      rc_backup_make (rc_workspace_get_path (fixture->workspace), path, RC_BACKUP_PACE_FAST, NULL, &error));
  second = fixture_open (path, fixture->clock, &error);
  g_assert_no_error (error);
  g_assert_true (rc_workspace_is_sample (second));
  rc_workspace_close (second);
  fixture_settle ();
  g_assert_finalize_object (second);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
add_for_sample (const char *path, void (*test) (WorkspaceFixture *fixture, gconstpointer data))
{
  g_test_add (path, WorkspaceFixture, NULL, workspace_fixture_set_up_sample, test,
              workspace_fixture_tear_down);
}

static void
add (const char *path, void (*test) (WorkspaceFixture *fixture, gconstpointer data))
{
  g_test_add (path, WorkspaceFixture, NULL, workspace_fixture_set_up, test, workspace_fixture_tear_down);
}

/* For the address sanitizer: GLib's own frames hide who took memory from its quick look; these tests take little. */
const char *__asan_default_options (void);

const char *
__asan_default_options (void)
{
  return "fast_unwind_on_malloc=0";
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  add ("/opening/leftovers-of-a-killed-program-are-removed", test_leftovers_are_removed);
  add ("/opening/says-what-takes-long", test_opening_says_what_takes_long);
  add_for_sample ("/opening/sample-leaves-nothing", test_sample_leaves_nothing);
  add_for_sample ("/opening/copy-of-a-sample-stays", test_copy_of_a_sample_stays);
  return g_test_run ();
}
