/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-log-list.h"

G_BEGIN_DECLS

/* The activity entries of a workspace, newest first, of RcActivity. */
#define RC_TYPE_ACTIVITY_LIST (rc_activity_list_get_type ())
G_DECLARE_FINAL_TYPE (RcActivityList, rc_activity_list, RC, ACTIVITY_LIST, RcLogList)

RcLogList *rc_activity_list_new (RcWorkspace *workspace);

G_END_DECLS
