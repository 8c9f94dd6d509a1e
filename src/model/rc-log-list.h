/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-virtual-list.h"
#include "rc-workspace.h"

G_BEGIN_DECLS

/* A log of a workspace, newest first. Derived: RcActivityList, RcMessageList. Properties: workspace (construct), search,
 * customer-id (0: all). */
#define RC_TYPE_LOG_LIST (rc_log_list_get_type ())
G_DECLARE_DERIVABLE_TYPE (RcLogList, rc_log_list, RC, LOG_LIST, RcVirtualList)

struct _RcLogListClass
{
  RcVirtualListClass parent_class;

  RcChangeKinds kind; /* the commits that it follows */
  gboolean rows_change; /* whether an entry can become another one */
  /* In the worker: the ids of all entries; NULL, 0: not narrowed. */
  GArray *(*list) (RcDatabase *database, const char *search, gint64 customer_id, GCancellable *cancellable,
                   GError **error);
  /* The same for those that somebody has to look after; NULL: there is no such thing. */
  GArray *(*list_open) (RcDatabase *database, const char *search, gint64 customer_id,
                        GCancellable *cancellable, GError **error);
};

GTimeZone *rc_log_list_dup_time_zone (RcLogList *self); /* (transfer full) the workspace's */
void rc_log_list_set_search (RcLogList *self, const char *search);
void rc_log_list_set_only_open (RcLogList *self, gboolean only_open);
void rc_log_list_set_customer_id (RcLogList *self, gint64 customer_id);

G_END_DECLS
