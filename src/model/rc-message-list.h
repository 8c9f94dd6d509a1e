/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-virtual-list.h"
#include "rc-workspace.h"

G_BEGIN_DECLS

/* The messages of a workspace, newest first, of RcMessage. Properties: workspace (construct), search, customer-id (0: all). */
#define RC_TYPE_MESSAGE_LIST (rc_message_list_get_type ())
G_DECLARE_FINAL_TYPE (RcMessageList, rc_message_list, RC, MESSAGE_LIST, RcVirtualList)

RcMessageList *rc_message_list_new (RcWorkspace *workspace);
void rc_message_list_set_search (RcMessageList *self, const char *search);
void rc_message_list_set_customer_id (RcMessageList *self, gint64 customer_id);

G_END_DECLS
