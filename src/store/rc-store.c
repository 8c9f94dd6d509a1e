/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-store.h"

#include "rc-database-private.h"
#include "rc-migration.h"
#include "rc-store-place.h"
#include "rc-store-worker.h"
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <unistd.h>

/* An open workspace file: a writer and two readers, each a connection in its thread; the second reader is for what takes
 * long, so that a page of rows never waits for a count. It runs what it is given and knows nothing of what is stored.
 * Results arrive in the main context of the caller. */

struct _RcStore
{
  GObject parent_instance;

  char *path; /* (owned) */
  gint64 last_use; /* of the monotonic clock */
  guint n_uses; /* under way */
  RcStoreWorker *writer; /* (owned) */
  RcStoreWorker *reader; /* (owned) */
  RcStoreWorker *long_reader; /* (owned) */
};

/* What a call's task keeps: the function's data and how to free both ends. */
typedef struct
{
  gpointer data; /* (owned) */
  GDestroyNotify free_data; /* (nullable) */
} CallData;

static GQuark call_data_quark;

G_DEFINE_FINAL_TYPE (RcStore, rc_store, G_TYPE_OBJECT)

static void
rc_store_dispose (GObject *object)
{
  RcStore *self = RC_STORE (object);

  if (self->reader != NULL && self->writer != NULL)
    rc_store_close (self);
  g_clear_pointer (&self->long_reader, rc_store_worker_unref);
  g_clear_pointer (&self->reader, rc_store_worker_unref);
  g_clear_pointer (&self->writer, rc_store_worker_unref);
  G_OBJECT_CLASS (rc_store_parent_class)->dispose (object);
}

static void
rc_store_finalize (GObject *object)
{
  g_free (RC_STORE (object)->path);
  G_OBJECT_CLASS (rc_store_parent_class)->finalize (object);
}

static void
rc_store_class_init (RcStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rc_store_dispose;
  G_OBJECT_CLASS (klass)->finalize = rc_store_finalize;
  call_data_quark = g_quark_from_static_string ("rc-store-call-data");
}

static void
rc_store_init (RcStore *self)
{
}

/* The journal lies beside the file, so that the folder has to be writable too. */
static gboolean
check_rights (const char *path, const char *name, GError **error)
{
  g_autofree char *real = realpath (path, NULL);
  g_autofree char *folder = g_path_get_dirname (real != NULL ? real : path);

  if (g_access (path, R_OK | W_OK) == 0 && g_access (folder, W_OK) == 0)
    return TRUE;
  g_set_error (error, RC_STORE_ERROR, RC_STORE_ERROR_READ_ONLY,
               _ ("“%s” cannot be opened for writing: the file or its folder is read-only."), name);
  return FALSE;
}

/* What is there has to be a file with something in it: SQLite takes an empty one for a database that is new. */
static gboolean
check_file (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);
  GStatBuf facts;

  if (g_stat (path, &facts) != 0)
    {
      int code = errno;

      if (code == ENOENT)
        g_set_error (error, RC_STORE_ERROR, RC_STORE_ERROR_FAILED, _ ("There is no file “%s”."), name);
      else
        g_set_error (error, RC_STORE_ERROR, RC_STORE_ERROR_FAILED, _ ("“%s” cannot be opened: %s"), name,
                     g_strerror (code));
      return FALSE;
    }
  if (S_ISREG (facts.st_mode) && facts.st_size > 0)
    return check_rights (path, name, error);
  if (S_ISDIR (facts.st_mode))
    g_set_error (error, RC_STORE_ERROR, RC_STORE_ERROR_FOREIGN, _ ("“%s” is a folder, not a workspace."),
                 name);
  else
    g_set_error (error, RC_STORE_ERROR, RC_STORE_ERROR_FOREIGN, _ ("“%s” is empty, so it is no workspace."),
                 name);
  return FALSE;
}

static RcStore *
open_store (const char *path, gboolean create, RcStoreProgressFunc progress, gpointer progress_data,
            GCancellable *cancellable, GError **error)
{
  g_autoptr (RcDatabase) writer = NULL;
  g_autoptr (RcDatabase) reader = NULL;
  g_autoptr (RcDatabase) long_reader = NULL;
  g_autoptr (RcStoreGate) gate = NULL;
  RcStore *self;

  if ((!create && !check_file (path, error)) || !rc_store_place_check_names (path, error))
    return NULL;
  writer = rc_database_open (path, create ? RC_DATABASE_CREATE : RC_DATABASE_READ_WRITE, error);
  if (writer == NULL)
    return NULL;
  rc_database_set_copy_progress (writer, progress, progress_data);
  if (!rc_migration_run (writer, 0, cancellable, error))
    return NULL;
  rc_database_set_copy_progress (writer, NULL, NULL);
  reader = rc_database_open (path, RC_DATABASE_READ_ONLY, error);
  long_reader = reader != NULL ? rc_database_open (path, RC_DATABASE_READ_ONLY, error) : NULL;
  if (long_reader == NULL)
    return NULL;

  self = g_object_new (RC_TYPE_STORE, NULL);
  self->path = g_strdup (path);
  self->last_use = g_get_monotonic_time ();
  gate = rc_store_gate_new ();
  self->writer = rc_store_worker_new (RC_STORE_WORKER_WRITER, g_steal_pointer (&writer),
                                      rc_store_place_new (path), gate);
  self->reader = rc_store_worker_new (RC_STORE_WORKER_READER, g_steal_pointer (&reader), NULL, gate);
  self->long_reader =
      rc_store_worker_new (RC_STORE_WORKER_LONG_READER, g_steal_pointer (&long_reader), NULL, gate);
  return self;
}

/**
 * rc_store_open:
 * @path: the workspace's file
 * @create: whether to make a workspace's tables where the file is missing or empty
 * @cancellable: (nullable): ends a migration
 * @error: return location
 *
 * Opens a workspace, brings its schema to the latest version, and starts the threads. Blocks.
 *
 * Returns: (transfer full): the store; %NULL with an error of #RcStoreError, %RC_STORE_ERROR_FOREIGN for an empty file
 *   that was to be there
 */
RcStore *
rc_store_open (const char *path, gboolean create, GCancellable *cancellable, GError **error)
{
  return rc_store_open_with_progress (path, create, NULL, NULL, cancellable, error);
}

/**
 * rc_store_open_with_progress:
 * @path: the workspace's file
 * @create: whether to make it where it is missing
 * @progress: (nullable): told in this thread how far the copy before a migration has come
 * @progress_data: for @progress
 * @cancellable: (nullable): ends a migration
 * @error: return location
 *
 * rc_store_open() for who waits.
 *
 * Returns: (transfer full): the store; %NULL with an error of #RcStoreError
 */
RcStore *
rc_store_open_with_progress (const char *path, gboolean create, RcStoreProgressFunc progress,
                             gpointer progress_data, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);
  return open_store (path, create, progress, progress_data, cancellable, error);
}

/**
 * rc_store_get_path:
 * @self: a store
 *
 * Returns: (transfer none): the workspace's file
 */
const char *
rc_store_get_path (RcStore *self)
{
  g_return_val_if_fail (RC_IS_STORE (self), NULL);
  return self->path;
}

/**
 * rc_store_begin_use:
 * @self: a store
 *
 * Somebody is at work with it until rc_store_end_use(), though nothing is read. In the main context only.
 */
void
rc_store_begin_use (RcStore *self)
{
  g_return_if_fail (RC_IS_STORE (self));
  self->n_uses++;
}

/**
 * rc_store_end_use:
 * @self: a store
 *
 * What rc_store_begin_use() told of is over.
 */
void
rc_store_end_use (RcStore *self)
{
  g_return_if_fail (RC_IS_STORE (self) && self->n_uses > 0);
  self->n_uses--;
  self->last_use = g_get_monotonic_time ();
}

/**
 * rc_store_is_in_use:
 * @self: a store
 *
 * Returns: whether something that was begun is not over
 */
gboolean
rc_store_is_in_use (RcStore *self)
{
  g_return_val_if_fail (RC_IS_STORE (self), FALSE);
  return self->n_uses > 0;
}

/**
 * rc_store_get_quiet_time:
 * @self: a store
 *
 * Whoever uses a window reads rows, or a customer, with every step, or runs a command.
 *
 * Returns: for how many µs nobody has called rc_store_read_async() or been between rc_store_begin_use() and
 *   rc_store_end_use()
 */
gint64
rc_store_get_quiet_time (RcStore *self)
{
  g_return_val_if_fail (RC_IS_STORE (self), 0);
  return self->n_uses > 0 ? 0 : g_get_monotonic_time () - self->last_use;
}

static void
call_data_free (CallData *call)
{
  if (call->free_data != NULL)
    call->free_data (call->data);
  g_free (call);
}

static void
push_call (RcStore *self, RcStoreWorker *worker, RcStoreFunc func, gpointer data, GDestroyNotify free_data,
           GDestroyNotify free_result, GTask *task)
{
  CallData *call = g_new0 (CallData, 1);

  call->data = data;
  call->free_data = free_data;
  g_object_set_qdata_full (G_OBJECT (task), call_data_quark, call, (GDestroyNotify) call_data_free);
  g_task_set_task_data (task, free_result, NULL);
  g_task_set_check_cancellable (task, FALSE);
  rc_store_worker_push (worker, func, data, task);
}

static void
read_async (RcStore *self, RcStoreWorker *worker, RcStoreFunc func, gpointer data, GDestroyNotify free_data,
            GDestroyNotify free_result, GCancellable *cancellable, GAsyncReadyCallback callback,
            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, rc_store_read_async);
  push_call (self, worker, func, data, free_data, free_result, task);
}

/**
 * rc_store_read_async:
 * @self: a store
 * @func: runs in the reader's thread, on a connection that cannot write
 * @data: for @func
 * @free_data: (nullable): frees @data, in either thread
 * @free_result: (nullable): frees a result that nobody fetches
 * @cancellable: (nullable): drops the request, or ends the statement that it runs
 * @callback: called in the caller's main context
 * @user_data: for @callback
 *
 * Reads. The newest request is answered first. Get the result with rc_store_call_finish().
 */
void
rc_store_read_async (RcStore *self, RcStoreFunc func, gpointer data, GDestroyNotify free_data,
                     GDestroyNotify free_result, GCancellable *cancellable, GAsyncReadyCallback callback,
                     gpointer user_data)
{
  g_return_if_fail (RC_IS_STORE (self) && func != NULL);
  self->last_use = g_get_monotonic_time ();
  read_async (self, self->reader, func, data, free_data, free_result, cancellable, callback, user_data);
}

/**
 * rc_store_read_long_async:
 * @self: a store
 * @func: runs in the second reader's thread, on a connection that cannot write
 * @data: for @func
 * @free_data: (nullable): frees @data, in either thread
 * @free_result: (nullable): frees a result that nobody fetches
 * @cancellable: (nullable): drops the request, or ends the statement that it runs
 * @callback: called in the caller's main context
 * @user_data: for @callback
 *
 * rc_store_read_async() for what takes long and what nobody waits for: all ids, counts. It holds up no
 * other read.
 */
void
rc_store_read_long_async (RcStore *self, RcStoreFunc func, gpointer data, GDestroyNotify free_data,
                          GDestroyNotify free_result, GCancellable *cancellable, GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_return_if_fail (RC_IS_STORE (self) && func != NULL);
  read_async (self, self->long_reader, func, data, free_data, free_result, cancellable, callback, user_data);
}

/**
 * rc_store_write_async:
 * @self: a store
 * @func: runs in the writer's thread; begins and ends its own transaction
 * @data: for @func
 * @free_data: (nullable): frees @data, in either thread
 * @free_result: (nullable): frees a result that nobody fetches
 * @cancellable: (nullable): drops the request as long as it is queued; then it is for @func to look at
 * @callback: called in the caller's main context
 * @user_data: for @callback
 *
 * Writes, in the order of the calls; where the file is not in its place any more, %RC_STORE_ERROR_MOVED. A result of %NULL without an error is allowed. Get it with rc_store_call_finish().
 * A write that was done is told as done, even where it was cancelled meanwhile.
 */
void
rc_store_write_async (RcStore *self, RcStoreFunc func, gpointer data, GDestroyNotify free_data,
                      GDestroyNotify free_result, GCancellable *cancellable, GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (RC_IS_STORE (self) && func != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, rc_store_write_async);
  push_call (self, self->writer, func, data, free_data, free_result, task);
}

/**
 * rc_store_call_finish:
 * @self: a store
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): what the function returned; %NULL with @error set where it failed, was cancelled
 *   (%G_IO_ERROR_CANCELLED) or the store was closed (%G_IO_ERROR_CLOSED)
 */
gpointer
rc_store_call_finish (RcStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, rc_store_read_async)
                            || g_async_result_is_tagged (result, rc_store_write_async),
                        NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * rc_store_call_pass_on:
 * @source: a store
 * @result: what the callback of a call was given
 * @task: (transfer full): a #GTask, which returns what the call did, result or error
 *
 * A #GAsyncReadyCallback for those whose own answer is the call's.
 */
void
rc_store_call_pass_on (GObject *source, GAsyncResult *result, gpointer task)
{
  g_autoptr (GTask) owned = task;
  GDestroyNotify free_result = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;
  gpointer answer = rc_store_call_finish (RC_STORE (source), result, &error);

  if (error != NULL)
    g_task_return_error (owned, error);
  else
    g_task_return_pointer (owned, answer, free_result);
}

/**
 * rc_store_read:
 * @self: a store
 * @func: runs in the reader's thread
 * @data: for @func
 * @error: return location
 *
 * Waits for a read, without a main loop.
 *
 * Returns: (transfer full): what @func returned
 */
gpointer
rc_store_read (RcStore *self, RcStoreFunc func, gpointer data, GError **error)
{
  g_return_val_if_fail (RC_IS_STORE (self) && func != NULL, NULL);
  return rc_store_worker_call (self->reader, func, data, error);
}

/**
 * rc_store_write:
 * @self: a store
 * @func: runs in the writer's thread
 * @data: for @func
 * @error: return location
 *
 * Waits for a write, without a main loop.
 *
 * Returns: (transfer full): what @func returned
 */
gpointer
rc_store_write (RcStore *self, RcStoreFunc func, gpointer data, GError **error)
{
  g_return_val_if_fail (RC_IS_STORE (self) && func != NULL, NULL);
  return rc_store_worker_call (self->writer, func, data, error);
}

/**
 * rc_store_close:
 * @self: a store
 *
 * Drops what reads are queued, works off the writes that are, and closes the connections, the writer last, so that the
 * journal goes into the file. Calls after this return %G_IO_ERROR_CLOSED.
 */
void
rc_store_close (RcStore *self)
{
  g_return_if_fail (RC_IS_STORE (self));

  rc_store_worker_close (self->reader);
  rc_store_worker_close (self->long_reader);
  rc_store_worker_close (self->writer);
}
