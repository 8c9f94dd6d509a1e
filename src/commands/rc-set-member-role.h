/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command.h"

G_BEGIN_DECLS

#define RC_TYPE_SET_MEMBER_ROLE (rc_set_member_role_get_type ())
G_DECLARE_FINAL_TYPE (RcSetMemberRole, rc_set_member_role, RC, SET_MEMBER_ROLE, RcCommand)

RcCommand *rc_set_member_role_new (gint64 actor, RcDate date, gint64 member_id, RcRole role,
                                   gint64 successor_id);

G_END_DECLS
