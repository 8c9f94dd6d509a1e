/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-customer-list.h"

#include "rc-customer.h"
#include "rc-enum-types.h"

/* The list of customers: keeps its query, and asks anew when the query, the workspace or the day becomes another. A
 * commit that names its customers costs their rows and one id vector, not the list. */

struct _RcCustomerList
{
  RcVirtualList parent_instance;

  RcWorkspace *workspace; /* (owned) */
  RcCustomerQuery *query; /* (owned) (nullable) until asked for; as of the last snapshot asked for */
  RcFilter filter;
  gboolean managed_by_me;
  char *search; /* (owned) (nullable) */
  RcSort sort;
  gboolean descending;
};

typedef enum
{
  PROP_WORKSPACE = 1,
  PROP_FILTER,
  PROP_MANAGED_BY_ME,
  PROP_SEARCH,
  PROP_SORT,
  PROP_DESCENDING
} RcCustomerListProperty;
static GParamSpec *properties[PROP_DESCENDING + 1];

G_DEFINE_FINAL_TYPE (RcCustomerList, rc_customer_list, RC_TYPE_VIRTUAL_LIST)

static RcCustomerQuery *
make_query (RcCustomerList *self)
{
  RcCustomerQuery *query = rc_customer_query_new (self->filter, rc_workspace_get_today (self->workspace),
                                                  rc_workspace_get_policy (self->workspace));

  query->managed_by = self->managed_by_me ? rc_workspace_get_me (self->workspace) : 0;
  query->search = g_strdup (self->search);
  query->sort = self->sort;
  query->descending = self->descending;
  return query;
}

static void
drop_query (RcCustomerList *self)
{
  g_clear_pointer (&self->query, rc_customer_query_free);
}

static void
restart (RcCustomerList *self)
{
  drop_query (self);
  rc_virtual_list_restart (RC_VIRTUAL_LIST (self));
}

static gboolean
is_listed (const RcCustomerQuery *query, const RcCustomerSight *sight)
{
  return (query->managed_by == 0 || sight->managed_by == query->managed_by)
         && rc_filter_contains (query->filter, &sight->facts, query->today, query->policy);
}

/* Whether the customer's place in the order is another one. Its name, VIP ID and segment stay (CU-5). */
static gboolean
is_moved (RcSort sort, const RcChangeStep *step)
{
  switch (sort)
    {
    case RC_SORT_NAME:
    case RC_SORT_VIP_ID:
    case RC_SORT_SEGMENT:
      return FALSE;
    case RC_SORT_ANNIVERSARY_DATE:
      return step->before.facts.anniversary_date != step->after.facts.anniversary_date;
    case RC_SORT_MANAGED_BY:
      return step->before.managed_by != step->after.managed_by;
    case RC_SORT_INVITATION_STATUS:
      return step->before.invitation_status != step->after.invitation_status;
    case RC_SORT_OLDEST_REQUEST:
      return step->before.facts.oldest_open_pa != step->after.facts.oldest_open_pa;
    }
  g_return_val_if_reached (TRUE);
}

/* Whether the same customers stand in the same order as before. What a search looks in may have changed (CU-6). */
static gboolean
keeps_order (RcCustomerList *self, const RcChangeSet *changes)
{
  const RcCustomerQuery *query = rc_customer_list_get_query (self);

  for (guint i = 0; changes->steps != NULL && i < changes->steps->len; i++)
    {
      const RcChangeStep *step = &g_array_index (changes->steps, RcChangeStep, i);
      gboolean was_listed = is_listed (query, &step->before);

      if (was_listed != is_listed (query, &step->after)
          || (was_listed && (query->search != NULL || is_moved (query->sort, step))))
        return FALSE;
    }
  return changes->steps != NULL;
}

static void
on_changed (RcWorkspace *workspace, RcChangeSet *changes, gpointer user_data)
{
  RcVirtualList *list = RC_VIRTUAL_LIST (user_data);

  if ((changes->kinds & (RC_CHANGE_CUSTOMERS | RC_CHANGE_MEMBERS)) == 0)
    return;
  if (changes->all || (changes->kinds & RC_CHANGE_MEMBERS) != 0)
    rc_virtual_list_refresh_all (list);
  else
    for (guint i = 0; i < changes->customer_ids->len; i++)
      rc_virtual_list_refresh_item (list, g_array_index (changes->customer_ids, gint64, i));
  if ((changes->kinds & RC_CHANGE_MEMBERS) != 0 || !keeps_order (RC_CUSTOMER_LIST (user_data), changes))
    rc_virtual_list_reload (list);
}

static void
on_times_changed (gpointer user_data)
{
  RcCustomerList *self = RC_CUSTOMER_LIST (user_data);

  drop_query (self);
  rc_virtual_list_refresh_all (RC_VIRTUAL_LIST (self));
  rc_virtual_list_reload (RC_VIRTUAL_LIST (self));
}

static void
on_me_changed (gpointer user_data)
{
  RcCustomerList *self = RC_CUSTOMER_LIST (user_data);

  if (self->managed_by_me)
    restart (self);
}

static gpointer
create_query (RcVirtualList *list)
{
  return rc_customer_query_copy (rc_customer_list_get_query (RC_CUSTOMER_LIST (list)));
}

static void
free_query (gpointer query)
{
  rc_customer_query_free (query);
}

static GObject *
create_item (RcVirtualList *list, gint64 id)
{
  return G_OBJECT (rc_customer_new (id));
}

static void
update_item (RcVirtualList *list, GObject *item, gpointer record)
{
  RcWorkspace *workspace = RC_CUSTOMER_LIST (list)->workspace;

  rc_customer_update (RC_CUSTOMER (item), record, rc_workspace_get_today (workspace),
                      rc_workspace_get_policy (workspace));
}

static GArray *
list_ids (RcDatabase *database, gpointer query, int limit, GCancellable *cancellable, GError **error)
{
  return rc_customer_query_list_ids (database, query, limit, cancellable, error);
}

static void
rc_customer_list_constructed (GObject *object)
{
  RcCustomerList *self = RC_CUSTOMER_LIST (object);

  G_OBJECT_CLASS (rc_customer_list_parent_class)->constructed (object);
  g_signal_connect_object (self->workspace, "changed", G_CALLBACK (on_changed), self, 0);
  g_signal_connect_object (self->workspace, "day-changed", G_CALLBACK (on_times_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "notify::policy", G_CALLBACK (on_times_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "notify::me", G_CALLBACK (on_me_changed), self,
                           G_CONNECT_SWAPPED);
  rc_virtual_list_restart (RC_VIRTUAL_LIST (self));
}

static void
rc_customer_list_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  RcCustomerList *self = RC_CUSTOMER_LIST (object);

  switch ((RcCustomerListProperty) property_id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, self->workspace);
      break;
    case PROP_FILTER:
      g_value_set_enum (value, self->filter);
      break;
    case PROP_MANAGED_BY_ME:
      g_value_set_boolean (value, self->managed_by_me);
      break;
    case PROP_SEARCH:
      g_value_set_string (value, self->search);
      break;
    case PROP_SORT:
      g_value_set_enum (value, self->sort);
      break;
    case PROP_DESCENDING:
      g_value_set_boolean (value, self->descending);
      break;
    }
}

static void
rc_customer_list_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  RcCustomerList *self = RC_CUSTOMER_LIST (object);

  switch ((RcCustomerListProperty) property_id)
    {
    case PROP_WORKSPACE:
      self->workspace = g_value_dup_object (value);
      break;
    case PROP_FILTER:
      rc_customer_list_set_filter (self, g_value_get_enum (value));
      break;
    case PROP_MANAGED_BY_ME:
      rc_customer_list_set_managed_by_me (self, g_value_get_boolean (value));
      break;
    case PROP_SEARCH:
      rc_customer_list_set_search (self, g_value_get_string (value));
      break;
    case PROP_SORT:
      rc_customer_list_set_sort (self, g_value_get_enum (value), self->descending);
      break;
    case PROP_DESCENDING:
      rc_customer_list_set_sort (self, self->sort, g_value_get_boolean (value));
      break;
    }
}

static void
rc_customer_list_finalize (GObject *object)
{
  RcCustomerList *self = RC_CUSTOMER_LIST (object);

  drop_query (self);
  g_clear_object (&self->workspace);
  g_free (self->search);
  G_OBJECT_CLASS (rc_customer_list_parent_class)->finalize (object);
}

static void
rc_customer_list_class_init (RcCustomerListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  RcVirtualListClass *list_class = RC_VIRTUAL_LIST_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->constructed = rc_customer_list_constructed;
  object_class->get_property = rc_customer_list_get_property;
  object_class->set_property = rc_customer_list_set_property;
  object_class->finalize = rc_customer_list_finalize;
  list_class->create_query = create_query;
  list_class->free_query = free_query;
  list_class->create_item = create_item;
  list_class->update_item = update_item;
  list_class->list_ids = list_ids;
  list_class->fetch = rc_customer_query_fetch;

  properties[PROP_WORKSPACE] =
      g_param_spec_object ("workspace", NULL, NULL, RC_TYPE_WORKSPACE,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_FILTER] =
      g_param_spec_enum ("filter", NULL, NULL, RC_TYPE_FILTER, RC_FILTER_ALL_CUSTOMERS, flags);
  properties[PROP_MANAGED_BY_ME] = g_param_spec_boolean ("managed-by-me", NULL, NULL, FALSE, flags);
  properties[PROP_SEARCH] = g_param_spec_string ("search", NULL, NULL, NULL, flags);
  properties[PROP_SORT] = g_param_spec_enum ("sort", NULL, NULL, RC_TYPE_SORT, RC_SORT_NAME, flags);
  properties[PROP_DESCENDING] = g_param_spec_boolean ("descending", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
rc_customer_list_init (RcCustomerList *self)
{
}

/**
 * rc_customer_list_new:
 * @workspace: the workspace
 *
 * Returns: (transfer full): all its customers, by name
 */
RcCustomerList *
rc_customer_list_new (RcWorkspace *workspace)
{
  g_return_val_if_fail (RC_IS_WORKSPACE (workspace), NULL);
  return g_object_new (RC_TYPE_CUSTOMER_LIST, "workspace", workspace, "store",
                       rc_workspace_get_store (workspace), NULL);
}

/**
 * rc_customer_list_set_filter:
 * @self: a list
 * @filter: which customers
 */
void
rc_customer_list_set_filter (RcCustomerList *self, RcFilter filter)
{
  g_return_if_fail (RC_IS_CUSTOMER_LIST (self));
  if (self->filter == filter)
    return;
  self->filter = filter;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILTER]);
  restart (self);
}

/**
 * rc_customer_list_set_managed_by_me:
 * @self: a list
 * @managed_by_me: whether only mine (FI-1)
 */
void
rc_customer_list_set_managed_by_me (RcCustomerList *self, gboolean managed_by_me)
{
  g_return_if_fail (RC_IS_CUSTOMER_LIST (self));
  if (self->managed_by_me == !!managed_by_me)
    return;
  self->managed_by_me = !!managed_by_me;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MANAGED_BY_ME]);
  restart (self);
}

/**
 * rc_customer_list_set_search:
 * @self: a list
 * @search: (nullable): as typed (FI-4); NULL or "": all
 */
void
rc_customer_list_set_search (RcCustomerList *self, const char *search)
{
  g_return_if_fail (RC_IS_CUSTOMER_LIST (self));
  if (search != NULL && search[0] == '\0')
    search = NULL;
  if (g_strcmp0 (self->search, search) == 0)
    return;
  g_free (self->search);
  self->search = g_strdup (search);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCH]);
  restart (self);
}

/**
 * rc_customer_list_set_sort:
 * @self: a list
 * @sort: by what
 * @descending: whether the other way round
 */
void
rc_customer_list_set_sort (RcCustomerList *self, RcSort sort, gboolean descending)
{
  gboolean same_sort, same_direction;

  g_return_if_fail (RC_IS_CUSTOMER_LIST (self));
  same_sort = self->sort == sort;
  same_direction = self->descending == !!descending;
  if (same_sort && same_direction)
    return;
  self->sort = sort;
  self->descending = !!descending;
  if (!same_sort)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SORT]);
  if (!same_direction)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DESCENDING]);
  restart (self);
}

/**
 * rc_customer_list_get_filter:
 * @self: a list
 *
 * Returns: which customers it shows
 */
RcFilter
rc_customer_list_get_filter (RcCustomerList *self)
{
  g_return_val_if_fail (RC_IS_CUSTOMER_LIST (self), RC_FILTER_ALL_CUSTOMERS);
  return self->filter;
}

/**
 * rc_customer_list_get_query:
 * @self: a list
 *
 * Returns: (transfer none): what it shows, for a report of the same (IO-1); valid until the list is told otherwise
 */
const RcCustomerQuery *
rc_customer_list_get_query (RcCustomerList *self)
{
  g_return_val_if_fail (RC_IS_CUSTOMER_LIST (self), NULL);
  if (self->query == NULL)
    self->query = make_query (self);
  return self->query;
}
