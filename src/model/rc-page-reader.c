/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-page-reader.h"

/* Turns placeholders into rows, a page at a time. What is asked for in one turn of the main loop is gathered; the page
 * asked for last is read first; a page of which nobody holds a placeholder any more is not read, and its read is
 * stopped where it runs. Records are told by id: a page that was read for a snapshot that has gone since still fills
 * the rows that are there. It does not know what a record is: that is the list's class. */

#define READS_AT_ONCE 2

struct _RcPageReader
{
  gatomicrefcount ref_count; /* reads under way hold it */
  RcVirtualList *list; /* (borrowed) (nullable) it owns this */
  RcStore *store; /* (owned) */
  RcRowCache *rows; /* (borrowed) the list's */
  RcPageReaderIds get_ids;
  RcPageReaderFailed failed;
  GQueue wanted; /* of page numbers, the one asked for last first */
  GHashTable *pages; /* (owned) the pages wanted or under way */
  GHashTable *stale; /* (owned) ids to be read again */
  GPtrArray *reads; /* (owned) of RcPageRead (borrowed), under way */
  guint source; /* the idle source, 0: none */
  guint serial; /* of the last refresh */
};

typedef struct
{
  RcPageReader *reader; /* (owned) */
  GCancellable *cancellable; /* (owned) */
  GArray *ids; /* (owned) */
  gboolean refresh; /* of rows by their ids, whatever their place */
  gboolean detached; /* it speaks for no page: a refresh, or the pages are others now */
  guint page;
  guint serial;
} RcPageRead;

typedef struct
{
  RcVirtualListClass *klass; /* (borrowed) */
  GArray *ids; /* (owned) */
} RcFetch;

static void
rc_page_reader_unref (RcPageReader *self)
{
  if (g_atomic_ref_count_dec (&self->ref_count))
    g_free (self);
}

static void
rc_page_read_free (RcPageRead *read)
{
  g_array_unref (read->ids);
  g_object_unref (read->cancellable);
  rc_page_reader_unref (read->reader);
  g_free (read);
}

static void
rc_fetch_free (RcFetch *data)
{
  g_array_unref (data->ids);
  g_free (data);
}

static gpointer
fetch (RcDatabase *database, gpointer user_data, GCancellable *cancellable, GError **error)
{
  RcFetch *data = user_data;

  return data->klass->fetch (database, (const gint64 *) (void *) data->ids->data, data->ids->len, cancellable,
                             error);
}

static gboolean on_idle (gpointer user_data);

static void
schedule (RcPageReader *self)
{
  if (self->source == 0)
    self->source = g_idle_add_full (G_PRIORITY_DEFAULT, on_idle, self, NULL);
}

static void
mark_stale (RcPageReader *self, gint64 id)
{
  g_hash_table_add (self->stale, g_memdup2 (&id, sizeof id));
  schedule (self);
}

/* A record that nobody waits for makes a row too, as its neighbours are on the screen; unless it may be outdated. */
static void
take_record (RcPageReader *self, RcPageRead *read, gint64 id, gpointer *record)
{
  RcVirtualListClass *klass = RC_VIRTUAL_LIST_GET_CLASS (self->list);
  GObject *known = rc_row_cache_lookup (self->rows, id);
  g_autoptr (GObject) item = NULL;

  if (known == NULL && (read->refresh || read->serial != self->serial))
    return;
  if (known != NULL)
    item = g_object_ref (known);
  else
    {
      item = klass->create_item (self->list, id);
      rc_row_cache_add (self->rows, id, item);
    }
  rc_row_cache_set_loaded (self->rows, id);
  klass->update_item (self->list, item, g_steal_pointer (record));
  if (!read->refresh && read->serial != self->serial)
    mark_stale (self, id);
}

static void
take_records (RcPageReader *self, RcPageRead *read, GPtrArray *records)
{
  G_GNUC_UNUSED g_autoptr (RcVirtualList) list = g_object_ref (self->list);

  for (guint i = 0; i < read->ids->len && i < records->len && self->list != NULL; i++)
    if (records->pdata[i] != NULL)
      take_record (self, read, g_array_index (read->ids, gint64, i), &records->pdata[i]);
}

static void
on_fetched (GObject *source, GAsyncResult *result, gpointer user_data)
{
  RcPageRead *read = user_data;
  RcPageReader *self = read->reader;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = rc_store_call_finish (RC_STORE (source), result, &error);

  if (self->list != NULL)
    {
      g_ptr_array_remove_fast (self->reads, read);
      if (!read->detached)
        g_hash_table_remove (self->pages, GUINT_TO_POINTER (read->page));
      if (records != NULL)
        take_records (self, read, records);
      else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        self->failed (error->message, self->list);
    }
  if (self->list != NULL && (self->wanted.length > 0 || g_hash_table_size (self->stale) > 0))
    schedule (self);
  rc_page_read_free (read);
}

/* Takes @ids. */
static void
start_read (RcPageReader *self, GArray *ids, gboolean refresh, guint page)
{
  RcPageRead *read = g_new0 (RcPageRead, 1);
  RcFetch *data = g_new0 (RcFetch, 1);

  g_atomic_ref_count_inc (&self->ref_count);
  read->reader = self;
  read->cancellable = g_cancellable_new ();
  read->ids = ids;
  read->refresh = refresh;
  read->detached = refresh;
  read->page = page;
  read->serial = self->serial;
  g_ptr_array_add (self->reads, read);

  data->klass = RC_VIRTUAL_LIST_GET_CLASS (self->list);
  data->ids = g_array_ref (ids);
  rc_store_read_async (self->store, fetch, data, (GDestroyNotify) rc_fetch_free,
                       (GDestroyNotify) g_ptr_array_unref, read->cancellable, on_fetched, read);
}

static gboolean
is_awaited (RcPageReader *self, GArray *ids)
{
  for (guint i = 0; i < ids->len; i++)
    if (rc_row_cache_is_awaited (self->rows, g_array_index (ids, gint64, i)))
      return TRUE;
  return FALSE;
}

static void
stop_unawaited (RcPageReader *self)
{
  for (guint i = 0; i < self->reads->len; i++)
    {
      RcPageRead *read = self->reads->pdata[i];

      if (read->refresh || is_awaited (self, read->ids))
        continue;
      if (!read->detached)
        g_hash_table_remove (self->pages, GUINT_TO_POINTER (read->page));
      read->detached = TRUE;
      g_cancellable_cancel (read->cancellable);
    }
}

/* The ids of @page that are not filled yet. */
static GArray *
list_page (RcPageReader *self, guint page)
{
  GArray *ids = self->get_ids (self->list);
  GArray *missing = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint end = MIN ((page + 1) * RC_PAGE_SIZE, ids->len);

  for (guint i = page * RC_PAGE_SIZE; i < end; i++)
    if (!rc_row_cache_is_loaded (self->rows, g_array_index (ids, gint64, i)))
      g_array_append_val (missing, g_array_index (ids, gint64, i));
  return missing;
}

static void
start_next_page (RcPageReader *self)
{
  guint page = GPOINTER_TO_UINT (g_queue_pop_head (&self->wanted));
  g_autoptr (GArray) ids = list_page (self, page);

  if (is_awaited (self, ids))
    start_read (self, g_steal_pointer (&ids), FALSE, page);
  else
    g_hash_table_remove (self->pages, GUINT_TO_POINTER (page));
}

static void
start_refresh (RcPageReader *self)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->stale);
  while (ids->len < RC_PAGE_SIZE && g_hash_table_iter_next (&iter, &key, NULL))
    {
      gint64 id = *(gint64 *) key;

      g_hash_table_iter_remove (&iter);
      if (rc_row_cache_lookup (self->rows, id) != NULL)
        g_array_append_val (ids, id);
    }
  if (ids->len > 0)
    start_read (self, g_steal_pointer (&ids), TRUE, 0);
}

static gboolean
on_idle (gpointer user_data)
{
  RcPageReader *self = user_data;

  self->source = 0;
  stop_unawaited (self);
  while (self->reads->len < READS_AT_ONCE && g_hash_table_size (self->stale) > 0)
    start_refresh (self);
  while (self->reads->len < READS_AT_ONCE && self->wanted.length > 0)
    start_next_page (self);
  return G_SOURCE_REMOVE;
}

/**
 * rc_page_reader_new:
 * @list: (not nullable): the list, which owns the reader
 * @store: where to read
 * @rows: the list's rows, which outlive the reader
 * @get_ids: gives the list's ids
 * @failed: told of a read that failed, in the main context
 *
 * Returns: (transfer full): a reader
 */
RcPageReader *
rc_page_reader_new (RcVirtualList *list, RcStore *store, RcRowCache *rows, RcPageReaderIds get_ids,
                    RcPageReaderFailed failed)
{
  RcPageReader *self = g_new0 (RcPageReader, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->list = list;
  self->store = g_object_ref (store);
  self->rows = rows;
  self->get_ids = get_ids;
  self->failed = failed;
  g_queue_init (&self->wanted);
  self->pages = g_hash_table_new (NULL, NULL);
  self->stale = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->reads = g_ptr_array_new ();
  return self;
}

/**
 * rc_page_reader_free:
 * @self: (transfer full): a reader
 *
 * Stops what is under way.
 */
void
rc_page_reader_free (RcPageReader *self)
{
  g_autoptr (GPtrArray) reads = g_steal_pointer (&self->reads);

  self->list = NULL;
  self->rows = NULL;
  g_clear_handle_id (&self->source, g_source_remove);
  for (guint i = 0; i < reads->len; i++)
    g_cancellable_cancel (((RcPageRead *) reads->pdata[i])->cancellable);
  g_queue_clear (&self->wanted);
  g_clear_pointer (&self->pages, g_hash_table_unref);
  g_clear_pointer (&self->stale, g_hash_table_unref);
  g_clear_object (&self->store);
  rc_page_reader_unref (self);
}

/**
 * rc_page_reader_want:
 * @self: a reader
 * @position: the place of a row that is shown and not filled
 *
 * Its page is read soon.
 */
void
rc_page_reader_want (RcPageReader *self, guint position)
{
  gpointer page = GUINT_TO_POINTER (position / RC_PAGE_SIZE);

  if (!g_hash_table_add (self->pages, page))
    return;
  g_queue_push_head (&self->wanted, page);
  schedule (self);
}

/**
 * rc_page_reader_forget_pages:
 * @self: a reader
 *
 * To be called after the ids were changed: the pages asked for are others now. Rows that are waited for and are still
 * in the list are asked for again.
 */
void
rc_page_reader_forget_pages (RcPageReader *self)
{
  g_autoptr (GArray) held = NULL;

  g_hash_table_remove_all (self->pages);
  for (guint i = 0; i < self->reads->len; i++)
    ((RcPageRead *) self->reads->pdata[i])->detached = TRUE;
  if (self->wanted.length == 0)
    return;
  g_queue_clear (&self->wanted);
  held = rc_row_cache_list_ids (self->rows);
  for (guint i = 0; i < held->len; i++)
    if (rc_row_cache_is_awaited (self->rows, g_array_index (held, gint64, i)))
      rc_page_reader_refresh (self, g_array_index (held, gint64, i));
}

/**
 * rc_page_reader_refresh:
 * @self: a reader
 * @id: the id of a row to be read again, if anybody holds it
 */
void
rc_page_reader_refresh (RcPageReader *self, gint64 id)
{
  self->serial++;
  if (rc_row_cache_lookup (self->rows, id) != NULL)
    mark_stale (self, id);
}

/**
 * rc_page_reader_refresh_all:
 * @self: a reader
 *
 * Lets go of what only the cache holds, and reads the others again.
 */
void
rc_page_reader_refresh_all (RcPageReader *self)
{
  g_autoptr (GArray) ids = NULL;

  rc_row_cache_release (self->rows);
  self->serial++;
  ids = rc_row_cache_list_ids (self->rows);
  for (guint i = 0; i < ids->len; i++)
    rc_page_reader_refresh (self, g_array_index (ids, gint64, i));
}
