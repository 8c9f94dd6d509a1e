/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-log-list.h"

G_BEGIN_DECLS

/* The requests to become the reseller of a membership, of RcResellerChange: those that are not completed first. */
#define RC_TYPE_RESELLER_CHANGE_LIST (rc_reseller_change_list_get_type ())
G_DECLARE_FINAL_TYPE (RcResellerChangeList, rc_reseller_change_list, RC, RESELLER_CHANGE_LIST, RcLogList)

RcLogList *rc_reseller_change_list_new (RcWorkspace *workspace);

G_END_DECLS
