/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-message-list.h"

#include "rc-log-query.h"
#include "rc-message.h"

/* The list of the messages. It sends none. */

struct _RcMessageList
{
  RcLogList parent_instance;
};

G_DEFINE_FINAL_TYPE (RcMessageList, rc_message_list, RC_TYPE_LOG_LIST)

static GObject *
create_item (RcVirtualList *list, gint64 id)
{
  return G_OBJECT (rc_message_new (id));
}

static void
update_item (RcVirtualList *list, GObject *item, gpointer record)
{
  g_autoptr (GTimeZone) zone = rc_log_list_dup_time_zone (RC_LOG_LIST (list));

  rc_message_update (RC_MESSAGE (item), record, zone);
}

static void
rc_message_list_class_init (RcMessageListClass *klass)
{
  RcVirtualListClass *list_class = RC_VIRTUAL_LIST_CLASS (klass);
  RcLogListClass *log_class = RC_LOG_LIST_CLASS (klass);

  list_class->create_item = create_item;
  list_class->update_item = update_item;
  list_class->fetch = rc_message_query_fetch;
  log_class->kind = RC_CHANGE_MESSAGES;
  log_class->rows_change = TRUE;
  log_class->list = rc_message_query_list_ids;
  log_class->list_open = rc_message_query_list_unsent;
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
RcLogList *
rc_message_list_new (RcWorkspace *workspace)
{
  g_return_val_if_fail (RC_IS_WORKSPACE (workspace), NULL);
  return g_object_new (RC_TYPE_MESSAGE_LIST, "workspace", workspace, "store",
                       rc_workspace_get_store (workspace), NULL);
}
