/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-activity-list.h"

#include "rc-activity.h"
#include "rc-log-query.h"

/* The activity entries, newest first, of all customers or of one. It follows the workspace's commits. It sends and edits nothing. */

struct _RcActivityList
{
  RcVirtualList parent_instance;

  RcWorkspace *workspace; /* (owned) */
  char *search; /* (owned) (nullable) */
  gint64 customer_id; /* 0: all */
};

typedef struct
{
  char *search; /* (owned) (nullable) */
  gint64 customer_id;
} RcActivityQuery;

typedef enum
{
  PROP_WORKSPACE = 1,
  PROP_SEARCH,
  PROP_CUSTOMER_ID
} RcActivityListProperty;
static GParamSpec *properties[PROP_CUSTOMER_ID + 1];

G_DEFINE_FINAL_TYPE (RcActivityList, rc_activity_list, RC_TYPE_VIRTUAL_LIST)

static void
on_changed (RcWorkspace *workspace, RcChangeSet *changes, gpointer user_data)
{
  RcVirtualList *list = RC_VIRTUAL_LIST (user_data);

  if ((changes->kinds & RC_CHANGE_ACTIVITY) == 0)
    return;
  rc_virtual_list_reload (list);
}

static gpointer
create_query (RcVirtualList *list)
{
  RcActivityList *self = RC_ACTIVITY_LIST (list);
  RcActivityQuery *query = g_new0 (RcActivityQuery, 1);

  query->search = g_strdup (self->search);
  query->customer_id = self->customer_id;
  return query;
}

static void
free_query (gpointer query)
{
  g_free (((RcActivityQuery *) query)->search);
  g_free (query);
}

static GObject *
create_item (RcVirtualList *list, gint64 id)
{
  return G_OBJECT (rc_activity_new (id));
}

static void
update_item (RcVirtualList *list, GObject *item, gpointer record)
{
  rc_activity_update (RC_ACTIVITY (item), record);
}

/* A log is sorted by its key, so that all its ids come nearly as fast as the first ones. */
static GArray *
list_ids (RcDatabase *database, gpointer data, int limit, GCancellable *cancellable, GError **error)
{
  RcActivityQuery *query = data;
  GArray *ids = rc_activity_query_list_ids (database, query->search, query->customer_id, cancellable, error);

  if (ids != NULL && limit > 0 && ids->len > (guint) limit)
    g_array_set_size (ids, (guint) limit);
  return ids;
}

static void
rc_activity_list_constructed (GObject *object)
{
  RcActivityList *self = RC_ACTIVITY_LIST (object);

  G_OBJECT_CLASS (rc_activity_list_parent_class)->constructed (object);
  g_signal_connect_object (self->workspace, "changed", G_CALLBACK (on_changed), self, 0);
  rc_virtual_list_restart (RC_VIRTUAL_LIST (self));
}

static void
rc_activity_list_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  RcActivityList *self = RC_ACTIVITY_LIST (object);

  switch ((RcActivityListProperty) property_id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, self->workspace);
      break;
    case PROP_SEARCH:
      g_value_set_string (value, self->search);
      break;
    case PROP_CUSTOMER_ID:
      g_value_set_int64 (value, self->customer_id);
      break;
    }
}

static void
rc_activity_list_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  RcActivityList *self = RC_ACTIVITY_LIST (object);

  switch ((RcActivityListProperty) property_id)
    {
    case PROP_WORKSPACE:
      self->workspace = g_value_dup_object (value);
      break;
    case PROP_SEARCH:
      rc_activity_list_set_search (self, g_value_get_string (value));
      break;
    case PROP_CUSTOMER_ID:
      rc_activity_list_set_customer_id (self, g_value_get_int64 (value));
      break;
    }
}

static void
rc_activity_list_finalize (GObject *object)
{
  RcActivityList *self = RC_ACTIVITY_LIST (object);

  g_clear_object (&self->workspace);
  g_free (self->search);
  G_OBJECT_CLASS (rc_activity_list_parent_class)->finalize (object);
}

static void
rc_activity_list_class_init (RcActivityListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  RcVirtualListClass *list_class = RC_VIRTUAL_LIST_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->constructed = rc_activity_list_constructed;
  object_class->get_property = rc_activity_list_get_property;
  object_class->set_property = rc_activity_list_set_property;
  object_class->finalize = rc_activity_list_finalize;
  list_class->create_query = create_query;
  list_class->free_query = free_query;
  list_class->create_item = create_item;
  list_class->update_item = update_item;
  list_class->list_ids = list_ids;
  list_class->fetch = rc_activity_query_fetch;

  properties[PROP_WORKSPACE] =
      g_param_spec_object ("workspace", NULL, NULL, RC_TYPE_WORKSPACE,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SEARCH] = g_param_spec_string ("search", NULL, NULL, NULL, flags);
  properties[PROP_CUSTOMER_ID] = g_param_spec_int64 ("customer-id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
rc_activity_list_init (RcActivityList *self)
{
}

/**
 * rc_activity_list_new:
 * @workspace: the workspace
 *
 * Returns: (transfer full): all its activity entries, newest first
 */
RcActivityList *
rc_activity_list_new (RcWorkspace *workspace)
{
  g_return_val_if_fail (RC_IS_WORKSPACE (workspace), NULL);
  return g_object_new (RC_TYPE_ACTIVITY_LIST, "workspace", workspace, "store",
                       rc_workspace_get_store (workspace), NULL);
}

/**
 * rc_activity_list_set_search:
 * @self: a list
 * @search: (nullable): as typed; NULL or "": all
 */
void
rc_activity_list_set_search (RcActivityList *self, const char *search)
{
  g_return_if_fail (RC_IS_ACTIVITY_LIST (self));
  if (search != NULL && search[0] == '\0')
    search = NULL;
  if (g_strcmp0 (self->search, search) == 0)
    return;
  g_free (self->search);
  self->search = g_strdup (search);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCH]);
  rc_virtual_list_restart (RC_VIRTUAL_LIST (self));
}

/**
 * rc_activity_list_set_customer_id:
 * @self: a list
 * @customer_id: whose activity entries; 0: everybody's
 */
void
rc_activity_list_set_customer_id (RcActivityList *self, gint64 customer_id)
{
  g_return_if_fail (RC_IS_ACTIVITY_LIST (self));
  if (self->customer_id == customer_id)
    return;
  self->customer_id = customer_id;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CUSTOMER_ID]);
  rc_virtual_list_restart (RC_VIRTUAL_LIST (self));
}
