/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-virtual-list.h"
#include "rc-workspace.h"

G_BEGIN_DECLS

/* The activity entries of a workspace, newest first, of RcActivity. Properties: workspace (construct), search, customer-id (0: all). */
#define RC_TYPE_ACTIVITY_LIST (rc_activity_list_get_type ())
G_DECLARE_FINAL_TYPE (RcActivityList, rc_activity_list, RC, ACTIVITY_LIST, RcVirtualList)

RcActivityList *rc_activity_list_new (RcWorkspace *workspace);
void rc_activity_list_set_search (RcActivityList *self, const char *search);
void rc_activity_list_set_customer_id (RcActivityList *self, gint64 customer_id);

G_END_DECLS
