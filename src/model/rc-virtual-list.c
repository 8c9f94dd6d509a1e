/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-virtual-list.h"

#include "rc-model-enum-types.h"
#include "rc-page-reader.h"
#include "rc-row-cache.h"
#include "rc-snapshot-diff.h"
#include "rc-snapshot-query.h"

/* The list model under every long list: a vector of ids made by one query, and rows that are read when they are
 * shown. A query that changes brings a first page, then the whole vector; as the page is its prefix, only what follows
 * is told. A query that stays tells what differs. An answer to a question that was asked anew since is dropped.
 * It sorts and filters nothing itself: that is the query's. */

#define FIRST_IDS 200
#define FIRST_SCREEN 20 /* where there are fewer rows now: what is shown is built before the first frame */

typedef struct
{
  RcStore *store; /* (owned) */
  RcRowCache *rows; /* (owned) */
  RcPageReader *reader; /* (owned) */
  GArray *ids; /* (owned) of gint64 */
  GCancellable *cancellable; /* (owned) (nullable) of the snapshot under way */
  guint generation; /* of the snapshot asked for last */
  gboolean has_snapshot;
  gboolean complete;
  gboolean updating;
  gboolean replacing; /* the first of two emissions is under way */
  RcListState state;
  char *error_message; /* (owned) (nullable) */
} RcVirtualListPrivate;

typedef enum
{
  PROP_STORE = 1,
  PROP_STATE,
  PROP_ERROR_MESSAGE,
  PROP_N_ITEMS,
  PROP_UPDATING
} RcVirtualListProperty;
static GParamSpec *properties[PROP_UPDATING + 1];

static void rc_virtual_list_list_model_init (GListModelInterface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (RcVirtualList, rc_virtual_list, G_TYPE_OBJECT,
                                  G_ADD_PRIVATE (RcVirtualList)
                                      G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                             rc_virtual_list_list_model_init))

#define PRIVATE(self) ((RcVirtualListPrivate *) rc_virtual_list_get_instance_private (self))

static void
set_state (RcVirtualList *self, RcListState state, const char *error_message)
{
  RcVirtualListPrivate *priv = PRIVATE (self);

  if (g_strcmp0 (priv->error_message, error_message) != 0)
    {
      g_free (priv->error_message);
      priv->error_message = g_strdup (error_message);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR_MESSAGE]);
    }
  if (priv->state == state)
    return;
  priv->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static void
set_updating (RcVirtualList *self, gboolean updating)
{
  if (PRIVATE (self)->updating == updating)
    return;
  PRIVATE (self)->updating = updating;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UPDATING]);
}

static void
apply_edits (RcVirtualList *self, GArray *edits, const gint64 *new_ids)
{
  RcVirtualListPrivate *priv = PRIVATE (self);

  for (guint i = 0; i < edits->len; i++)
    {
      const RcSnapshotEdit *edit = &g_array_index (edits, RcSnapshotEdit, i);

      if (edit->removed > 0)
        g_array_remove_range (priv->ids, edit->position, edit->removed);
      if (edit->added > 0)
        g_array_insert_vals (priv->ids, edit->position, new_ids + edit->from, edit->added);
      rc_page_reader_forget_pages (priv->reader);
      g_list_model_items_changed (G_LIST_MODEL (self), edit->position, edit->removed, edit->added);
    }
}

/* In two emissions: a view told of as many rows gone as come asks for every one that comes. */
static void
replace_all (RcVirtualList *self, GArray *new_ids)
{
  RcVirtualListPrivate *priv = PRIVATE (self);
  guint n_old = priv->ids->len;

  g_array_set_size (priv->ids, 0);
  rc_page_reader_forget_pages (priv->reader);
  priv->replacing = new_ids->len > 0;
  if (n_old > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n_old, 0);
  priv->replacing = FALSE;

  g_array_unref (priv->ids);
  priv->ids = g_array_ref (new_ids);
  rc_page_reader_forget_pages (priv->reader);
  if (new_ids->len > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, new_ids->len);
}

static void
take_snapshot (RcVirtualList *self, GArray *new_ids, gboolean complete, gboolean another_query)
{
  RcVirtualListPrivate *priv = PRIVATE (self);
  const gint64 *ids = (const gint64 *) (void *) new_ids->data;
  guint n_old = priv->ids->len;
  g_autoptr (GArray) edits = rc_snapshot_diff ((gint64 *) (void *) priv->ids->data, n_old, ids, new_ids->len);

  priv->complete = complete;
  priv->has_snapshot = TRUE;
  if (edits != NULL && (!another_query || rc_snapshot_edits_keep_top (edits, n_old)))
    apply_edits (self, edits, ids);
  else
    replace_all (self, new_ids);
  if (n_old != priv->ids->len)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
  set_state (self, priv->ids->len > 0 ? RC_LIST_STATE_CONTENT : RC_LIST_STATE_EMPTY, NULL);
}

static void on_snapshot_due (RcVirtualList *self, RcSnapshotRequest *request);

static void
on_snapshot (GObject *source, GAsyncResult *result, gpointer user_data)
{
  RcSnapshotRequest *request = user_data;
  g_autoptr (RcVirtualList) self = g_weak_ref_get (&request->list);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = rc_store_call_finish (RC_STORE (source), result, &error);

  if (self != NULL && request->generation == PRIVATE (self)->generation)
    {
      set_updating (self, FALSE);
      if (ids != NULL)
        {
          gboolean complete = request->limit == 0 || ids->len < (guint) request->limit;

          take_snapshot (self, ids, complete, request->limit > 0);
          if (!complete && request->generation == PRIVATE (self)->generation) /* no handler asked anew */
            rc_snapshot_request_delay (rc_snapshot_request_new (self, request->generation, request->query, 0),
                                       on_snapshot_due);
        }
      else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        set_state (self, RC_LIST_STATE_ERROR, error->message);
    }
  rc_snapshot_request_free (request);
}

/* Takes @request. */
static void
ask_for_snapshot (RcVirtualList *self, RcSnapshotRequest *request)
{
  rc_snapshot_query_read_async (request->query, PRIVATE (self)->store, request->limit,
                                PRIVATE (self)->cancellable, on_snapshot, request);
}

static void
on_snapshot_due (RcVirtualList *self, RcSnapshotRequest *request)
{
  if (request->generation == PRIVATE (self)->generation)
    ask_for_snapshot (self, request);
  else
    rc_snapshot_request_free (request);
}

/* What is asked from now on; answers to what was asked before are dropped. */
static RcSnapshotRequest *
begin_snapshot (RcVirtualList *self, int limit)
{
  RcVirtualListPrivate *priv = PRIVATE (self);
  g_autoptr (RcSnapshotQuery) query = NULL;

  g_cancellable_cancel (priv->cancellable);
  g_clear_object (&priv->cancellable);
  priv->cancellable = g_cancellable_new ();
  priv->generation++;
  set_updating (self, TRUE);
  if (!priv->has_snapshot)
    set_state (self, RC_LIST_STATE_LOADING, NULL);
  query = rc_snapshot_query_new (self);
  return rc_snapshot_request_new (self, priv->generation, query, limit);
}

static void
on_read_failed (const char *message, gpointer user_data)
{
  set_state (user_data, RC_LIST_STATE_ERROR, message);
}

static GType
rc_virtual_list_get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
rc_virtual_list_get_n_items (GListModel *model)
{
  return PRIVATE (RC_VIRTUAL_LIST (model))->ids->len;
}

static gpointer
rc_virtual_list_get_item (GListModel *model, guint position)
{
  RcVirtualList *self = RC_VIRTUAL_LIST (model);
  RcVirtualListPrivate *priv = PRIVATE (self);
  GObject *item;
  gint64 id;

  if (position >= priv->ids->len)
    return NULL;
  id = g_array_index (priv->ids, gint64, position);
  item = rc_row_cache_lookup (priv->rows, id);
  if (item != NULL)
    g_object_ref (item);
  else
    {
      item = RC_VIRTUAL_LIST_GET_CLASS (self)->create_item (self, id);
      rc_row_cache_add (priv->rows, id, item);
    }
  if (!rc_row_cache_is_loaded (priv->rows, id))
    rc_page_reader_want (priv->reader, position);
  return item;
}

static void
rc_virtual_list_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = rc_virtual_list_get_item_type;
  iface->get_n_items = rc_virtual_list_get_n_items;
  iface->get_item = rc_virtual_list_get_item;
}

static GArray *
get_ids (gpointer user_data)
{
  return PRIVATE (RC_VIRTUAL_LIST (user_data))->ids;
}

static void
rc_virtual_list_constructed (GObject *object)
{
  RcVirtualList *self = RC_VIRTUAL_LIST (object);
  RcVirtualListPrivate *priv = PRIVATE (self);

  G_OBJECT_CLASS (rc_virtual_list_parent_class)->constructed (object);
  priv->reader = rc_page_reader_new (self, priv->store, priv->rows, get_ids, on_read_failed);
}

static void
rc_virtual_list_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  RcVirtualListPrivate *priv = PRIVATE (RC_VIRTUAL_LIST (object));

  switch ((RcVirtualListProperty) property_id)
    {
    case PROP_STORE:
      g_value_set_object (value, priv->store);
      break;
    case PROP_STATE:
      g_value_set_enum (value, priv->state);
      break;
    case PROP_ERROR_MESSAGE:
      g_value_set_string (value, priv->error_message);
      break;
    case PROP_N_ITEMS:
      g_value_set_uint (value, priv->ids->len);
      break;
    case PROP_UPDATING:
      g_value_set_boolean (value, priv->updating);
      break;
    }
}

static void
rc_virtual_list_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  if (property_id == PROP_STORE)
    PRIVATE (RC_VIRTUAL_LIST (object))->store = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
rc_virtual_list_dispose (GObject *object)
{
  RcVirtualListPrivate *priv = PRIVATE (RC_VIRTUAL_LIST (object));

  g_cancellable_cancel (priv->cancellable);
  g_clear_object (&priv->cancellable);
  g_clear_pointer (&priv->reader, rc_page_reader_free);
  g_clear_object (&priv->store);
  G_OBJECT_CLASS (rc_virtual_list_parent_class)->dispose (object);
}

static void
rc_virtual_list_finalize (GObject *object)
{
  RcVirtualListPrivate *priv = PRIVATE (RC_VIRTUAL_LIST (object));

  rc_row_cache_free (priv->rows);
  g_array_unref (priv->ids);
  g_free (priv->error_message);
  G_OBJECT_CLASS (rc_virtual_list_parent_class)->finalize (object);
}

static void
rc_virtual_list_class_init (RcVirtualListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->constructed = rc_virtual_list_constructed;
  object_class->get_property = rc_virtual_list_get_property;
  object_class->set_property = rc_virtual_list_set_property;
  object_class->dispose = rc_virtual_list_dispose;
  object_class->finalize = rc_virtual_list_finalize;

  properties[PROP_STORE] =
      g_param_spec_object ("store", NULL, NULL, RC_TYPE_STORE,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_STATE] =
      g_param_spec_enum ("state", NULL, NULL, RC_TYPE_LIST_STATE, RC_LIST_STATE_LOADING, readable);
  properties[PROP_ERROR_MESSAGE] = g_param_spec_string ("error-message", NULL, NULL, NULL, readable);
  properties[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, readable);
  properties[PROP_UPDATING] = g_param_spec_boolean ("updating", NULL, NULL, FALSE, readable);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
rc_virtual_list_init (RcVirtualList *self)
{
  RcVirtualListPrivate *priv = PRIVATE (self);

  priv->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  priv->rows = rc_row_cache_new (RC_PAGE_SIZE * RC_PAGES_HELD);
}

/**
 * rc_virtual_list_restart:
 * @self: a list
 *
 * To be called when the query is another one, or to try again. What is shown stays until the first ids are there.
 */
void
rc_virtual_list_restart (RcVirtualList *self)
{
  g_return_if_fail (RC_IS_VIRTUAL_LIST (self));
  PRIVATE (self)->complete = FALSE; /* what is shown may answer another question */
  ask_for_snapshot (self,
                    begin_snapshot (self, PRIVATE (self)->ids->len >= FIRST_IDS ? FIRST_IDS : FIRST_SCREEN));
}

/**
 * rc_virtual_list_reload:
 * @self: a list
 *
 * To be called when the same query may give other ids: it is asked a moment later. Only what differs is told.
 */
void
rc_virtual_list_reload (RcVirtualList *self)
{
  g_return_if_fail (RC_IS_VIRTUAL_LIST (self));
  if (!PRIVATE (self)->complete)
    rc_virtual_list_restart (self);
  else
    rc_snapshot_request_delay (begin_snapshot (self, 0), on_snapshot_due);
}

/**
 * rc_virtual_list_refresh_item:
 * @self: a list
 * @id: the id of a row whose record was changed
 *
 * The row object notifies when it was read again; a row that nobody holds is only forgotten.
 */
void
rc_virtual_list_refresh_item (RcVirtualList *self, gint64 id)
{
  g_return_if_fail (RC_IS_VIRTUAL_LIST (self));
  rc_page_reader_refresh (PRIVATE (self)->reader, id);
}

/**
 * rc_virtual_list_refresh_all:
 * @self: a list
 *
 * rc_virtual_list_refresh_item() for every row.
 */
void
rc_virtual_list_refresh_all (RcVirtualList *self)
{
  g_return_if_fail (RC_IS_VIRTUAL_LIST (self));
  rc_page_reader_refresh_all (PRIVATE (self)->reader);
}

/**
 * rc_virtual_list_get_id:
 * @self: a list
 * @position: a row's place, from 0
 *
 * Creates no row.
 *
 * Returns: its id, 0 behind the end
 */
gint64
rc_virtual_list_get_id (RcVirtualList *self, guint position)
{
  g_return_val_if_fail (RC_IS_VIRTUAL_LIST (self), 0);
  return position < PRIVATE (self)->ids->len ? g_array_index (PRIVATE (self)->ids, gint64, position) : 0;
}

/**
 * rc_virtual_list_find:
 * @self: a list
 * @id: an id
 *
 * Looks through all ids: half a millisecond for a million.
 *
 * Returns: its place, G_MAXUINT (which is GTK_INVALID_LIST_POSITION) if it is not in the snapshot
 */
guint
rc_virtual_list_find (RcVirtualList *self, gint64 id)
{
  g_return_val_if_fail (RC_IS_VIRTUAL_LIST (self), G_MAXUINT);
  for (guint i = 0; i < PRIVATE (self)->ids->len; i++)
    if (g_array_index (PRIVATE (self)->ids, gint64, i) == id)
      return i;
  return G_MAXUINT;
}

/**
 * rc_virtual_list_get_state:
 * @self: a list
 *
 * Returns: which of the four states to show
 */
RcListState
rc_virtual_list_get_state (RcVirtualList *self)
{
  g_return_val_if_fail (RC_IS_VIRTUAL_LIST (self), RC_LIST_STATE_ERROR);
  return PRIVATE (self)->state;
}

/**
 * rc_virtual_list_get_error_message:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): what went wrong, translated, in the error state
 */
const char *
rc_virtual_list_get_error_message (RcVirtualList *self)
{
  g_return_val_if_fail (RC_IS_VIRTUAL_LIST (self), NULL);
  return PRIVATE (self)->error_message;
}

/**
 * rc_virtual_list_is_complete:
 * @self: a list
 *
 * Returns: whether all ids of the query are there
 */
gboolean
rc_virtual_list_is_complete (RcVirtualList *self)
{
  g_return_val_if_fail (RC_IS_VIRTUAL_LIST (self), FALSE);
  return PRIVATE (self)->complete;
}

/**
 * rc_virtual_list_is_replacing:
 * @self: a list
 *
 * Returns: whether all rows are told to be gone because others are told of right after; asked in a handler of
 *   "items-changed"
 */
gboolean
rc_virtual_list_is_replacing (RcVirtualList *self)
{
  g_return_val_if_fail (RC_IS_VIRTUAL_LIST (self), FALSE);
  return PRIVATE (self)->replacing;
}
