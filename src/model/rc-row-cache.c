/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-row-cache.h"

/* Which object stands for which id. A row that a widget holds is found again here whatever happened to the list around
 * it, so that a selection and a bound cell survive. Loaded rows are held up to a number, the one used longest ago goes
 * first; a row that nobody else holds is gone then. It knows nothing of positions, and reads nothing. */

typedef struct
{
  RcRowCache *cache; /* (borrowed) */
  gint64 id;
  GObject *item; /* (borrowed) weakly, but where it is held */
  gboolean loaded;
  gboolean held; /* a reference of ours, and a place in the queue */
  GList link;
} RcRowEntry;

struct _RcRowCache
{
  GHashTable *entries; /* (owned) gint64 → RcRowEntry */
  GQueue held; /* of RcRowEntry, the one used last first */
  guint capacity;
};

static void
on_item_gone (gpointer user_data, GObject *item)
{
  RcRowEntry *entry = user_data;

  entry->item = NULL;
  g_hash_table_remove (entry->cache->entries, &entry->id);
}

static void
rc_row_entry_free (RcRowEntry *entry)
{
  if (entry->held)
    g_queue_unlink (&entry->cache->held, &entry->link);
  if (entry->item != NULL)
    {
      g_object_weak_unref (entry->item, on_item_gone, entry);
      if (entry->held)
        g_object_unref (entry->item);
    }
  g_free (entry);
}

static void
let_go (RcRowCache *self, RcRowEntry *entry)
{
  g_queue_unlink (&self->held, &entry->link);
  entry->held = FALSE;
  g_object_unref (entry->item); /* the entry may be gone after this */
}

static RcRowEntry *
find (RcRowCache *self, gint64 id)
{
  return g_hash_table_lookup (self->entries, &id);
}

/**
 * rc_row_cache_new:
 * @capacity: how many loaded rows are held though nobody else does
 *
 * Returns: (transfer full): an empty cache
 */
RcRowCache *
rc_row_cache_new (guint capacity)
{
  RcRowCache *self = g_new0 (RcRowCache, 1);

  self->entries =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) rc_row_entry_free);
  g_queue_init (&self->held);
  self->capacity = capacity;
  return self;
}

/**
 * rc_row_cache_free:
 * @self: (transfer full): a cache
 */
void
rc_row_cache_free (RcRowCache *self)
{
  rc_row_cache_release (self);
  g_hash_table_unref (self->entries);
  g_free (self);
}

/**
 * rc_row_cache_lookup:
 * @self: a cache
 * @id: a row's id
 *
 * Counts as a use of the row.
 *
 * Returns: (transfer none) (nullable): its object, if there is one
 */
GObject *
rc_row_cache_lookup (RcRowCache *self, gint64 id)
{
  RcRowEntry *entry = find (self, id);

  if (entry == NULL)
    return NULL;
  if (entry->held)
    {
      g_queue_unlink (&self->held, &entry->link);
      g_queue_push_head_link (&self->held, &entry->link);
    }
  return entry->item;
}

/**
 * rc_row_cache_add:
 * @self: a cache
 * @id: an id without an object yet
 * @item: its object, to be known for as long as others hold it
 */
void
rc_row_cache_add (RcRowCache *self, gint64 id, GObject *item)
{
  RcRowEntry *entry = g_new0 (RcRowEntry, 1);

  g_assert (find (self, id) == NULL);
  entry->cache = self;
  entry->id = id;
  entry->item = item;
  entry->link.data = entry;
  g_object_weak_ref (item, on_item_gone, entry);
  g_hash_table_insert (self->entries, &entry->id, entry);
}

/**
 * rc_row_cache_set_loaded:
 * @self: a cache
 * @id: the id of a known row, which was filled
 *
 * Holds it from now on, and lets go of the one used longest ago where there are too many.
 */
void
rc_row_cache_set_loaded (RcRowCache *self, gint64 id)
{
  RcRowEntry *entry = find (self, id);

  g_assert (entry != NULL);
  entry->loaded = TRUE;
  if (!entry->held)
    {
      g_object_ref (entry->item);
      entry->held = TRUE;
    }
  else
    g_queue_unlink (&self->held, &entry->link);
  g_queue_push_head_link (&self->held, &entry->link);
  while (self->held.length > self->capacity)
    let_go (self, g_queue_peek_tail (&self->held));
}

/**
 * rc_row_cache_is_loaded:
 * @self: a cache
 * @id: a row's id
 *
 * Returns: whether there is an object, filled once
 */
gboolean
rc_row_cache_is_loaded (RcRowCache *self, gint64 id)
{
  RcRowEntry *entry = find (self, id);

  return entry != NULL && entry->loaded;
}

/**
 * rc_row_cache_is_awaited:
 * @self: a cache
 * @id: a row's id
 *
 * Returns: whether somebody holds its placeholder
 */
gboolean
rc_row_cache_is_awaited (RcRowCache *self, gint64 id)
{
  RcRowEntry *entry = find (self, id);

  return entry != NULL && !entry->loaded;
}

/**
 * rc_row_cache_release:
 * @self: a cache
 *
 * Lets go of every row; those that others hold stay known.
 */
void
rc_row_cache_release (RcRowCache *self)
{
  while (self->held.length > 0)
    let_go (self, g_queue_peek_tail (&self->held));
}

/**
 * rc_row_cache_list_ids:
 * @self: a cache
 *
 * Returns: (transfer full) (element-type gint64): the ids that have an object, in no order
 */
GArray *
rc_row_cache_list_ids (RcRowCache *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_array_append_val (ids, ((RcRowEntry *) value)->id);
  return ids;
}
