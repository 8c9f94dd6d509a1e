/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command.h"

G_BEGIN_DECLS

#define RC_TYPE_ACTIVATE_MEMBER (rc_activate_member_get_type ())
G_DECLARE_FINAL_TYPE (RcActivateMember, rc_activate_member, RC, ACTIVATE_MEMBER, RcCommand)

RcCommand *rc_activate_member_new (gint64 actor, RcDate date, gint64 member_id);

G_END_DECLS
