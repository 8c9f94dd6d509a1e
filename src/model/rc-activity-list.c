/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-activity-list.h"

#include "rc-activity.h"
#include "rc-log-query.h"

/* The list of the activity entries. It writes none. */

struct _RcActivityList
{
  RcLogList parent_instance;
};

G_DEFINE_FINAL_TYPE (RcActivityList, rc_activity_list, RC_TYPE_LOG_LIST)

static GObject *
create_item (RcVirtualList *list, gint64 id)
{
  return G_OBJECT (rc_activity_new (id));
}

static void
update_item (RcVirtualList *list, GObject *item, gpointer record)
{
  g_autoptr (GTimeZone) zone = rc_log_list_dup_time_zone (RC_LOG_LIST (list));

  rc_activity_update (RC_ACTIVITY (item), record, zone);
}

static void
rc_activity_list_class_init (RcActivityListClass *klass)
{
  RcVirtualListClass *list_class = RC_VIRTUAL_LIST_CLASS (klass);
  RcLogListClass *log_class = RC_LOG_LIST_CLASS (klass);

  list_class->create_item = create_item;
  list_class->update_item = update_item;
  list_class->fetch = rc_activity_query_fetch;
  log_class->kind = RC_CHANGE_ACTIVITY;
  log_class->list = rc_activity_query_list_ids;
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
RcLogList *
rc_activity_list_new (RcWorkspace *workspace)
{
  g_return_val_if_fail (RC_IS_WORKSPACE (workspace), NULL);
  return g_object_new (RC_TYPE_ACTIVITY_LIST, "workspace", workspace, "store",
                       rc_workspace_get_store (workspace), NULL);
}
