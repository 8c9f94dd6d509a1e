/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command.h"

G_BEGIN_DECLS

#define RC_TYPE_INVITE_MEMBER (rc_invite_member_get_type ())
G_DECLARE_FINAL_TYPE (RcInviteMember, rc_invite_member, RC, INVITE_MEMBER, RcCommand)

RcCommand *rc_invite_member_new (gint64 actor, RcDate date, const char *name, const char *email, RcRole role);

G_END_DECLS
