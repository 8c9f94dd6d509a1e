/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command.h"

G_BEGIN_DECLS

#define RC_TYPE_REMOVE_MEMBER (rc_remove_member_get_type ())
G_DECLARE_FINAL_TYPE (RcRemoveMember, rc_remove_member, RC, REMOVE_MEMBER, RcCommand)

RcCommand *rc_remove_member_new (gint64 actor, RcDate date, gint64 member_id, gint64 successor_id);

G_END_DECLS
