/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-workspace-private.h"

#include "rc-collation.h"
#include "rc-sample.h"
#include "rc-settings-table.h"
#include "rc-workspace-setup.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* Opening a workspace: the store, what a new one begins with, the order of names for this desk's locale, and what is
 * kept in memory; one after the other in a thread, so that what the window does meanwhile holds up none of it. */

/* A workspace's file, and what SQLite keeps beside it. */
static const char *const suffixes[] = { "", "-wal", "-shm", "-journal" };

typedef enum
{
  OPENING_EXISTING,
  OPENING_NEW,
  OPENING_SAMPLE
} RcOpeningKind;

typedef struct
{
  RcOpeningKind kind;
  char *path; /* (owned) the file that is opened */
  char *final_path; /* (owned) (nullable) what a new one's file becomes once all is in it */
  RcClock *clock; /* (owned) */
  char *member_name; /* (owned) (nullable) of a new one */
  char *member_email; /* (owned) (nullable) of a new one */
  RcClaim *claim; /* (owned) (nullable) on a file that is being made */
  RcProgress *progress; /* (owned) (nullable) */
  GCancellable *cancellable; /* (borrowed) (nullable) the task's */
  gboolean is_told; /* whether the progress says what is done now; in the thread that does it */
  RcStore *store; /* (owned) (nullable) while it is opened */
} RcOpening;

static void
rc_opening_free (RcOpening *opening)
{
  g_free (opening->path);
  g_free (opening->final_path);
  g_free (opening->member_name);
  g_free (opening->member_email);
  g_clear_pointer (&opening->claim, rc_claim_free);
  g_clear_object (&opening->progress);
  g_clear_object (&opening->store);
  g_clear_object (&opening->clock);
  g_free (opening);
}

/**
 * rc_workspace_remove_file:
 * @path: a workspace's file
 *
 * Removes it with what SQLite keeps beside it; only for what nobody wants to keep: a sample, or a new one that failed.
 */
void
rc_workspace_remove_file (const char *path)
{
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);

      g_unlink (name);
    }
}

/**
 * rc_workspace_find_in_the_way:
 * @path: where a new workspace could be
 *
 * A journal without its workspace counts too: SQLite would take it for the new one's.
 *
 * Returns: (transfer full) (nullable): the file that is there already; %NULL if there is none
 */
char *
rc_workspace_find_in_the_way (const char *path)
{
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);

      if (g_file_test (name, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&name);
    }
  return NULL;
}

static void
tell (RcOpening *opening, const char *text, double fraction)
{
  if (!opening->is_told)
    rc_progress_report_text (opening->progress, text);
  opening->is_told = TRUE;
  rc_progress_report (opening->progress, fraction);
}

static void
on_copied (double fraction, gpointer data)
{
  tell (data, _ ("The file gets a new format. It is copied before it is changed."), fraction);
}

static void
on_keys_made (guint64 n_done, guint64 n_total, gpointer data)
{
  tell (data, _ ("The names are put in the order of your language."),
        (double) n_done / (double) MAX (n_total, 1));
}

/* In the writer's thread: fills a new workspace, and sorts its names as this desk's locale does. */
static gpointer
prepare (RcDatabase *database, gpointer data, GCancellable *cancellable, GError **error)
{
  RcOpening *opening = data;
  RcDate today = rc_clock_get_today (opening->clock);
  gint64 now = rc_clock_get_now (opening->clock);
  g_autoptr (RcCollator) collator = NULL;
  gint64 member_id;

  if (opening->kind == OPENING_SAMPLE && !rc_sample_fill (database, today, now, opening->cancellable, error))
    return NULL;
  if (opening->kind == OPENING_NEW
      && (!rc_workspace_setup (database, opening->member_name, opening->member_email, RC_PRESET_VIP, now,
                               today, &member_id, error)
          || !rc_workspace_write_me (database, member_id, error)))
    return NULL;
  collator = rc_collator_new (NULL);
  opening->is_told = FALSE;
  if (!rc_collation_rebuild (database, collator, on_keys_made, opening, opening->cancellable, error)
      || (opening->kind == OPENING_NEW && !rc_database_move_journal (database, error)))
    return NULL;
  return GINT_TO_POINTER (TRUE);
}

/**
 * rc_workspace_set_exists_error:
 * @path: a file that is in the way of one that is to be made
 * @error: %G_IO_ERROR_EXISTS
 *
 * Returns: %FALSE
 */
gboolean
rc_workspace_set_exists_error (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS, _ ("There is a file “%s” already."), name);
  return FALSE;
}

static gboolean
set_making_error (const char *path, int code, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (code), _ ("“%s” cannot be made: %s"), name,
               g_strerror (code));
  return FALSE;
}

/* The file is made here, so that two who make the same one cannot both succeed. */
static gboolean
make_file (RcOpening *opening, GError **error)
{
  const char *path = opening->path;
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *in_the_way =
      opening->final_path != NULL ? rc_workspace_find_in_the_way (opening->final_path) : NULL;
  int fd = -1;

  if (in_the_way != NULL)
    return rc_workspace_set_exists_error (in_the_way, error);
  if (g_mkdir_with_parents (folder, 0700) == 0)
    {
      opening->claim = rc_claim_new (path);
      fd = g_open (path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
    }
  if (fd < 0)
    return errno == EEXIST ? rc_workspace_set_exists_error (path, error)
                           : set_making_error (path, errno, error);
  close (fd);
  return TRUE;
}

/* A second name never takes another file's place; where the file system has no second names, there is only the look
 * before. */
static gboolean
move_into_place (const char *from, const char *to, GError **error)
{
  if (link (from, to) == 0)
    {
      g_unlink (from);
      return TRUE;
    }
  if (errno == EEXIST || g_file_test (to, G_FILE_TEST_EXISTS))
    return rc_workspace_set_exists_error (to, error);
  if (g_rename (from, to) == 0)
    return TRUE;
  return set_making_error (to, errno, error);
}

/* A new workspace gets its name when all is in it, so that none is ever found half made. */
static gboolean
finish_making (RcOpening *opening, GError **error)
{
  rc_store_close (opening->store);
  g_clear_object (&opening->store);
  if (!move_into_place (opening->path, opening->final_path, error))
    return FALSE;
  g_clear_pointer (&opening->claim, rc_claim_free);
  g_free (opening->path);
  opening->path = g_steal_pointer (&opening->final_path);
  opening->kind = OPENING_EXISTING;
  return TRUE;
}

static gboolean
open_store (RcOpening *opening, GError **error)
{
  opening->store = rc_store_open_with_progress (opening->path, opening->kind != OPENING_EXISTING, on_copied,
                                                opening, opening->cancellable, error);
  return opening->store != NULL && !g_cancellable_set_error_if_cancelled (opening->cancellable, error)
         && rc_store_write (opening->store, prepare, opening, error) != NULL;
}

static gpointer
read_contents (RcDatabase *database, gpointer data, GCancellable *cancellable, GError **error)
{
  RcOpening *opening = data;
  RcContentsRequest request = { .parts = RC_PART_AT_OPENING, .today = rc_clock_get_today (opening->clock) };

  return rc_contents_read (database, &request, opening->cancellable, error);
}

static void
remove_leftovers (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  rc_claim_remove_leftovers (folder, rc_workspace_remove_file);
}

/* Nothing is left of what was being made. */
static void
give_up (RcOpening *opening)
{
  if (opening->store != NULL)
    rc_store_close (opening->store);
  if (opening->kind != OPENING_EXISTING)
    rc_workspace_remove_file (opening->path);
  g_clear_pointer (&opening->claim, rc_claim_free);
}

static void
open_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  RcOpening *opening = task_data;
  GError *error = NULL;
  RcContents *contents = NULL;
  gboolean opened;

  remove_leftovers (opening->path);
  opened = (opening->kind == OPENING_EXISTING || make_file (opening, &error)) && open_store (opening, &error);
  if (opened && opening->kind == OPENING_NEW)
    opened = finish_making (opening, &error) && open_store (opening, &error);
  if (opened && !g_cancellable_set_error_if_cancelled (cancellable, &error))
    contents = rc_store_read (opening->store, read_contents, opening, &error);
  if (contents == NULL)
    give_up (opening);
  if (contents != NULL)
    g_task_return_pointer (task, contents, (GDestroyNotify) rc_contents_free);
  else
    g_task_return_error (task, error);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  RcOpening *opening = g_task_get_task_data (task);
  RcWorkspace *workspace;
  GError *error = NULL;
  RcContents *contents = g_task_propagate_pointer (G_TASK (result), &error);

  if (contents == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  workspace = rc_workspace_new (opening->store, opening->clock, contents);
  workspace->throw_away = opening->kind == OPENING_SAMPLE;
  workspace->claim = g_steal_pointer (&opening->claim);
  g_task_return_pointer (task, workspace, g_object_unref);
}

static void
start (GTask *task)
{
  g_autoptr (GTask) work = g_task_new (NULL, g_task_get_cancellable (task), on_opened, g_object_ref (task));

  g_task_set_source_tag (work, start);
  g_task_set_check_cancellable (work, FALSE);
  g_task_set_task_data (work, g_task_get_task_data (task), NULL); /* @task keeps it */
  g_task_run_in_thread (work, open_in_thread);
}

static GTask *
create_task (RcOpeningKind kind, char *path, RcClock *clock, GCancellable *cancellable,
             GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  RcOpening *opening = g_new0 (RcOpening, 1);

  opening->kind = kind;
  opening->path = path;
  opening->clock = g_object_ref (clock);
  opening->cancellable = cancellable;
  g_task_set_task_data (task, opening, (GDestroyNotify) rc_opening_free);
  g_task_set_source_tag (task, rc_workspace_open_finish);
  g_task_set_check_cancellable (task, FALSE); /* a workspace that was opened is given, and can be closed */
  return task;
}

/**
 * rc_workspace_open_async:
 * @path: a workspace's file
 * @clock: what tells the time in it
 * @cancellable: (nullable): stops a migration or a rebuild of the order of names
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * Opens what is there.
 */
void
rc_workspace_open_async (const char *path, RcClock *clock, GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer user_data)
{
  rc_workspace_open_with_progress_async (path, clock, NULL, cancellable, callback, user_data);
}

/**
 * rc_workspace_open_with_progress_async:
 * @path: a workspace's file
 * @clock: what tells the time in it
 * @progress: (nullable): its text says what takes long, where something does
 * @cancellable: (nullable): stops a migration or a rebuild of the order of names, which leaves the file as it was
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * rc_workspace_open_async() for who waits.
 */
void
rc_workspace_open_with_progress_async (const char *path, RcClock *clock, RcProgress *progress,
                                       GCancellable *cancellable, GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  RcOpening *opening;

  g_return_if_fail (path != NULL && RC_IS_CLOCK (clock));
  task = create_task (OPENING_EXISTING, g_strdup (path), clock, cancellable, callback, user_data);
  opening = g_task_get_task_data (task);
  g_set_object (&opening->progress, progress);
  start (task);
}

/* Beside the file that it becomes, so that it need not be copied. */
static char *
make_unfinished_path (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_strdup_printf (".new-%08x%08x.workspace", g_random_int (), g_random_int ());

  return g_build_filename (folder, name, NULL);
}

/**
 * rc_workspace_create_async:
 * @path: where the new workspace's file is to be; there must be none
 * @clock: what tells the time in it
 * @setup: what it begins with; copied
 * @cancellable: (nullable): stops it
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * Makes a workspace with the built-in catalogue (PR-1), whose first member is primary admin and "me" (TM-4). It is made
 * beside and gets its name at the end: one that was not made to the end is not there.
 * %G_IO_ERROR_EXISTS if the file is there.
 */
void
rc_workspace_create_async (const char *path, RcClock *clock, const RcWorkspaceSetup *setup,
                           GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  RcOpening *opening;

  g_return_if_fail (path != NULL && RC_IS_CLOCK (clock) && setup != NULL);
  task = create_task (OPENING_NEW, make_unfinished_path (path), clock, cancellable, callback, user_data);
  opening = g_task_get_task_data (task);
  opening->final_path = g_strdup (path);
  opening->member_name = g_strdup (setup->member_name);
  opening->member_email = g_strdup (setup->member_email);
  start (task);
}

/**
 * rc_workspace_create_sample_async:
 * @clock: what tells the time in it; all states are there relative to its today
 * @cancellable: (nullable): stops it
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * Makes a workspace for trying, in a new file under the user's cache directory that rc_workspace_close() removes.
 */
void
rc_workspace_create_sample_async (RcClock *clock, GCancellable *cancellable, GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autofree char *uuid = g_uuid_string_random ();
  g_autofree char *name = g_strdup_printf ("sample-%s.workspace", uuid);
  char *path = g_build_filename (g_get_user_cache_dir (), "reseller-console", name, NULL);

  g_return_if_fail (RC_IS_CLOCK (clock));
  task = create_task (OPENING_SAMPLE, path, clock, cancellable, callback, user_data);
  start (task);
}

/**
 * rc_workspace_open_finish:
 * @result: what the callback was given
 * @error: return location
 *
 * Ends all three ways of opening.
 *
 * Returns: (transfer full): the workspace; %NULL with an error of #RcStoreError, #RcRuleError or #GIOErrorEnum
 */
RcWorkspace *
rc_workspace_open_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
