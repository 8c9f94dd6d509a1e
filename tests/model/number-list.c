/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "number-list.h"

/* The smallest list there can be over a real store with its threads: what it lists and reads is made up in the worker, so
 * that a test decides what comes when. */

struct _NumberList
{
  RcVirtualList parent_instance;

  GArray *ids; /* (owned) */
  guint delay; /* milliseconds that listing takes */
  char *error; /* (owned) (nullable) what listing fails with */
};

struct _NumberRow
{
  GObject parent_instance;

  gint64 id;
  gint64 value;
};

typedef struct
{
  GArray *ids; /* (owned) */
  guint delay;
  char *error; /* (owned) (nullable) */
} NumberQuery;

static int version; /* atomic */
static int fetched; /* atomic */

G_DEFINE_FINAL_TYPE (NumberList, number_list, RC_TYPE_VIRTUAL_LIST)
G_DEFINE_FINAL_TYPE (NumberRow, number_row, G_TYPE_OBJECT)

static void
number_row_class_init (NumberRowClass *klass)
{
}

static void
number_row_init (NumberRow *self)
{
}

static gpointer
create_query (RcVirtualList *list)
{
  NumberList *self = NUMBER_LIST (list);
  NumberQuery *query = g_new0 (NumberQuery, 1);

  query->ids = g_array_ref (self->ids);
  query->delay = self->delay;
  query->error = g_strdup (self->error);
  return query;
}

static void
free_query (gpointer data)
{
  NumberQuery *query = data;

  g_array_unref (query->ids);
  g_free (query->error);
  g_free (query);
}

static GObject *
create_item (RcVirtualList *list, gint64 id)
{
  NumberRow *row = g_object_new (NUMBER_TYPE_ROW, NULL);

  row->id = id;
  return G_OBJECT (row);
}

static void
update_item (RcVirtualList *list, GObject *item, gpointer record)
{
  NUMBER_ROW (item)->value = *(gint64 *) record;
  g_free (record);
}

static GArray *
list_ids (RcDatabase *database, gpointer data, int limit, GCancellable *cancellable, GError **error)
{
  NumberQuery *query = data;
  GArray *ids;

  g_usleep (query->delay * 1000);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (query->error != NULL)
    {
      g_set_error_literal (error, RC_STORE_ERROR, RC_STORE_ERROR_FAILED, query->error);
      return NULL;
    }
  ids = g_array_copy (query->ids);
  if (limit > 0 && ids->len > (guint) limit)
    g_array_set_size (ids, (guint) limit);
  return ids;
}

static GPtrArray *
fetch (RcDatabase *database, const gint64 *ids, gsize n_ids, GCancellable *cancellable, GError **error)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i < n_ids; i++)
    {
      gint64 *record = g_new (gint64, 1);

      *record = ids[i] * 10 + g_atomic_int_get (&version);
      g_ptr_array_add (records, record);
      g_atomic_int_inc (&fetched);
    }
  return records;
}

static void
number_list_finalize (GObject *object)
{
  NumberList *self = NUMBER_LIST (object);

  g_array_unref (self->ids);
  g_free (self->error);
  G_OBJECT_CLASS (number_list_parent_class)->finalize (object);
}

static void
number_list_class_init (NumberListClass *klass)
{
  RcVirtualListClass *list_class = RC_VIRTUAL_LIST_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = number_list_finalize;
  list_class->create_query = create_query;
  list_class->free_query = free_query;
  list_class->create_item = create_item;
  list_class->update_item = update_item;
  list_class->list_ids = list_ids;
  list_class->fetch = fetch;
}

static void
number_list_init (NumberList *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
}

NumberList *
number_list_new (RcStore *store)
{
  return g_object_new (NUMBER_TYPE_LIST, "store", store, NULL);
}

/* Takes @ids. */
void
number_list_set_ids (NumberList *self, GArray *ids)
{
  g_array_unref (self->ids);
  self->ids = ids;
}

void
number_list_set_delay (NumberList *self, guint milliseconds)
{
  self->delay = milliseconds;
}

void
number_list_set_error (NumberList *self, const char *message)
{
  g_free (self->error);
  self->error = g_strdup (message);
}

gint64
number_row_get_id (NumberRow *self)
{
  return self->id;
}

gint64
number_row_get_value (NumberRow *self)
{
  return self->value;
}

void
number_list_set_version (int value)
{
  g_atomic_int_set (&version, value);
}

int
number_list_get_fetched (void)
{
  return g_atomic_int_add (&fetched, -g_atomic_int_get (&fetched));
}

GArray *
number_list_range (gint64 first, guint n)
{
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n);

  for (guint i = 0; i < n; i++)
    {
      gint64 id = first + i;

      g_array_append_val (ids, id);
    }
  return ids;
}

/* Turns the main loop until @done, for two minutes at most: Valgrind takes its time. */
gboolean
number_list_wait (GMainContext *context, gboolean (*done) (gpointer data), gpointer data)
{
  gint64 end = g_get_monotonic_time () + 120 * G_USEC_PER_SEC;

  while (!done (data) && g_get_monotonic_time () < end)
    if (!g_main_context_iteration (context, FALSE))
      g_usleep (200);
  return done (data);
}
