/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-log-list.h"

/* What the lists of the workspace's logs have in common: newest first, all or one customer's, searched. A log only grows; which one it
 * is, and what its rows are, says the class. */

typedef struct
{
  RcWorkspace *workspace; /* (owned) */
  char *search; /* (owned) (nullable) */
  gint64 customer_id; /* 0: all */
  gboolean only_open;
} RcLogListPrivate;

typedef struct
{
  RcLogListClass *klass; /* (borrowed) classes stay */
  char *search; /* (owned) (nullable) */
  gint64 customer_id;
  gboolean only_open;
} RcLogQuery;

typedef enum
{
  PROP_WORKSPACE = 1,
  PROP_SEARCH,
  PROP_CUSTOMER_ID
} RcLogListProperty;
static GParamSpec *properties[PROP_CUSTOMER_ID + 1];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (RcLogList, rc_log_list, RC_TYPE_VIRTUAL_LIST)

static void
on_changed (RcWorkspace *workspace, RcChangeSet *changes, gpointer user_data)
{
  RcLogListClass *klass = RC_LOG_LIST_GET_CLASS (user_data);

  if ((changes->kinds & klass->kind) == 0)
    return;
  if (klass->rows_change)
    rc_virtual_list_refresh_all (RC_VIRTUAL_LIST (user_data));
  rc_virtual_list_reload (RC_VIRTUAL_LIST (user_data));
}

/* The times of all rows are written anew. */
static void
on_time_zone_changed (RcVirtualList *list)
{
  rc_virtual_list_refresh_all (list);
  rc_virtual_list_reload (list);
}

static gpointer
create_query (RcVirtualList *list)
{
  RcLogListPrivate *priv = rc_log_list_get_instance_private (RC_LOG_LIST (list));
  RcLogQuery *query = g_new0 (RcLogQuery, 1);

  query->klass = RC_LOG_LIST_GET_CLASS (list);
  query->search = g_strdup (priv->search);
  query->customer_id = priv->customer_id;
  query->only_open = priv->only_open && query->klass->list_open != NULL;
  return query;
}

static void
free_query (gpointer query)
{
  g_free (((RcLogQuery *) query)->search);
  g_free (query);
}

/* A log is sorted by its key, so that all its ids come nearly as fast as the first ones. */
static GArray *
list_ids (RcDatabase *database, gpointer data, int limit, GCancellable *cancellable, GError **error)
{
  RcLogQuery *query = data;
  GArray *(*list) (RcDatabase *, const char *, gint64, GCancellable *, GError **) =
      query->only_open ? query->klass->list_open : query->klass->list;
  GArray *ids = list (database, query->search, query->customer_id, cancellable, error);

  if (ids != NULL && limit > 0 && ids->len > (guint) limit)
    g_array_set_size (ids, (guint) limit);
  return ids;
}

static void
rc_log_list_constructed (GObject *object)
{
  RcLogListPrivate *priv = rc_log_list_get_instance_private (RC_LOG_LIST (object));

  G_OBJECT_CLASS (rc_log_list_parent_class)->constructed (object);
  g_signal_connect_object (priv->workspace, "changed", G_CALLBACK (on_changed), object, 0);
  g_signal_connect_object (priv->workspace, "notify::time-zone", G_CALLBACK (on_time_zone_changed), object,
                           G_CONNECT_SWAPPED);
  rc_virtual_list_restart (RC_VIRTUAL_LIST (object));
}

static void
rc_log_list_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  RcLogListPrivate *priv = rc_log_list_get_instance_private (RC_LOG_LIST (object));

  switch ((RcLogListProperty) property_id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, priv->workspace);
      break;
    case PROP_SEARCH:
      g_value_set_string (value, priv->search);
      break;
    case PROP_CUSTOMER_ID:
      g_value_set_int64 (value, priv->customer_id);
      break;
    }
}

static void
rc_log_list_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  RcLogList *self = RC_LOG_LIST (object);
  RcLogListPrivate *priv = rc_log_list_get_instance_private (self);

  switch ((RcLogListProperty) property_id)
    {
    case PROP_WORKSPACE:
      priv->workspace = g_value_dup_object (value);
      break;
    case PROP_SEARCH:
      rc_log_list_set_search (self, g_value_get_string (value));
      break;
    case PROP_CUSTOMER_ID:
      rc_log_list_set_customer_id (self, g_value_get_int64 (value));
      break;
    }
}

static void
rc_log_list_finalize (GObject *object)
{
  RcLogListPrivate *priv = rc_log_list_get_instance_private (RC_LOG_LIST (object));

  g_clear_object (&priv->workspace);
  g_free (priv->search);
  G_OBJECT_CLASS (rc_log_list_parent_class)->finalize (object);
}

static void
rc_log_list_class_init (RcLogListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  RcVirtualListClass *list_class = RC_VIRTUAL_LIST_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->constructed = rc_log_list_constructed;
  object_class->get_property = rc_log_list_get_property;
  object_class->set_property = rc_log_list_set_property;
  object_class->finalize = rc_log_list_finalize;
  list_class->create_query = create_query;
  list_class->free_query = free_query;
  list_class->list_ids = list_ids;

  properties[PROP_WORKSPACE] =
      g_param_spec_object ("workspace", NULL, NULL, RC_TYPE_WORKSPACE,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SEARCH] = g_param_spec_string ("search", NULL, NULL, NULL, flags);
  properties[PROP_CUSTOMER_ID] = g_param_spec_int64 ("customer-id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
rc_log_list_init (RcLogList *self)
{
}

/**
 * rc_log_list_dup_time_zone:
 * @self: a list
 *
 * Returns: (transfer full): in which time zone the entries' times are shown
 */
GTimeZone *
rc_log_list_dup_time_zone (RcLogList *self)
{
  RcLogListPrivate *priv = rc_log_list_get_instance_private (self);

  g_return_val_if_fail (RC_IS_LOG_LIST (self), NULL);
  return rc_workspace_dup_time_zone (priv->workspace);
}

/**
 * rc_log_list_set_search:
 * @self: a list
 * @search: (nullable): as typed; NULL or "": all
 */
void
rc_log_list_set_search (RcLogList *self, const char *search)
{
  RcLogListPrivate *priv = rc_log_list_get_instance_private (self);

  g_return_if_fail (RC_IS_LOG_LIST (self));
  if (search != NULL && search[0] == '\0')
    search = NULL;
  if (g_strcmp0 (priv->search, search) == 0)
    return;
  g_free (priv->search);
  priv->search = g_strdup (search);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCH]);
  rc_virtual_list_restart (RC_VIRTUAL_LIST (self));
}

/**
 * rc_log_list_set_only_open:
 * @self: a list
 * @only_open: whether only those are listed that somebody has to look after
 */
void
rc_log_list_set_only_open (RcLogList *self, gboolean only_open)
{
  RcLogListPrivate *priv = rc_log_list_get_instance_private (self);

  g_return_if_fail (RC_IS_LOG_LIST (self));
  if (priv->only_open == !!only_open)
    return;
  priv->only_open = !!only_open;
  rc_virtual_list_restart (RC_VIRTUAL_LIST (self));
}

/**
 * rc_log_list_set_customer_id:
 * @self: a list
 * @customer_id: whose entries; 0: everybody's
 */
void
rc_log_list_set_customer_id (RcLogList *self, gint64 customer_id)
{
  RcLogListPrivate *priv = rc_log_list_get_instance_private (self);

  g_return_if_fail (RC_IS_LOG_LIST (self));
  if (priv->customer_id == customer_id)
    return;
  priv->customer_id = customer_id;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CUSTOMER_ID]);
  rc_virtual_list_restart (RC_VIRTUAL_LIST (self));
}
