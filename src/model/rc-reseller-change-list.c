/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-reseller-change-list.h"

#include "rc-log-query.h"
#include "rc-reseller-change.h"

/* The list of the changes of reseller (CH-1). What is said of a code follows from the clock, so it is read again while time
 * goes by. It sends no code. */

#define SECONDS_BETWEEN_LOOKS 60

struct _RcResellerChangeList
{
  RcLogList parent_instance;

  guint timer; /* source id */
};

G_DEFINE_FINAL_TYPE (RcResellerChangeList, rc_reseller_change_list, RC_TYPE_LOG_LIST)

static gboolean
look_again (gpointer user_data)
{
  rc_virtual_list_refresh_all (RC_VIRTUAL_LIST (user_data));
  return G_SOURCE_CONTINUE;
}

static GObject *
create_item (RcVirtualList *list, gint64 id)
{
  return G_OBJECT (rc_reseller_change_new (id));
}

static void
update_item (RcVirtualList *list, GObject *item, gpointer record)
{
  g_autoptr (RcWorkspace) workspace = NULL;
  g_autoptr (GTimeZone) zone = rc_log_list_dup_time_zone (RC_LOG_LIST (list));

  g_object_get (list, "workspace", &workspace, NULL);
  rc_reseller_change_update (RC_RESELLER_CHANGE (item), record, rc_workspace_get_now (workspace), zone);
}

static GArray *
list_ids (RcDatabase *database, const char *search, gint64 customer_id, GCancellable *cancellable,
          GError **error)
{
  return rc_reseller_change_query_list_ids (database, search, cancellable, error);
}

static void
rc_reseller_change_list_dispose (GObject *object)
{
  g_clear_handle_id (&RC_RESELLER_CHANGE_LIST (object)->timer, g_source_remove);
  G_OBJECT_CLASS (rc_reseller_change_list_parent_class)->dispose (object);
}

static void
rc_reseller_change_list_class_init (RcResellerChangeListClass *klass)
{
  RcVirtualListClass *list_class = RC_VIRTUAL_LIST_CLASS (klass);
  RcLogListClass *log_class = RC_LOG_LIST_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rc_reseller_change_list_dispose;
  list_class->create_item = create_item;
  list_class->update_item = update_item;
  list_class->fetch = rc_reseller_change_query_fetch;
  log_class->kind = RC_CHANGE_RESELLER_CHANGES;
  log_class->rows_change = TRUE;
  log_class->list = list_ids;
}

static void
rc_reseller_change_list_init (RcResellerChangeList *self)
{
  self->timer = g_timeout_add_seconds (SECONDS_BETWEEN_LOOKS, look_again, self);
}

/**
 * rc_reseller_change_list_new:
 * @workspace: the workspace
 *
 * Returns: (transfer full): all its changes of reseller, those that are not completed first
 */
RcLogList *
rc_reseller_change_list_new (RcWorkspace *workspace)
{
  g_return_val_if_fail (RC_IS_WORKSPACE (workspace), NULL);
  return g_object_new (RC_TYPE_RESELLER_CHANGE_LIST, "workspace", workspace, "store",
                       rc_workspace_get_store (workspace), NULL);
}
