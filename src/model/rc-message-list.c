/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-message-list.h"

#include "rc-log-query.h"
#include "rc-message.h"

/* The messages, newest first, of all customers or of one. It follows the workspace's commits. It sends and edits nothing. */

struct _RcMessageList
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
} RcMessageQuery;

typedef enum
{
  PROP_WORKSPACE = 1,
  PROP_SEARCH,
  PROP_CUSTOMER_ID
} RcMessageListProperty;
static GParamSpec *properties[PROP_CUSTOMER_ID + 1];

G_DEFINE_FINAL_TYPE (RcMessageList, rc_message_list, RC_TYPE_VIRTUAL_LIST)

static void
on_changed (RcWorkspace *workspace, RcChangeSet *changes, gpointer user_data)
{
  RcVirtualList *list = RC_VIRTUAL_LIST (user_data);

  if ((changes->kinds & RC_CHANGE_MESSAGES) == 0)
    return;
  rc_virtual_list_refresh_all (list);
  rc_virtual_list_reload (list);
}

static gpointer
create_query (RcVirtualList *list)
{
  RcMessageList *self = RC_MESSAGE_LIST (list);
  RcMessageQuery *query = g_new0 (RcMessageQuery, 1);

  query->search = g_strdup (self->search);
  query->customer_id = self->customer_id;
  return query;
}

static void
free_query (gpointer query)
{
  g_free (((RcMessageQuery *) query)->search);
  g_free (query);
}

static GObject *
create_item (RcVirtualList *list, gint64 id)
{
  return G_OBJECT (rc_message_new (id));
}

static void
update_item (RcVirtualList *list, GObject *item, gpointer record)
{
  rc_message_update (RC_MESSAGE (item), record);
}

/* A log is sorted by its key, so that all its ids come nearly as fast as the first ones. */
static GArray *
list_ids (RcDatabase *database, gpointer data, int limit, GCancellable *cancellable, GError **error)
{
  RcMessageQuery *query = data;
  GArray *ids = rc_message_query_list_ids (database, query->search, query->customer_id, cancellable, error);

  if (ids != NULL && limit > 0 && ids->len > (guint) limit)
    g_array_set_size (ids, (guint) limit);
  return ids;
}

static void
rc_message_list_constructed (GObject *object)
{
  RcMessageList *self = RC_MESSAGE_LIST (object);

  G_OBJECT_CLASS (rc_message_list_parent_class)->constructed (object);
  g_signal_connect_object (self->workspace, "changed", G_CALLBACK (on_changed), self, 0);
  rc_virtual_list_restart (RC_VIRTUAL_LIST (self));
}

static void
rc_message_list_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  RcMessageList *self = RC_MESSAGE_LIST (object);

  switch ((RcMessageListProperty) property_id)
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
rc_message_list_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  RcMessageList *self = RC_MESSAGE_LIST (object);

  switch ((RcMessageListProperty) property_id)
    {
    case PROP_WORKSPACE:
      self->workspace = g_value_dup_object (value);
      break;
    case PROP_SEARCH:
      rc_message_list_set_search (self, g_value_get_string (value));
      break;
    case PROP_CUSTOMER_ID:
      rc_message_list_set_customer_id (self, g_value_get_int64 (value));
      break;
    }
}

static void
rc_message_list_finalize (GObject *object)
{
  RcMessageList *self = RC_MESSAGE_LIST (object);

  g_clear_object (&self->workspace);
  g_free (self->search);
  G_OBJECT_CLASS (rc_message_list_parent_class)->finalize (object);
}

static void
rc_message_list_class_init (RcMessageListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  RcVirtualListClass *list_class = RC_VIRTUAL_LIST_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->constructed = rc_message_list_constructed;
  object_class->get_property = rc_message_list_get_property;
  object_class->set_property = rc_message_list_set_property;
  object_class->finalize = rc_message_list_finalize;
  list_class->create_query = create_query;
  list_class->free_query = free_query;
  list_class->create_item = create_item;
  list_class->update_item = update_item;
  list_class->list_ids = list_ids;
  list_class->fetch = rc_message_query_fetch;

  properties[PROP_WORKSPACE] =
      g_param_spec_object ("workspace", NULL, NULL, RC_TYPE_WORKSPACE,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SEARCH] = g_param_spec_string ("search", NULL, NULL, NULL, flags);
  properties[PROP_CUSTOMER_ID] = g_param_spec_int64 ("customer-id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
rc_message_list_init (RcMessageList *self)
{
}

/**
 * rc_message_list_new:
 * @workspace: the workspace
 *
 * Returns: (transfer full): all its messages, newest first
 */
RcMessageList *
rc_message_list_new (RcWorkspace *workspace)
{
  g_return_val_if_fail (RC_IS_WORKSPACE (workspace), NULL);
  return g_object_new (RC_TYPE_MESSAGE_LIST, "workspace", workspace, "store",
                       rc_workspace_get_store (workspace), NULL);
}

/**
 * rc_message_list_set_search:
 * @self: a list
 * @search: (nullable): as typed; NULL or "": all
 */
void
rc_message_list_set_search (RcMessageList *self, const char *search)
{
  g_return_if_fail (RC_IS_MESSAGE_LIST (self));
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
 * rc_message_list_set_customer_id:
 * @self: a list
 * @customer_id: whose messages; 0: everybody's
 */
void
rc_message_list_set_customer_id (RcMessageList *self, gint64 customer_id)
{
  g_return_if_fail (RC_IS_MESSAGE_LIST (self));
  if (self->customer_id == customer_id)
    return;
  self->customer_id = customer_id;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CUSTOMER_ID]);
  rc_virtual_list_restart (RC_VIRTUAL_LIST (self));
}
