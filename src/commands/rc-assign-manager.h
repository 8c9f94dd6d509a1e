/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command.h"

G_BEGIN_DECLS

/* CU-10: primary admin only. */
#define RC_TYPE_ASSIGN_MANAGER (rc_assign_manager_get_type ())
G_DECLARE_FINAL_TYPE (RcAssignManager, rc_assign_manager, RC, ASSIGN_MANAGER, RcCommand)

RcCommand *rc_assign_manager_new (gint64 actor, RcDate date, GArray *customer_ids, gint64 managed_by);

G_END_DECLS
