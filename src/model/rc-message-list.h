/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-log-list.h"

G_BEGIN_DECLS

/* The messages of a workspace, newest first, of RcMessage. */
#define RC_TYPE_MESSAGE_LIST (rc_message_list_get_type ())
G_DECLARE_FINAL_TYPE (RcMessageList, rc_message_list, RC, MESSAGE_LIST, RcLogList)

RcLogList *rc_message_list_new (RcWorkspace *workspace);

G_END_DECLS
