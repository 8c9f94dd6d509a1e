/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-snapshot-query.h"

/* What carries a list's query into the reader's thread. It holds no list: a list that is gone meanwhile is not missed
 * there. */

/* All ids are asked for once the first page is on the screen: both at once take each other's time. */
#define REST_DELAY 30 /* ms */

struct _RcSnapshotQuery
{
  RcVirtualListClass *klass; /* (borrowed) classes stay */
  gpointer query; /* (owned) */
};

typedef struct
{
  RcSnapshotQuery *query; /* (owned) */
  int limit;
} RcSnapshotRead;

static void
rc_snapshot_query_clear (RcSnapshotQuery *self)
{
  if (self->klass->free_query != NULL)
    self->klass->free_query (self->query);
}

static void
rc_snapshot_read_free (RcSnapshotRead *data)
{
  rc_snapshot_query_unref (data->query);
  g_free (data);
}

static gpointer
read_snapshot (RcDatabase *database, gpointer user_data, GCancellable *cancellable, GError **error)
{
  RcSnapshotRead *data = user_data;

  return data->query->klass->list_ids (database, data->query->query, data->limit, cancellable, error);
}

/**
 * rc_snapshot_query_new:
 * @list: a list
 *
 * Returns: (transfer full): what the list's class says that it shows now
 */
RcSnapshotQuery *
rc_snapshot_query_new (RcVirtualList *list)
{
  RcSnapshotQuery *self = g_atomic_rc_box_new0 (RcSnapshotQuery);

  self->klass = RC_VIRTUAL_LIST_GET_CLASS (list);
  self->query = self->klass->create_query (list);
  return self;
}

/**
 * rc_snapshot_query_ref:
 * @self: a query
 *
 * Returns: (transfer full): the same; from any thread
 */
RcSnapshotQuery *
rc_snapshot_query_ref (RcSnapshotQuery *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * rc_snapshot_query_unref:
 * @self: (transfer full): a query; from any thread
 */
void
rc_snapshot_query_unref (RcSnapshotQuery *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) rc_snapshot_query_clear);
}

/**
 * rc_snapshot_query_read_async:
 * @self: a query
 * @store: where to read
 * @limit: how many ids at most, 0: all
 * @cancellable: stops it
 * @callback: called with the store; its result is a #GArray of gint64
 * @user_data: for @callback
 *
 * All ids are read where they hold up no page of rows.
 */
void
rc_snapshot_query_read_async (RcSnapshotQuery *self, RcStore *store, int limit, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data)
{
  RcSnapshotRead *data = g_new0 (RcSnapshotRead, 1);

  data->query = rc_snapshot_query_ref (self);
  data->limit = limit;
  if (limit > 0)
    rc_store_read_async (store, read_snapshot, data, (GDestroyNotify) rc_snapshot_read_free,
                         (GDestroyNotify) g_array_unref, cancellable, callback, user_data);
  else
    rc_store_read_long_async (store, read_snapshot, data, (GDestroyNotify) rc_snapshot_read_free,
                              (GDestroyNotify) g_array_unref, cancellable, callback, user_data);
}

/**
 * rc_snapshot_request_new:
 * @list: who asks; held weakly
 * @generation: the number of its question
 * @query: what is asked
 * @limit: how many ids at most, 0: all
 *
 * Returns: (transfer full): to be given along with rc_snapshot_query_read_async()
 */
RcSnapshotRequest *
rc_snapshot_request_new (RcVirtualList *list, guint generation, RcSnapshotQuery *query, int limit)
{
  RcSnapshotRequest *request = g_new0 (RcSnapshotRequest, 1);

  g_weak_ref_init (&request->list, list);
  request->generation = generation;
  request->query = rc_snapshot_query_ref (query);
  request->limit = limit;
  return request;
}

/**
 * rc_snapshot_request_free:
 * @request: (transfer full): a request that was answered
 */
void
rc_snapshot_request_free (RcSnapshotRequest *request)
{
  g_weak_ref_clear (&request->list);
  rc_snapshot_query_unref (request->query);
  g_free (request);
}

typedef struct
{
  RcSnapshotRequest *request; /* (owned) */
  RcSnapshotDue due;
} RcSnapshotDelay;

static void
rc_snapshot_delay_free (RcSnapshotDelay *delay)
{
  g_clear_pointer (&delay->request, rc_snapshot_request_free);
  g_free (delay);
}

static gboolean
on_delay_over (gpointer user_data)
{
  RcSnapshotDelay *delay = user_data;
  g_autoptr (RcVirtualList) list = g_weak_ref_get (&delay->request->list);

  if (list != NULL)
    delay->due (list, g_steal_pointer (&delay->request));
  return G_SOURCE_REMOVE;
}

/**
 * rc_snapshot_request_delay:
 * @request: (transfer full): a request
 * @due: called with the request, which it takes, when nothing else is to be done in the main context, unless the list is
 *   gone by then
 *
 * Puts off what nobody waits for until what is waited for is shown.
 */
void
rc_snapshot_request_delay (RcSnapshotRequest *request, RcSnapshotDue due)
{
  RcSnapshotDelay *delay = g_new0 (RcSnapshotDelay, 1);

  delay->request = request;
  delay->due = due;
  g_timeout_add_full (G_PRIORITY_LOW, REST_DELAY, on_delay_over, delay,
                      (GDestroyNotify) rc_snapshot_delay_free);
}
