/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command.h"

G_BEGIN_DECLS

/* TM-4: who is at this desk; the first member of a workspace is its primary admin and may be added by nobody (actor 0). */
#define RC_TYPE_ADD_MEMBER (rc_add_member_get_type ())
G_DECLARE_FINAL_TYPE (RcAddMember, rc_add_member, RC, ADD_MEMBER, RcCommand)

RcCommand *rc_add_member_new (gint64 actor, RcDate date, const char *name, const char *email, RcRole role);

G_END_DECLS
