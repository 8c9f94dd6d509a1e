/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command.h"

G_BEGIN_DECLS

/* The program's numbers, by the names of rc_policy_list_names(); primary admin only (TM-3). */
#define RC_TYPE_SET_POLICY (rc_set_policy_get_type ())
G_DECLARE_FINAL_TYPE (RcSetPolicy, rc_set_policy, RC, SET_POLICY, RcCommand)

RcCommand *rc_set_policy_new (gint64 actor, RcDate date, const RcPolicy *policy);

G_END_DECLS
