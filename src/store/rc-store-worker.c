/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-store-worker.h"

#include "rc-database-private.h"
#include "rc-journal.h"
#include <glib/gi18n-lib.h>
#include <sys/resource.h>

/* A thread that owns a connection and works off a queue. The reader takes the newest request first, since it is what
 * the user waits for now; the writer keeps the order. The thread holds a reference, so that a worker outlives whoever
 * drops it, even in the worker's own thread. */

#define LONG_READER_NICENESS 10
#define QUIET_TIME G_TIME_SPAN_SECOND /* of a writer, before it tidies up */

typedef struct
{
  RcStoreFunc func;
  gpointer data; /* (borrowed) kept alive by the task, or by who waits */
  GTask *task; /* (owned) (nullable): NULL for a waiting caller */
  GCancellable *cancellable; /* (borrowed) (nullable) the task's */
  GError **error; /* (borrowed) where a waiting caller wants its error */
  gpointer result; /* (owned) for a waiting caller */
  gboolean done;
} RcStoreJob;

struct _RcStoreWorker
{
  gatomicrefcount ref_count;
  RcStoreWorkerKind kind;
  RcStoreGate *gate; /* (owned) who is waited for is inside; who is not gives way */
  GThread *thread; /* (owned) until closed */
  RcDatabase *database; /* (owned) used by the thread alone */
  RcStorePlace *place; /* (owned) (nullable) the writer's; likewise */
  RcJournal journal; /* used by the thread alone */

  GMutex mutex;
  GCond changed; /* a job came, a waiting caller's job was done, or closing */
  GQueue jobs; /* (owned) of RcStoreJob; guarded by the mutex */
  int closing; /* atomic */
};

static void
set_closed_error (GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CLOSED, _ ("The workspace is closed."));
}

static gboolean
is_reader (const RcStoreWorker *self)
{
  return self->kind != RC_STORE_WORKER_WRITER;
}

static gboolean
is_waited_for (const RcStoreWorker *self)
{
  return self->kind != RC_STORE_WORKER_LONG_READER;
}

static gboolean
should_stop (gpointer data)
{
  gpointer *worker_and_job = data;
  RcStoreWorker *self = worker_and_job[0];
  RcStoreJob *job = worker_and_job[1];

  if (!is_waited_for (self))
    rc_store_gate_give_way (self->gate);
  return g_atomic_int_get (&self->closing) || g_cancellable_is_cancelled (job->cancellable);
}

static void
free_task_job (RcStoreJob *job)
{
  g_object_unref (job->task);
  g_free (job);
}

static gpointer
run_job (RcStoreWorker *self, RcStoreJob *job, GError **error)
{
  gpointer worker_and_job[] = { self, job };
  gpointer result;

  if (g_cancellable_set_error_if_cancelled (job->cancellable, error))
    return NULL;
  if (self->place != NULL && !rc_store_place_check (self->place, self->database, error))
    return NULL;
  if (is_reader (self))
    rc_database_set_stop_func (self->database, should_stop, worker_and_job);

  result = job->func (self->database, job->data, job->cancellable, error);

  rc_database_set_stop_func (self->database, NULL, NULL);
  /* A look-up that stopped at its first row would hold on to an old view of the file. */
  rc_database_reset_statements (self->database);
  return result;
}

static void
leave_gate (RcStoreWorker *self)
{
  if (is_waited_for (self))
    rc_store_gate_leave (self->gate);
}

static void
finish_task_job (RcStoreWorker *self, RcStoreJob *job)
{
  GError *error = NULL;
  gpointer result = run_job (self, job, &error);

  leave_gate (self);
  if (error != NULL)
    g_task_return_error (job->task, error);
  else
    g_task_return_pointer (job->task, result, g_task_get_task_data (job->task));
  free_task_job (job);
}

static void
finish_waiting_job (RcStoreWorker *self, RcStoreJob *job)
{
  job->result = run_job (self, job, job->error);
  leave_gate (self);
  g_mutex_lock (&self->mutex);
  job->done = TRUE;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
}

static gboolean
is_wanted (gpointer data)
{
  RcStoreWorker *self = data;
  gboolean wanted;

  g_mutex_lock (&self->mutex);
  wanted = !g_queue_is_empty (&self->jobs) || g_atomic_int_get (&self->closing);
  g_mutex_unlock (&self->mutex);
  return wanted;
}

/* Looks after the journal, unless a job comes before. */
static void
tidy_up (RcStoreWorker *self)
{
  gint64 end = g_get_monotonic_time () + QUIET_TIME;

  while (g_queue_is_empty (&self->jobs) && !g_atomic_int_get (&self->closing))
    if (!g_cond_wait_until (&self->changed, &self->mutex, end))
      {
        g_mutex_unlock (&self->mutex);
        if (self->place == NULL || rc_store_place_check (self->place, self->database, NULL))
          rc_journal_care (&self->journal, self->database, is_wanted, self);
        else
          rc_journal_leave (&self->journal);
        g_mutex_lock (&self->mutex);
        return;
      }
}

/* The next job; NULL once the worker is to end. A reader that closes drops what is queued. */
static RcStoreJob *
take_job (RcStoreWorker *self)
{
  RcStoreJob *job = NULL;

  g_mutex_lock (&self->mutex);
  while (g_queue_is_empty (&self->jobs) && !g_atomic_int_get (&self->closing))
    if (rc_journal_wants_care (&self->journal))
      tidy_up (self);
    else
      g_cond_wait (&self->changed, &self->mutex);
  job = is_reader (self) ? g_queue_pop_tail (&self->jobs) : g_queue_pop_head (&self->jobs);
  g_mutex_unlock (&self->mutex);
  return job;
}

static gpointer
run_thread (gpointer data)
{
  g_autoptr (RcStoreWorker) self = data;
  RcStoreJob *job;

  /* Of this thread alone, as Linux has it; where it cannot be done, nothing is lost but a little time. */
  if (self->kind == RC_STORE_WORKER_LONG_READER)
    setpriority (PRIO_PROCESS, 0, LONG_READER_NICENESS);
  while ((job = take_job (self)) != NULL)
    {
      if (job->task != NULL)
        finish_task_job (self, job);
      else
        finish_waiting_job (self, job);
    }
  if (self->place != NULL)
    rc_store_place_finish (self->place, self->database);
  g_clear_object (&self->database);
  g_clear_pointer (&self->place, rc_store_place_free);
  return NULL;
}

/**
 * rc_store_worker_new:
 * @kind: what it is for
 * @database: (transfer full): its connection, which no other thread uses from now on
 * @place: (transfer full) (nullable): where its file is: no job runs where it is not there any more
 * @gate: shared by the workers of a file: a long reader's statements stand still for what the others have to do
 *
 * Returns: (transfer full): a worker whose thread runs
 */
RcStoreWorker *
rc_store_worker_new (RcStoreWorkerKind kind, RcDatabase *database, RcStorePlace *place, RcStoreGate *gate)
{
  static const char *const names[] = { [RC_STORE_WORKER_WRITER] = "store-writer",
                                       [RC_STORE_WORKER_READER] = "store-reader",
                                       [RC_STORE_WORKER_LONG_READER] = "store-counter" };
  RcStoreWorker *self = g_new0 (RcStoreWorker, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->kind = kind;
  self->database = database;
  self->place = place;
  self->gate = rc_store_gate_ref (gate);
  if (kind == RC_STORE_WORKER_WRITER)
    rc_journal_begin_care (&self->journal, database);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->changed);
  g_queue_init (&self->jobs);

  g_atomic_ref_count_inc (&self->ref_count);
  self->thread = g_thread_new (names[kind], run_thread, self);
  return self;
}

static gboolean
push_job (RcStoreWorker *self, RcStoreJob *job)
{
  gboolean accepted;

  g_mutex_lock (&self->mutex);
  accepted = !g_atomic_int_get (&self->closing);
  if (accepted)
    {
      if (is_waited_for (self))
        rc_store_gate_enter (self->gate);
      g_queue_push_tail (&self->jobs, job);
      g_cond_broadcast (&self->changed);
    }
  g_mutex_unlock (&self->mutex);
  return accepted;
}

/**
 * rc_store_worker_push:
 * @self: a worker
 * @func: runs in the worker's thread
 * @data: for @func; must live as long as @task
 * @task: returns the result; its task data is the #GDestroyNotify of the result
 *
 * Queues a job. A closed worker returns %G_IO_ERROR_CLOSED.
 */
void
rc_store_worker_push (RcStoreWorker *self, RcStoreFunc func, gpointer data, GTask *task)
{
  RcStoreJob *job = g_new0 (RcStoreJob, 1);
  GError *error = NULL;

  job->func = func;
  job->data = data;
  job->task = g_object_ref (task);
  job->cancellable = g_task_get_cancellable (task);
  if (push_job (self, job))
    return;
  set_closed_error (&error);
  g_task_return_error (task, error);
  free_task_job (job);
}

/**
 * rc_store_worker_call:
 * @self: a worker
 * @func: runs in the worker's thread
 * @data: for @func
 * @error: return location
 *
 * Queues a job and waits for it. Not from within a job.
 *
 * Returns: (transfer full): what @func returned
 */
gpointer
rc_store_worker_call (RcStoreWorker *self, RcStoreFunc func, gpointer data, GError **error)
{
  RcStoreJob job = { .func = func, .data = data, .error = error };

  g_return_val_if_fail (self->thread != g_thread_self (), NULL);

  if (!push_job (self, &job))
    {
      set_closed_error (error);
      return NULL;
    }
  g_mutex_lock (&self->mutex);
  while (!job.done)
    g_cond_wait (&self->changed, &self->mutex);
  g_mutex_unlock (&self->mutex);
  return job.result;
}

/* A reader's queue at closing: nobody waits for what it would show. Waiting callers get an error too. */
static void
drop_jobs (RcStoreWorker *self)
{
  RcStoreJob *job;

  while ((job = g_queue_pop_head (&self->jobs)) != NULL)
    {
      GError *error = NULL;

      leave_gate (self);
      if (job->task == NULL)
        {
          set_closed_error (job->error);
          job->done = TRUE;
          continue;
        }
      set_closed_error (&error);
      g_task_return_error (job->task, error);
      free_task_job (job);
    }
}

/**
 * rc_store_worker_close:
 * @self: a worker
 *
 * Takes no more jobs, works off what is queued (a writer) or drops it (a reader), and waits until the thread has
 * closed the connection; in the worker's own thread it does not wait. A second call does nothing.
 */
void
rc_store_worker_close (RcStoreWorker *self)
{
  GThread *thread;

  g_mutex_lock (&self->mutex);
  g_atomic_int_set (&self->closing, 1);
  if (is_reader (self))
    drop_jobs (self);
  g_cond_broadcast (&self->changed);
  thread = g_steal_pointer (&self->thread);
  g_mutex_unlock (&self->mutex);

  if (thread == g_thread_self ())
    g_thread_unref (thread);
  else if (thread != NULL)
    g_thread_join (thread);
}

/**
 * rc_store_worker_unref:
 * @self: (transfer full): a closed worker
 *
 * Drops a reference; the thread has one of its own.
 */
void
rc_store_worker_unref (RcStoreWorker *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_object (&self->database);
  g_clear_pointer (&self->place, rc_store_place_free);
  rc_store_gate_unref (self->gate);
  g_cond_clear (&self->changed);
  g_mutex_clear (&self->mutex);
  g_free (self);
}
